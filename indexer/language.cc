#include "indexer/language.h"

#include <cstdio>
// CLD2's own header uses FILE without including anything for it.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::indexer {
namespace {

using schema::Language;
using schema::Passage;
using schema::PassageKind;

// What a paragraph begins with tells its language.
constexpr std::size_t passage_bytes = 1000;
// So much text of a paper without any Welsh tells whether it is English.
constexpr std::size_t sample_bytes = 4000;
// CLD2's score for a thousand bytes: Welsh names and places in English ("Wards: Bangor, Caernarfon") reach 950, Welsh
// phrases of two words begin at 1,400.
constexpr double sure_score = 1200.0;
// One part in so many of the text makes a language one of the paper's; less is a motto, a name, a quotation.
constexpr std::size_t share = 10;

// Articles, prepositions and forms of "to be" that hardly a Welsh sentence is without, and English ones are.
constexpr std::size_t welsh_word_count = 24;
constexpr std::array<std::string_view, welsh_word_count> welsh_words = {
    "y",    "yr", "yn",  "ac",   "ei",  "eu",  "bod", "fod",  "gan", "gyda", "wedi", "mae",
    "oedd", "yw", "nid", "bydd", "i'r", "o'r", "a'r", "sydd", "hwn", "hyn",  "wrth", "hefyd"};

/// A word of at most eight bytes as a number: every word of every paper is compared with those above.
constexpr std::uint64_t as_number(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

constexpr std::size_t longest_welsh_word =
    std::max_element(welsh_words.begin(), welsh_words.end(), [](std::string_view a, std::string_view b) {
      return a.size() < b.size();
    })->size();
static_assert(longest_welsh_word <= sizeof(std::uint64_t));

constexpr std::array<std::uint64_t, welsh_word_count> welsh_numbers = [] {
  std::array<std::uint64_t, welsh_word_count> numbers{};
  std::transform(welsh_words.begin(), welsh_words.end(), numbers.begin(), as_number);
  return numbers;
}();

constexpr bool parts_words(char c) {
  return c == ' ' || c == '\t' || c == ',' || c == '.' || c == ';' || c == ':' || c == '(' || c == ')';
}

struct Finding {
  Language language = Language::unknown;
  double score = 0;
};

Finding found_by_cld(std::string_view text) {
  const std::string_view part = schema::cut_utf8(text, passage_bytes);
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(part.data(), static_cast<int>(part.size()), true, &no_hints, 0, languages.data(),
                                 percents.data(), scores.data(), nullptr, &bytes, &reliable);
  if (!reliable) return {};
  if (languages.front() == CLD2::ENGLISH) return {Language::english, scores.front()};
  if (languages.front() == CLD2::WELSH) return {Language::welsh, scores.front()};
  return {};
}

/// One of the words above, written small: "EU" is not "eu".
bool has_welsh_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !parts_words(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    const bool welsh = !word.empty() && word.size() <= longest_welsh_word &&
                       std::find(welsh_numbers.begin(), welsh_numbers.end(), as_number(word)) != welsh_numbers.end();
    if (welsh) return true;
    at = end + 1;
  }
  return false;
}

bool surely_welsh(std::string_view text) {
  return has_welsh_word(text) && found_by_cld(text).language == Language::welsh;
}

bool has_welsh_passage(const schema::Paper& paper) {
  const auto welsh = [](const Passage& passage) { return surely_welsh(passage.text); };
  return std::any_of(paper.items.begin(), paper.items.end(), [&](const schema::Item& item) {
    return std::any_of(item.passages.begin(), item.passages.end(), welsh);
  });
}

/// Of a paper without a Welsh passage, most of which are: asking about every passage would cost more than all the rest
/// of reading it.
Language language_of_sample(const schema::Paper& paper) {
  std::string sample;
  for (const schema::Item& item : paper.items) {
    for (const Passage& passage : item.passages) {
      if (sample.size() >= sample_bytes) break;
      sample += passage.text + '\n';
    }
  }
  for (std::size_t at = 0; at < sample.size(); at += passage_bytes) {
    if (found_by_cld(std::string_view(sample).substr(at)).language == Language::english) return Language::english;
  }
  return Language::unknown;
}

/// Lists of names look Welsh in Wales.
Language language_of_passage(const Passage& passage) {
  const bool names = passage.kind == PassageKind::attendance && !has_welsh_word(passage.text);
  return names ? Language::unknown : language_of(passage.text);
}

/// What a passage without a language of its own goes with.
Language beside(const std::vector<Language>& found, std::size_t at, bool heading) {
  const auto known = [](Language one) { return one != Language::unknown; };
  const auto here = found.begin() + static_cast<std::ptrdiff_t>(at);
  const auto after = std::find_if(here, found.end(), known);
  const auto before = std::find_if(std::make_reverse_iterator(here), found.rend(), known);
  if (after != found.end() && (heading || before == found.rend())) return *after;
  return before == found.rend() ? Language::unknown : *before;
}

struct Amounts {
  std::size_t english = 0;
  std::size_t welsh = 0;
};

void add_amount(Language language, std::size_t bytes, Amounts& amounts) {
  if (language == Language::english) amounts.english += bytes;
  if (language == Language::welsh) amounts.welsh += bytes;
}

}  // namespace

Language language_of(std::string_view text) {
  const Finding found = found_by_cld(text);
  const bool doubtful = found.language == Language::welsh && found.score < sure_score && !has_welsh_word(text);
  return doubtful ? Language::unknown : found.language;
}

void set_languages(schema::Paper& paper) {
  if (!has_welsh_passage(paper)) {
    paper.language = language_of_sample(paper);
    return;
  }
  Amounts amounts;
  std::vector<std::vector<Language>> found;
  for (const schema::Item& item : paper.items) {
    std::vector<Language>& languages = found.emplace_back();
    for (const Passage& passage : item.passages) {
      languages.push_back(language_of_passage(passage));
      add_amount(languages.back(), passage.text.size(), amounts);
    }
  }
  const bool english = amounts.english * share >= amounts.english + amounts.welsh;
  const bool welsh = amounts.welsh * share >= amounts.english + amounts.welsh;
  paper.language = english && welsh ? Language::both : (welsh ? Language::welsh : Language::english);
  const Language most = amounts.welsh > amounts.english ? Language::welsh : Language::english;
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    for (std::size_t j = 0; j < paper.items[i].passages.size(); ++j) {
      Passage& passage = paper.items[i].passages[j];
      Language language = found[i][j];
      if (language == Language::unknown) language = beside(found[i], j, passage.kind == PassageKind::heading);
      if (language == Language::unknown) language = most;
      passage.welsh = language == Language::welsh;
    }
  }
}

}  // namespace minutebook::indexer
