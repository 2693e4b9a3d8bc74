#include "query/request_signs.h"

#include <algorithm>
#include <array>

#include "query/due_words.h"

namespace minutebook::query {

namespace {

struct Thing {
  std::string_view noun;  ///< singular
  Asked asked;
};

constexpr auto things = std::to_array<Thing>({
    {"update", Asked::update},
    {"feedback", Asked::update},
    {"report", Asked::report},
    {"paper", Asked::report},
    {"letter", Asked::letter},
    {"information", Asked::information},
    {"detail", Asked::information},
    {"figure", Asked::information},
    {"breakdown", Asked::information},
    {"briefing", Asked::information},
    {"note", Asked::information},
    {"statistic", Asked::information},
    {"number", Asked::information},
    {"name", Asked::information},
    {"list", Asked::information},
    {"profile", Asked::information},
    {"presentation", Asked::information},
    {"copy", Asked::information},
    {"documentation", Asked::information},
    {"document", Asked::information},
    {"explanation", Asked::information},
    {"reply", Asked::information},
    {"response", Asked::information},
    {"proposal", Asked::report},
    {"analysis", Asked::information},
    {"assurance", Asked::information},
    {"audit", Asked::report},
});

constexpr auto given = std::to_array<std::string_view>(
    {"provided", "brought", "submitted", "presented", "circulated", "shared", "sent", "reported", "given", "supplied",
     "produced", "prepared", "made", "included", "fed", "forwarded", "tabled", "issued"});
constexpr auto gives =
    std::to_array<std::string_view>({"provide", "bring", "submit", "present", "circulate", "share", "send", "supply",
                                     "produce", "prepare", "give", "forward", "publish"});
constexpr auto asks = std::to_array<std::string_view>({"ask", "asks", "asked", "request", "requests", "requested"});
constexpr auto questions =
    std::to_array<std::string_view>({"whether", "if", "how", "why", "what", "about", "who", "where"});
constexpr auto askers =
    std::to_array<std::string_view>({"member", "members", "panel", "committee", "commission", "board", "councillor",
                                     "chair", "chairman", "chairperson", "council", "it", "cllr", "they", "he", "she"});
constexpr auto to_members = std::to_array<std::string_view>(
    {"to the|this committee|panel|board|commission|meeting|next|member|council|march|chair", "to member|members",
     "to committee|councillor", "to a future|later", "to councillor|cllr", "at the|its|a next|future",
     "outside the meeting", "after the meeting", "in writing", "further", "in due course", "a written", "would bring",
     "in due course"});
constexpr auto promises = std::to_array<std::string_view>({"undertook to", "promised",
                                                           "agreed to provide|bring|circulate|"
                                                           "share|send|report|write|supply|receive",
                                                           "undertook that"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Asked thing_of(std::string_view singular) {
  const auto* const found =
      std::find_if(things.begin(), things.end(), [&](const Thing& one) { return one.noun == singular; });
  return found == things.end() ? Asked::nothing : found->asked;
}

/// "the report", "this report", "the Annual Report": one that is there already.
bool at_hand(const PassageWords& passage, std::size_t at, std::size_t first) {
  constexpr std::size_t reach = 3;
  for (std::size_t i = at; i > first && at - i < reach;) {
    --i;
    const std::string_view word = passage.words[i].folded;
    if (word == "next" || word == "following" || word == "further" || word == "a" || word == "an") return false;
    if (word == "the" || word == "this" || word == "its" || word == "their" || word == "that") return true;
    if (contains(given, word) || word == "be") return false;
  }
  return false;
}

/// Where the clause begins that word `at` stands in: after a sign, "that", or an "and" that joins two clauses.
std::size_t clause_start(const PassageWords& passage, std::size_t at, const WordRange& sentence) {
  for (std::size_t i = at; i > sentence.first; --i) {
    const PassageWord& word = passage.words[i];
    if (word.sign == ':') return i;
    if (passage.words[i - 1].folded == "that") return i;
    const bool joins = passage.words[i - 1].folded == "and" || word.sign == ',';
    if (joins && has_phrase(passage, "be", {sentence.first, i})) return i;
  }
  return sentence.first;
}

/// The first thing named in a range that is not at hand already.
Asked thing_in(const PassageWords& passage, const WordRange& range) {
  for (std::size_t i = range.first; i < range.end; ++i) {
    const Asked asked = thing_of(passage.words[i].singular);
    if (asked == Asked::nothing) continue;
    const bool reports = asked == Asked::report || asked == Asked::update;
    if (reports && at_hand(passage, i, range.first)) return Asked::nothing;
    // "the number of places": what is asked for is the verb's.
    return asked;
  }
  return Asked::nothing;
}

/// "an update … be provided"
Asked passive(const PassageWords& passage, const WordRange& sentence) {
  for (std::size_t i = sentence.first + 1; i < sentence.end; ++i) {
    if (!contains(given, passage.words[i].folded)) continue;
    const std::string_view before = passage.words[i - 1].folded;
    if (before != "be" && !(i > sentence.first + 1 && passage.words[i - 2].folded == "be")) continue;
    const WordRange clause{clause_start(passage, i, sentence), i};
    const Asked asked = thing_in(passage, clause);
    if (asked != Asked::nothing) return asked;
    const bool reported = passage.words[i].folded == "reported" && i + 1 < sentence.end &&
                          passage.words[i + 1].folded == "to" && clause.end - clause.first > 2;
    if (reported) return Asked::report;
  }
  return Asked::nothing;
}

/// "to receive an update", "asked for a breakdown"
Asked wanted(const PassageWords& passage, const WordRange& sentence) {
  constexpr std::size_t reach = 8;
  for (std::size_t i = sentence.first; i < sentence.end; ++i) {
    const std::string_view word = passage.words[i].folded;
    const bool receives = word == "receive" || word == "receives";
    const bool asked_for =
        word == "for" && i > sentence.first &&
        std::any_of(passage.words.begin() +
                        static_cast<std::ptrdiff_t>(i > reach + sentence.first ? i - reach : sentence.first),
                    passage.words.begin() + static_cast<std::ptrdiff_t>(i),
                    [](const PassageWord& one) { return contains(asks, one.folded); });
    const bool requested = (word == "requested" || word == "requests") && i + 1 < sentence.end &&
                           passage.words[i + 1].folded != "that" && passage.words[i + 1].folded != "by";
    if (!receives && !asked_for && !requested) continue;
    const Asked asked = thing_in(passage, {i + 1, std::min(sentence.end, i + 1 + reach)});
    if (asked != Asked::nothing) return asked;
  }
  return Asked::nothing;
}

/// What somebody is to do by a verb: "write" -> letter, "bring a note" -> information.
Asked deed(const PassageWords& passage, std::size_t verb, const WordRange& sentence) {
  constexpr std::size_t reach = 8;
  const std::string_view word = passage.words[verb].folded;
  if (word == "write") return Asked::letter;
  if (word == "report") return Asked::report;
  if (!contains(gives, word)) return Asked::nothing;
  return thing_in(passage, {verb + 1, std::min(sentence.end, verb + 1 + reach)});
}

std::string without_article(const PassageWords& passage, WordRange range) {
  while (!range.empty() &&
         contains(std::to_array<std::string_view>({"the", "that", "to", "and"}), passage.words[range.first].folded))
    ++range.first;
  constexpr std::size_t longest = 14;
  return range.end - range.first > longest ? std::string() : passage.written(range);
}

struct Deed {
  Asked asked = Asked::nothing;
  std::string addressee;
};

/// "X be asked to write", "ask X to write", "that X write": who, and what they are to do.
Deed asked_of(const PassageWords& passage, const WordRange& sentence) {
  constexpr auto be_asked = std::to_array<std::string_view>({"be asked|requested|invited|instructed|urged to"});
  for (const std::string_view phrase : be_asked) {
    const WordRange here = find_phrase(passage, phrase, sentence);
    if (here.empty() || here.end >= sentence.end) continue;
    const Asked asked = deed(passage, here.end, sentence);
    return {asked == Asked::nothing ? Asked::step : asked,
            without_article(passage, {clause_start(passage, here.first, sentence), here.first})};
  }
  for (std::size_t i = sentence.first; i + 2 < sentence.end; ++i) {
    const std::string_view word = passage.words[i].folded;
    const bool active = contains(asks, word) || word == "invite" || word == "invited";
    if (!active || contains(questions, passage.words[i + 1].folded)) continue;
    for (std::size_t to = i + 2; to + 1 < std::min(sentence.end, i + 16); ++to) {
      if (passage.words[to].folded != "to" && passage.words[to].folded != "for") continue;
      const std::string_view first = passage.words[i + 1].folded;
      if (first == "for" || first == "that" || first == "to") break;
      const Asked asked = passage.words[to].folded == "to" ? deed(passage, to + 1, sentence) : Asked::nothing;
      return {asked, without_article(passage, {i + 1, to})};
    }
  }
  return {};
}

/// "that the Chair write to …", "the Head of Inclusion report in March".
Deed told(const PassageWords& passage, const WordRange& sentence) {
  for (std::size_t i = sentence.first + 1; i < sentence.end; ++i) {
    const std::string_view word = passage.words[i].folded;
    const bool verb = word == "write" || word == "report" || contains(gives, word);
    if (!verb || passage.words[i].capital) continue;
    const std::size_t first = clause_start(passage, i, sentence);
    constexpr std::size_t longest = 9;
    if (i - first > longest || i == first) continue;
    const std::string_view before = passage.words[i - 1].folded;
    // A person or an office: its last word is written large; a noun "report" has its article before it.
    if (!passage.words[i - 1].capital && before != "officers" && before != "officer") continue;
    if (word == "report" && has_phrase(passage, "be", {i, sentence.end}) && !has_phrase(passage, "that", {first, i})) {
      if (!(i + 1 < sentence.end &&
            contains(std::to_array<std::string_view>({"in", "to", "back", "by"}), passage.words[i + 1].folded)))
        continue;
    }
    const Asked asked = deed(passage, i, sentence);
    if (asked != Asked::nothing) return {asked, without_article(passage, {first, i})};
  }
  return {};
}

/// In the discussion: is something asked for or promised, and not only told?
bool asked_aloud(const PassageWords& passage, const WordRange& sentence) {
  for (std::size_t i = sentence.first; i + 1 < sentence.end; ++i) {
    if (!contains(asks, passage.words[i].folded)) continue;
    const std::string_view next = passage.words[i + 1].folded;
    if (contains(questions, next)) continue;
    const bool by_members = std::any_of(
        passage.words.begin() + static_cast<std::ptrdiff_t>(sentence.first),
        passage.words.begin() + static_cast<std::ptrdiff_t>(i),
        [](const PassageWord& one) { return contains(askers, one.folded) || contains(askers, one.singular); });
    if (by_members &&
        (next == "that" || next == "for" || next == "further" || next == "the" || next == "a" || next == "to"))
      return true;
  }
  if (has_phrase(passage, "it was agreed that", sentence)) return true;
  if (has_any(passage, promises, sentence)) return true;
  return has_phrase(passage, "would|will", sentence) && has_any(passage, to_members, sentence);
}

/// "would bring a note", "an update would be circulated"
Deed promised(const PassageWords& passage, const WordRange& sentence) {
  for (std::size_t i = sentence.first; i + 1 < sentence.end; ++i) {
    const std::string_view word = passage.words[i].folded;
    const bool opens =
        word == "would" || word == "will" ||
        (word == "to" && i > sentence.first &&
         contains(std::to_array<std::string_view>({"undertook", "agreed", "promised"}), passage.words[i - 1].folded));
    if (!opens) continue;
    const Asked asked = deed(passage, i + 1, sentence);
    const bool told_to_members = asked != Asked::report || passage.words[i + 1].folded != "report" ||
                                 has_any(passage, to_members, {i, sentence.end}) ||
                                 has_phrase(passage, "report back", sentence);
    if (asked == Asked::nothing || !told_to_members) continue;
    const std::size_t end = word == "to" ? i - 1 : i;
    return {asked, without_article(passage, {clause_start(passage, end, sentence), end})};
  }
  const WordRange reply = find_phrase(passage, "promised a", sentence);
  if (reply.empty()) return {};
  return {thing_in(passage, {reply.end - 1, sentence.end}), without_article(passage, {sentence.first, reply.first})};
}

std::optional<RequestSign> request_in(const PassageWords& passage, const WordRange& sentence, bool decided) {
  if (!decided && !asked_aloud(passage, sentence)) return std::nullopt;
  RequestSign sign;
  Deed who = asked_of(passage, sentence);
  sign.addressee = who.addressee;
  sign.asked = passive(passage, sentence);
  if (sign.asked == Asked::nothing) sign.asked = wanted(passage, sentence);
  if (sign.asked == Asked::nothing && who.asked != Asked::step) sign.asked = who.asked;
  if (has_phrase(passage, "report|reports back", sentence) && sign.asked == Asked::nothing) sign.asked = Asked::report;
  if (sign.asked == Asked::nothing) {
    const Deed one = decided ? told(passage, sentence) : promised(passage, sentence);
    sign.asked = one.asked;
    if (sign.addressee.empty()) sign.addressee = one.addressee;
  }
  if (sign.asked == Asked::nothing && has_phrase(passage, "look at progress", sentence)) sign.asked = Asked::update;
  if (sign.asked == Asked::nothing && decided) sign.asked = who.asked;
  if (sign.asked == Asked::nothing) return std::nullopt;
  return sign;
}

}  // namespace

std::optional<RequestSign> find_request(const PassageWords& passage, bool decided) {
  for (std::size_t at = 0; at < passage.words.size();) {
    const WordRange sentence = passage.sentence_of(at);
    std::optional<RequestSign> sign = request_in(passage, sentence, decided);
    if (sign) {
      sign->due = find_due(passage);
      return sign;
    }
    at = sentence.end;
  }
  return std::nullopt;
}

}  // namespace minutebook::query
