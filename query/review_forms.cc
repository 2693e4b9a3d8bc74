#include "query/review_forms.h"

#include <algorithm>
#include <array>

namespace minutebook::query {

namespace {

struct Form {
  std::string_view phrase;  ///< as find_phrase() takes it
  std::string_view name;
  FormFamily family;
};

// Longer phrases before shorter ones that they contain.
constexpr auto forms = std::to_array<Form>({
    {"task and finish working group|party", "task and finish group", FormFamily::group},
    {"task and finish scrutiny group", "task and finish group", FormFamily::group},
    {"task and finish group|panel|review|project|exercise|inquiry", "task and finish group", FormFamily::group},
    {"task finish group", "task and finish group", FormFamily::group},
    {"task and finish", "task and finish group", FormFamily::group},
    {"cross party scrutiny review group", "cross-party review group", FormFamily::group},
    {"cross party review|working|task group", "cross-party review group", FormFamily::group},
    {"scrutiny task|working|review group", "scrutiny group", FormFamily::group},
    {"member task|working|review group", "member group", FormFamily::group},
    {"task group", "task group", FormFamily::group},
    {"topic group", "topic group", FormFamily::group},
    {"study group", "study group", FormFamily::group},
    {"review group", "review group", FormFamily::group},
    {"review panel", "review panel", FormFamily::group},
    {"working group", "working group", FormFamily::group},
    {"working party", "working party", FormFamily::group},
    {"improvement task force", "task force", FormFamily::group},
    {"spotlight scrutiny|review|session|inquiry", "spotlight review", FormFamily::spotlight},
    {"deep dive", "deep dive", FormFamily::deep_dive},
    {"select committee inquiry|review", "select committee inquiry", FormFamily::inquiry},
    {"scrutiny panel|committee|commission inquiry", "scrutiny inquiry", FormFamily::inquiry},
    {"scrutiny|member|members inquiry", "scrutiny inquiry", FormFamily::inquiry},
    {"inquiry|enquiry day", "inquiry day", FormFamily::session},
    {"scrutiny in a day", "scrutiny in a day", FormFamily::session},
    {"scrutiny day", "scrutiny in a day", FormFamily::session},
    {"challenge session|panel|day|event", "challenge session", FormFamily::session},
    {"rapid scrutiny review", "rapid review", FormFamily::review},
    {"rapid|mini review", "rapid review", FormFamily::review},
    {"light touch review", "light touch review", FormFamily::review},
    {"in depth scrutiny review", "in-depth review", FormFamily::review},
    {"in depth review|study|investigation|scrutiny", "in-depth review", FormFamily::review},
    {"themed|thematic review", "themed review", FormFamily::review},
    {"scrutiny review|investigation|study|project", "scrutiny review", FormFamily::review},
});

constexpr auto bodies =
    std::to_array<std::string_view>({"board", "commission", "committee", "councillor", "members", "panel", "scrutiny"});

// "annual review": what is reviewed is a case, a plan, a contract; not the work of a committee.
constexpr auto other_reviews = std::to_array<std::string_view>(
    {"annual",   "area",        "boundary",  "budget",   "care",       "case",      "cla",        "contract",
     "ehcp",     "electoral",   "external",  "fee",      "file",       "foster",    "governance", "health",
     "internal", "judicial",    "lac",       "partial",  "legal",      "licence",   "license",    "literature",
     "local",    "medical",     "mid",       "month",    "monthly",    "officer",   "officers",   "pay",
     "peer",     "performance", "placement", "plan",     "practice",   "quarterly", "rent",       "salary",
     "six",      "spending",    "statutory", "transfer", "transition", "weekly",    "year",       "yearly"});
constexpr auto after_other_reviews = std::to_array<std::string_view>(
    {"board", "conference", "date", "form", "hearing", "meeting", "officer", "period", "process", "date"});
// Titles of regular business that begin with "review".
constexpr auto other_titles =
    std::to_array<std::string_view>({"licence", "license", "review of the minutes|minute", "review of minutes|minute",
                                     "review of action|actions", "review of progress", "review of the work programme",
                                     "review of work programme", "review by", "premises", "polling"});

// With a committee in the sentence: somebody asked for the review, made it or reported on it.
constexpr auto review_acts = std::to_array<std::string_view>(
    {"agreed",    "asked",   "began",  "begun",     "carried",    "commenced",      "commissioned", "conducted",
     "finding",   "held",    "looked", "presented", "received",   "recommendation", "reported",     "request",
     "requested", "request", "scope",  "suggested", "undertaken", "undertook",      "undertake",    "volunteered"});
// Without one: the words say that it was a piece of work with a report.
constexpr auto review_reports = std::to_array<std::string_view>(
    {"final report", "interim report", "report of the review", "recommendation of the review",
     "finding of a|the review", "carried out by councillor"});

constexpr auto by_bodies =
    std::to_array<std::string_view>({"by the panel|committee|commission|board|members|councillor|scrutiny",
                                     "by councillor|members|scrutiny", "to the panel|committee|commission|board"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_year(std::string_view word) {
  const bool four = word.size() == 4 || (word.size() == 7 && word[4] == '/');
  return four && (word.starts_with("19") || word.starts_with("20")) &&
         word.substr(0, 4).find_first_not_of("0123456789") == std::string_view::npos;
}

bool year_near(const PassageWords& passage, std::size_t at, const WordRange& sentence) {
  constexpr std::size_t near = 8;
  const std::size_t first = std::max(sentence.first, at >= near ? at - near : 0);
  for (std::size_t i = first; i < std::min(sentence.end, at + near); ++i) {
    if (is_year(passage.words[i].folded)) return true;
  }
  return false;
}

/// "the 2016 review", "a review in 2017", "Review July 2016": the year is the review's own.
bool own_year(const PassageWords& passage, std::size_t at, const WordRange& sentence) {
  constexpr std::size_t reach = 2;
  const std::size_t first = std::max(sentence.first, at >= reach ? at - reach : 0);
  for (std::size_t i = first; i <= at + reach && i < sentence.end; ++i) {
    if (is_year(passage.words[i].folded)) return true;
  }
  // "Review of Young Carers 2016", "reviews of 2016 and 2020"
  return at + reach < sentence.end && year_near(passage, at, sentence) && passage.words[at + 1].folded == "of" &&
         is_year(passage.words[sentence.end - 1].folded);
}

bool body_near(const PassageWords& passage, std::size_t at, std::size_t reach, const WordRange& sentence) {
  const std::size_t first = std::max(sentence.first, at >= reach ? at - reach : 0);
  for (std::size_t i = first; i < at; ++i) {
    if (is_body_word(passage.words[i].singular) || is_body_word(passage.words[i].folded)) return true;
  }
  return false;
}

/// "the Panel reviewed …" of another time, "asked the Panel to review …".
bool review_verb(const PassageWords& passage, std::size_t at, const WordRange& sentence) {
  const PassageWord& word = passage.words[at];
  if (word.folded == "reviewed") {
    const bool passed = year_near(passage, at, sentence) || has_phrase(passage, "previously", sentence);
    return passed && body_near(passage, at, 4, sentence) && at + 1 < sentence.end;
  }
  if (word.folded != "review" || at <= sentence.first || passage.words[at - 1].folded != "to") return false;
  constexpr auto asking = std::to_array<std::string_view>({"ask|asked|asks", "request|requested", "invite|invited"});
  return has_any(passage, asking, {sentence.first, at}) && body_near(passage, at, 7, sentence);
}

/// "review of X", "the X review".
bool review_noun(const PassageWords& passage, std::size_t at, const WordRange& sentence, bool title) {
  if (passage.words[at].singular != "review") return false;
  const std::string_view before = at > sentence.first ? passage.words[at - 1].singular : std::string_view();
  const std::string_view after = at + 1 < sentence.end ? passage.words[at + 1].singular : std::string_view();
  if (contains(other_reviews, before) || contains(after_other_reviews, after) || before == "to") return false;
  if (title) return !has_any(passage, other_titles, passage.all());
  const bool named = after == "of" || after == "into" || after == "on" ||
                     (at > sentence.first && (passage.words[at - 1].capital || passage.words[at].sign == '"'));
  if (!named) return false;
  if (has_any(passage, review_reports, sentence) || own_year(passage, at, sentence)) return true;
  const bool quoted = passage.words[at].sign == '"' && year_near(passage, at, sentence);
  if (is_body_word(before) || quoted) return true;
  // A "review of the Fostering Panel" is not one by a panel: the body stands before it, or behind "by".
  const bool body = body_near(passage, at, at, sentence) || has_any(passage, by_bodies, {at, sentence.end});
  return body && has_any(passage, review_acts, sentence);
}

/// A working group may be one of officers: members, a committee or its subject has to stand beside it.
bool members_group(const PassageWords& passage, const WordRange& at) {
  const WordRange sentence = passage.sentence_of(at.first);
  if (at.end < sentence.end && contains(std::to_array<std::string_view>({"on", "into"}), passage.words[at.end].folded))
    return true;
  for (std::size_t i = sentence.first; i < sentence.end; ++i) {
    if (i >= at.first && i < at.end) continue;
    if (is_body_word(passage.words[i].singular) || is_body_word(passage.words[i].folded)) return true;
  }
  return false;
}

/// "The provider is undertaking a deep dive into …": those who run a service look into their own work by such means
/// too.
bool operational(const PassageWords& passage, const FoundForm& form) {
  constexpr auto by_anybody = std::to_array<std::string_view>(
      {"deep dive", "themed review", "rapid review", "light touch review", "in-depth review"});
  constexpr auto doers = std::to_array<std::string_view>(
      {"contractor", "department", "hospital", "leader", "manager", "officer", "provider", "service", "team", "trust"});
  if (!contains(by_anybody, form.form)) return false;
  const WordRange sentence = passage.sentence_of(form.at.first);
  bool done = false;
  for (std::size_t i = sentence.first; i < sentence.end; ++i) {
    const PassageWord& word = passage.words[i];
    if (is_body_word(word.singular) || is_body_word(word.folded)) return false;
    done = done || (i < form.at.first && contains(doers, word.singular));
  }
  return done;
}

}  // namespace

bool is_body_word(std::string_view singular) {
  return contains(bodies, singular);
}

std::vector<FoundForm> find_review_forms(const PassageWords& passage, bool title) {
  std::vector<FoundForm> found;
  for (std::size_t at = 0; at < passage.words.size(); ++at) {
    const WordRange sentence = passage.sentence_of(at);
    FoundForm one;
    for (const Form& form : forms) {
      const std::size_t length = phrase_at(passage, form.phrase, at, sentence.end);
      if (length == 0) continue;
      one = {form.name, form.family, {at, at + length}};
      break;
    }
    const bool working = one.form == "working group" || one.form == "working party";
    if (working && !title && !members_group(passage, one.at)) continue;
    if (!one.at.empty() && !title && operational(passage, one)) continue;
    if (one.at.empty() && (review_verb(passage, at, sentence) || review_noun(passage, at, sentence, title)))
      one = {"review", FormFamily::review, {at, at + 1}};
    if (one.at.empty()) continue;
    found.push_back(one);
    at = one.at.end - 1;
  }
  return found;
}

}  // namespace minutebook::query
