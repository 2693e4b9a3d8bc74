#include "query/review_names.h"

#include <algorithm>
#include <array>

namespace minutebook::query {

namespace {

constexpr std::size_t longest_name = 18;  // words

// The name of a review ends before these.
constexpr auto name_ends = std::to_array<std::string_view>(
    {"agreed",  "are",   "as",     "attended",    "be",        "because",   "been",     "being", "but",   "carried",
     "chaired", "could", "during", "established", "found",     "had",       "has",      "have",  "held",  "is",
     "met",     "may",   "might",  "presented",   "proposed",  "received",  "reported", "set",   "shall", "should",
     "so",      "that",  "the",    "undertaken",  "was",       "were",      "when",     "where", "which", "while",
     "who",     "whose", "will",   "would",       "conducted", "commenced", "began",    "noted", "under"});
constexpr auto name_end_phrases = std::to_array<std::string_view>(
    {"to be|report|determine|inform|take|identify|ensure|consider|look|make|find|agree|include|commence|see|establish|"
     "provide|update|form|review|meet|discuss",
     "to "
     "enable|help|understand|allow|support|explore|examine|revisit|develop|inform|assist|gain|hear|seek|bring|assess",
     "with councillor|cllr|mr|mrs|ms|the|member|members|a", "in january|february|march|april|may|june|july|august",
     "in september|october|november|december|the|early|late", "at its|the|a", "by the|a|councillor|cllr|october",
     "before the|it", "after the|it", "for the", "for its", "on behalf", "since its|the", "from the"});

constexpr auto about_words =
    std::to_array<std::string_view>({"on", "into", "of", "for", "about", "regarding", "concerning"});
constexpr auto about_phrases = std::to_array<std::string_view>(
    {"in relation to", "in respect of", "with regard to", "looking at|into", "to look at|into",
     "to review|consider|examine|investigate|scrutinise|revisit|explore|assess|study", "look|looked at|into",
     "review|report of|into|on", "reviewing|examining|investigating|considering|exploring"});
constexpr auto form_tails =
    std::to_array<std::string_view>({"report", "interim", "final", "meeting", "findings", "draft"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool ends_name(const PassageWords& passage, std::size_t at, std::size_t first, std::size_t end) {
  const PassageWord& word = passage.words[at];
  if (at == first) return false;
  if (word.sign != 0 && word.sign != '/' && word.sign != ',') return true;
  // A comma inside a list of subjects goes on with another one: "Housing, Planning and Transport".
  if (word.sign == ',' && !word.capital) return true;
  const std::string_view before = passage.words[at - 1].folded;
  if (word.folded == "the" &&
      (contains(about_words, before) || before == "and" || before == "to" || before == "in" || before == "following"))
    return false;
  if (contains(name_ends, word.folded)) return true;
  if (has_digit(word.folded) && (before == "on" || before == "in" || before == "for")) return true;
  for (const std::string_view phrase : name_end_phrases) {
    if (phrase_at(passage, phrase, at, end) > 0) return true;
  }
  return false;
}

/// From `first` to where the name ends.
WordRange name_from(const PassageWords& passage, std::size_t first, std::size_t end) {
  WordRange range{first, first};
  while (range.end < end && range.end - first < longest_name && !ends_name(passage, range.end, first, end)) ++range.end;
  return range;
}

/// "of the Housing and Health Scrutiny Panel": whose group it is. Where the next words begin, or `at`.
std::size_t skip_parent(const PassageWords& passage, std::size_t at, std::size_t end) {
  constexpr std::size_t reach = 16;
  if (at >= end || passage.words[at].folded != "of") return at;
  for (std::size_t i = at; i < std::min(end, at + reach); ++i) {
    if (contains(std::to_array<std::string_view>({"committee", "commission", "panel", "board"}),
                 passage.words[i].singular))
      return i + 1;
  }
  return at;
}

WordRange name_behind(const PassageWords& passage, const FoundForm& form) {
  const std::size_t end = passage.sentence_of(form.at.first).end;
  std::size_t at = form.at.end;
  if (at < end && passage.words[form.at.first].folded == "reviewed") return name_from(passage, at, end);
  while (at < end && passage.words[at].sign == 0 && contains(form_tails, passage.words[at].folded)) ++at;
  const std::size_t behind_parent = skip_parent(passage, at, end);
  const bool parent = behind_parent != at;
  at = behind_parent;
  if (at >= end) return {};
  const bool verb = form.form == "review" && form.at.first > 0 && passage.words[form.at.first - 1].folded == "to";
  if (verb && form.at.end == at) return name_from(passage, at, end);
  if (!parent && passage.words[at].sign == 0 && contains(about_words, passage.words[at].folded)) {
    const WordRange range = name_from(passage, at + 1, end);
    if (std::any_of(passage.words.begin() + static_cast<std::ptrdiff_t>(range.first),
                    passage.words.begin() + static_cast<std::ptrdiff_t>(range.end), is_telling))
      return range;
  }
  WordRange best;
  for (const std::string_view phrase : about_phrases) {
    const WordRange here = find_phrase(passage, phrase, {at, end});
    if (!here.empty() && (best.empty() || here.first < best.first)) best = here;
  }
  return best.empty() ? WordRange{} : name_from(passage, best.end, end);
}

/// "the Care Leavers – Moving On Task Group": a name with a dash in it, from behind its article.
WordRange dashed_name(const PassageWords& passage, const FoundForm& form, const WordRange& sentence) {
  bool dashed = false;
  for (std::size_t at = form.at.first; at > sentence.first && form.at.first - at < longest_name; --at) {
    if (passage.words[at].sign != 0 && passage.words[at].sign != '-') return {};
    dashed = dashed || passage.words[at].sign == '-';
    if (dashed && passage.words[at - 1].folded == "the" && passage.words[at].capital) return {at, form.at.first};
  }
  return {};
}

/// "the Ofsted Action Plan Task Group": capitals in front of the form.
WordRange name_before(const PassageWords& passage, const FoundForm& form) {
  constexpr auto small = std::to_array<std::string_view>({"and", "of", "in", "for", "the", "with", "on", "to"});
  const WordRange sentence = passage.sentence_of(form.at.first);
  const WordRange dashed = dashed_name(passage, form, sentence);
  if (!dashed.empty()) return dashed;
  std::size_t first = form.at.first;
  while (first > sentence.first && form.at.first - first < longest_name) {
    const PassageWord& word = passage.words[first - 1];
    if (passage.words[first].sign != 0) break;
    if (!word.capital && !contains(small, word.folded)) break;
    // "the Children's Scrutiny Committee Task Group": whose group it is, not what it is about.
    if (is_body_word(word.singular) && word.singular != "scrutiny") return {};
    if (!word.capital && word.folded == "the" &&
        !(first > sentence.first + 1 && passage.words[first - 2].folded == "of"))
      break;
    --first;
  }
  return {first, form.at.first};
}

/// "CARE LEAVERS: TASK GROUP REPORT": the part of a title beside the one that only names the form.
WordRange name_beside(const PassageWords& passage, const FoundForm& form) {
  const WordRange sentence = passage.sentence_of(form.at.first);
  const auto parted = [&](std::size_t at) { return passage.words[at].sign == ':' || passage.words[at].sign == '-'; };
  WordRange part = form.at;
  while (part.first > sentence.first && !parted(part.first)) --part.first;
  while (part.end < sentence.end && !parted(part.end)) ++part.end;
  for (std::size_t i = part.first; i < part.end; ++i) {
    if (is_telling(passage.words[i])) return {};
  }
  if (part.first > sentence.first) {
    WordRange before{sentence.first, part.first};
    return before;
  }
  return {part.end, sentence.end};
}

bool quote_at(const PassageWords& passage, std::size_t begin, std::size_t end) {
  const std::string_view between = std::string_view(passage.text).substr(begin, end - begin);
  return between.find('"') != std::string_view::npos || between.find("\xE2\x80\x9C") != std::string_view::npos ||
         between.find("\xE2\x80\x98") != std::string_view::npos ||
         between.find("\xE2\x80\x9D") != std::string_view::npos;
}

/// A title in quotes in the sentence, or one before the colon of "Getting There: Report of the Task Group on …".
WordRange quoted_title(const PassageWords& passage, const FoundForm& form, bool title) {
  constexpr std::size_t longest = 10;
  const WordRange sentence = passage.sentence_of(form.at.first);
  for (std::size_t first = sentence.first; first < sentence.end; ++first) {
    const std::size_t before = first == 0 ? 0 : passage.words[first - 1].end;
    if (!passage.words[first].capital || !quote_at(passage, before, passage.words[first].begin)) continue;
    for (std::size_t end = first + 1; end <= std::min(sentence.end, first + longest); ++end) {
      const std::size_t after = end < passage.words.size() ? passage.words[end].begin : passage.text.size();
      if (!quote_at(passage, passage.words[end - 1].end, after)) continue;
      return {first, end};
    }
  }
  if (!title) return {};
  const WordRange report = find_phrase(passage, "report of the|a", sentence);
  const bool in_front = !report.empty() && report.first > sentence.first && report.first < form.at.first &&
                        passage.words[report.first].sign == ':' && passage.words[sentence.first].sign == 0;
  return in_front ? WordRange{sentence.first, report.first} : WordRange{};
}

}  // namespace

namespace {

ReviewName untrimmed(const PassageWords& passage, const WordRange& range) {
  ReviewName name;
  name.subject = passage.written(range);
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (is_telling(passage.words[i])) name.key.emplace_back(passage.words[i].stem);
  }
  std::sort(name.key.begin(), name.key.end());
  name.key.erase(std::unique(name.key.begin(), name.key.end()), name.key.end());
  return name;
}

/// Of a title: without numbers at its ends, and without parts beside a dash or colon that any review's title may have.
WordRange title_range(const PassageWords& title, WordRange range) {
  const auto parted = [&](std::size_t at) { return title.words[at].sign == ':' || title.words[at].sign == '-'; };
  while (!range.empty() && has_digit(title.words[range.first].folded)) ++range.first;
  while (!range.empty() && has_digit(title.words[range.end - 1].folded)) --range.end;
  for (std::size_t at = range.end; at > range.first + 1;) {
    if (is_telling(title.words[--at])) break;
    if (parted(at)) range.end = at;
  }
  for (std::size_t at = range.first; at + 1 < range.end; ++at) {
    if (parted(at) && at > range.first) range.first = at;
    if (is_telling(title.words[at])) break;
  }
  return range;
}

}  // namespace

ReviewName name_of_range(const PassageWords& passage, WordRange range) {
  while (!range.empty() && !is_telling(passage.words[range.first])) ++range.first;
  while (!range.empty() && !is_telling(passage.words[range.end - 1])) --range.end;
  return untrimmed(passage, range);
}

ReviewName name_of_title(const PassageWords& title) {
  const FoundForm none{{}, FormFamily::review, {0, 0}};
  const WordRange quoted = title.words.empty() ? WordRange{} : quoted_title(title, none, false);
  ReviewName name = untrimmed(title, quoted.empty() ? title_range(title, title.all()) : quoted);
  name.quoted = title.written(quoted);
  return name.key.empty() && quoted.empty() ? ReviewName{} : name;
}

ReviewName review_name(const PassageWords& passage, const FoundForm& form, bool title) {
  const WordRange quoted = quoted_title(passage, form, title);
  ReviewName name;
  if (title) name = untrimmed(passage, title_range(passage, name_beside(passage, form)));
  if (name.key.empty()) name = name_of_range(passage, name_behind(passage, form));
  if (name.key.empty()) name = name_of_range(passage, name_before(passage, form));
  if (name.key.empty() && !quoted.empty()) name = untrimmed(passage, quoted);
  name.quoted = passage.written(quoted);
  return name;
}

}  // namespace minutebook::query
