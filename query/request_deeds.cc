#include "query/request_deeds.h"

#include <algorithm>
#include <string_view>

#include "query/request_things.h"

namespace minutebook::query {

namespace {

constexpr auto gives =
    std::to_array<std::string_view>({"provide", "bring", "submit", "present", "circulate", "share", "send", "supply",
                                     "produce", "prepare", "give", "forward", "publish"});
constexpr auto questions =
    std::to_array<std::string_view>({"whether", "if", "how", "why", "what", "about", "who", "where"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
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

/// Who is asked, without article; empty where the words are no person, office or body.
std::string addressee_in(const PassageWords& passage, WordRange range) {
  constexpr auto leading = std::to_array<std::string_view>({"the", "that", "to", "and", "also"});
  constexpr auto closing = std::to_array<std::string_view>({"would", "should", "will", "must", "and", "also"});
  constexpr auto verbs =
      std::to_array<std::string_view>({"was", "were", "be", "been", "is", "are", "had", "has", "that", "could",
                                       "accepted", "which", "said", "who", "on", "a", "an"});
  constexpr auto people = std::to_array<std::string_view>(
      {"officers", "officer", "schools", "school", "directors", "members", "providers", "partners", "operators"});
  while (!range.empty() && contains(leading, passage.words[range.first].folded)) ++range.first;
  while (!range.empty() && contains(closing, passage.words[range.end - 1].folded)) --range.end;
  constexpr std::size_t longest = 10;
  if (range.empty() || range.end - range.first > longest) return {};
  bool named = false;
  for (std::size_t i = range.first; i < range.end; ++i) {
    const PassageWord& word = passage.words[i];
    if (contains(verbs, word.folded)) return {};
    named = named || word.capital || contains(people, word.folded);
  }
  return named ? passage.written(range) : std::string();
}

/// "the Clerk should, in the light of the discussion, bring a draft": the verb stands at once behind "should", or
/// behind a comma or "and".
Deed duty(const PassageWords& passage, const WordRange& sentence) {
  const WordRange should = find_phrase(passage, "should|shall|must", sentence);
  if (should.empty()) return {};
  const std::string who = addressee_in(passage, {clause_start(passage, should.first, sentence), should.first});
  if (who.empty()) return {};
  for (std::size_t i = should.end; i < sentence.end; ++i) {
    const std::string_view before = passage.words[i - 1].folded;
    const bool next = i == should.end || passage.words[i].sign == ',' || before == "and" || before == "also";
    const Asked asked = next ? deed(passage, i, sentence) : Asked::nothing;
    if (asked != Asked::nothing) return {asked, who, {}};
  }
  return {};
}

}  // namespace

bool opens_question(std::string_view folded) {
  return contains(questions, folded);
}

Deed asked_of(const PassageWords& passage, const WordRange& sentence) {
  constexpr auto be_asked = std::to_array<std::string_view>({"be asked|requested|invited|instructed|urged to"});
  for (const std::string_view phrase : be_asked) {
    const WordRange here = find_phrase(passage, phrase, sentence);
    if (here.empty() || here.end >= sentence.end) continue;
    const Asked asked = deed(passage, here.end, sentence);
    return {asked == Asked::nothing ? Asked::step : asked,
            addressee_in(passage, {clause_start(passage, here.first, sentence), here.first}),
            {}};
  }
  for (std::size_t i = sentence.first; i + 2 < sentence.end; ++i) {
    const std::string_view word = passage.words[i].folded;
    const bool active = is_asking(word) || word == "invite" || word == "invited";
    if (!active || opens_question(passage.words[i + 1].folded)) continue;
    for (std::size_t to = i + 2; to + 1 < std::min(sentence.end, i + 16); ++to) {
      if (passage.words[to].folded != "to" && passage.words[to].folded != "for") continue;
      const std::string_view first = passage.words[i + 1].folded;
      if (first == "for" || first == "that" || first == "to") break;
      const Asked asked = passage.words[to].folded == "to" ? deed(passage, to + 1, sentence) : Asked::nothing;
      const std::string who = addressee_in(passage, {i + 1, to});
      if (!who.empty()) return {asked, who, {}};
    }
  }
  return {};
}

Deed told(const PassageWords& passage, const WordRange& sentence) {
  if (Deed deed = duty(passage, sentence); deed.asked != Asked::nothing) return deed;
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
    if (asked != Asked::nothing) return {asked, addressee_in(passage, {first, i}), {}};
  }
  return {};
}

Deed noted_down(const PassageWords& passage, const WordRange& sentence) {
  constexpr auto posts =
      std::to_array<std::string_view>({"clerk", "chair", "chairman", "chairperson", "cllr", "councillor", "officer",
                                       "officers", "director", "leader", "manager"});
  constexpr auto no_deeds = std::to_array<std::string_view>({"be", "the", "a", "an", "all", "this", "that"});
  constexpr std::size_t longest = 6;
  std::size_t to = sentence.first;
  bool post = false;
  for (; to < sentence.end && to - sentence.first < longest && passage.words[to].folded != "to"; ++to) {
    const PassageWord& word = passage.words[to];
    const bool small = word.folded == "the" || word.folded == "and" || word.folded == "of";
    if ((!word.capital && !small) || word.sign == ':') return {};
    post = post || contains(posts, word.folded);
  }
  const bool noted = post && to > sentence.first && to + 1 < sentence.end && passage.words[to].folded == "to";
  if (!noted || passage.words[to + 1].capital || contains(no_deeds, passage.words[to + 1].folded)) return {};
  const std::string_view verb = passage.words[to + 1].folded;
  const Asked asked = verb == "respond" || verb == "reply" ? Asked::letter : deed(passage, to + 1, sentence);
  return {asked == Asked::nothing ? Asked::step : asked, addressee_in(passage, {sentence.first, to}), {}};
}

Deed promised(const PassageWords& passage, const WordRange& sentence, bool to_members) {
  for (std::size_t i = sentence.first; i + 1 < sentence.end; ++i) {
    const std::string_view word = passage.words[i].folded;
    const bool opens =
        word == "would" || word == "will" ||
        (word == "to" && i > sentence.first &&
         contains(std::to_array<std::string_view>({"undertook", "agreed", "promised"}), passage.words[i - 1].folded));
    if (!opens) continue;
    const Asked asked = deed(passage, i + 1, sentence);
    const bool told_to_members = asked != Asked::report || passage.words[i + 1].folded != "report" || to_members ||
                                 has_phrase(passage, "report back", sentence);
    if (asked == Asked::nothing || !told_to_members) continue;
    const std::size_t end = word == "to" ? i - 1 : i;
    return {asked, addressee_in(passage, {clause_start(passage, end, sentence), end}), {i + 1, sentence.end}};
  }
  const WordRange reply = find_phrase(passage, "promised a", sentence);
  if (reply.empty()) return {};
  return {thing_in(passage, {reply.end - 1, sentence.end}),
          addressee_in(passage, {sentence.first, reply.first}),
          {reply.end, sentence.end}};
}

}  // namespace minutebook::query
