#include "server/said.h"

#include <algorithm>
#include <vector>

#include "server/assets.h"

namespace minutebook::server {
namespace {

struct Sentence {
  std::vector<std::string_view> english;  ///< the words between the places
  std::string_view welsh;                 ///< with the places by their numbers: "{1}"
  std::size_t letters = 0;                ///< of the English: the more, the closer it fits
};

/// "no field {1}" -> "no field ", "". Places stand in the English in the order of their numbers.
std::vector<std::string_view> between_places(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{')) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(text.find('}', at) + 1);
  }
  parts.push_back(text);
  return parts;
}

std::vector<Sentence> read_sentences(std::string_view table) {
  std::vector<Sentence> sentences;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == line.npos) continue;
    Sentence one{between_places(line.substr(0, tab)), line.substr(tab + 1)};
    for (const std::string_view part : one.english) one.letters += part.size();
    sentences.push_back(std::move(one));
  }
  std::stable_sort(sentences.begin(), sentences.end(),
                   [](const Sentence& a, const Sentence& b) { return a.letters > b.letters; });
  return sentences;
}

/// What stands in the places; nullopt: it is another sentence.
std::optional<std::vector<std::string_view>> places_of(const Sentence& sentence, std::string_view text) {
  const std::vector<std::string_view>& parts = sentence.english;
  if (!text.starts_with(parts.front()) || !text.ends_with(parts.back())) return std::nullopt;
  if (parts.size() == 1)
    return text.size() == parts.front().size() ? std::optional(std::vector<std::string_view>()) : std::nullopt;
  std::vector<std::string_view> places;
  std::size_t at = parts.front().size();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    const std::size_t end = last ? text.size() - parts[i].size() : text.find(parts[i], at);
    if (end == text.npos || end < at) return std::nullopt;
    places.push_back(text.substr(at, end - at));
    at = end + parts[i].size();
  }
  return places;
}

std::string filled(std::string_view welsh, const std::vector<std::string_view>& places) {
  std::string made;
  for (std::size_t at = 0; at < welsh.size(); ++at) {
    if (welsh[at] == '{' && at + 2 < welsh.size() && welsh[at + 2] == '}') {
      made += places.at(static_cast<std::size_t>(welsh[at + 1] - '1'));
      at += 2;
    } else {
      made += welsh[at];
    }
  }
  return made;
}

std::optional<std::string> translated(std::string_view english) {
  static const std::vector<Sentence> sentences = read_sentences(asset_said_cy());
  for (const Sentence& sentence : sentences) {
    if (const auto places = places_of(sentence, english)) return filled(sentence.welsh, *places);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> in_welsh(std::string_view english) {
  // Where in the query it is stands behind every sentence about one.
  constexpr std::string_view begin = " (character ";
  constexpr std::string_view end = " of the query)";
  const std::size_t at = english.ends_with(end) ? english.rfind(begin) : english.npos;
  if (at == english.npos) return translated(english);
  const auto sentence = translated(english.substr(0, at));
  if (!sentence) return std::nullopt;
  const std::size_t number = at + begin.size();
  return *sentence + " (nod " + std::string(english.substr(number, english.size() - end.size() - number)) +
         " o’r chwiliad)";
}

bool all_in_welsh(std::initializer_list<std::string*> sentences) {
  std::vector<std::string> made;
  for (const std::string* one : sentences) {
    auto welsh = one->empty() ? std::optional(std::string()) : in_welsh(*one);
    if (!welsh) return false;
    made.push_back(std::move(*welsh));
  }
  std::size_t at = 0;
  for (std::string* one : sentences) *one = std::move(made[at++]);
  return true;
}

}  // namespace minutebook::server
