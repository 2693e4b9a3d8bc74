#include "query/function_words.h"

#include <algorithm>
#include <array>

namespace minutebook::query {
namespace {

// Folded: apostrophes are gone ("what's" -> "whats"). "after", "without" and "no" change what is meant and are not
// here.
constexpr auto words_of_questions = std::to_array<std::string_view>({
    "a",      "about", "all",    "also",  "am",      "an",    "and",      "any",     "anybody",   "anyone",  "anything",
    "are",    "as",    "at",     "be",    "because", "been",  "before",   "being",   "but",       "by",      "can",
    "could",  "did",   "do",     "does",  "each",    "else",  "ever",     "every",   "for",       "from",    "had",
    "has",    "have",  "having", "he",    "her",     "here",  "his",      "how",     "i",         "if",      "in",
    "into",   "is",    "it",     "its",   "me",      "my",    "not",      "of",      "on",        "or",      "our",
    "please", "she",   "should", "since", "so",      "some",  "somebody", "someone", "something", "such",    "than",
    "that",   "the",   "their",  "them",  "then",    "there", "these",    "they",    "this",      "those",   "to",
    "until",  "us",    "was",    "we",    "were",    "what",  "whats",    "when",    "where",     "whether", "which",
    "while",  "who",   "whose",  "why",   "will",    "with",  "would",    "you",     "your",
});
static_assert(std::is_sorted(words_of_questions.begin(), words_of_questions.end()));

// Welsh small words that are no English ones.
constexpr auto welsh_words = std::to_array<std::string_view>(
    {"beth", "ble",  "bryd",     "bydd",   "byddai", "chi",   "cyn",   "eich",     "ein",    "ers",   "faint",
     "fydd", "gan",  "gyda",     "hon",    "hwn",    "hyd",   "hyn",   "hynny",    "maen",   "maer",  "mewn",
     "neu",  "oedd", "oes",      "pryd",   "pwy",    "rhai",  "rhwng", "rhywbeth", "rhywun", "roedd", "sut",
     "sydd", "syn",  "unrhyw",   "wedi",   "wnaeth", "wrth",  "ydi",   "ydy",      "ydyn",   "ydyr",  "yma",
     "yn",   "yng",  "ynghylch", "ynglyn", "yr",     "ystod", "yw",    "ywr"});

// Those that may be English words, acronyms or names: in a query with one of the others they are Welsh.
constexpr auto doubtful_welsh_words = std::to_array<std::string_view>(
    {"ac", "ag", "ai",  "am", "ar",   "at",   "bod",   "cael", "dan",  "dros", "drwy", "ei",  "er",
     "eu", "fe", "fod", "fy", "gael", "gall", "hefyd", "hi",   "ir",   "mae",  "na",   "nac", "ni",
     "o",  "or", "os",  "pa", "pam",  "pan",  "pob",   "tan",  "trwy", "y",    "ym",   "yna"});

// Behind these, English and Welsh, a verb of reporting only asks whether the subject came up.
constexpr auto helpers = std::to_array<std::string_view>(
    {"been",       "did",   "ever", "gafodd", "had",  "has",    "have", "last", "mae",  "maer", "oedd", "oes",
     "previously", "roedd", "was",  "wedi",   "were", "wnaeth", "ydi",  "ydy",  "ydyr", "yw",   "ywr"});
constexpr auto verbs = std::to_array<std::string_view>(
    {"adolygodd",   "adolygu",  "adolygwyd", "archwilio",   "consider",     "considered",  "ddweud",
     "debated",     "discuss",  "discussed", "drafod",      "drafodwyd",    "dweud",       "edrych",
     "examine",     "examined", "heard",     "investigate", "investigated", "look",        "looked",
     "review",      "reviewed", "said",      "say",         "scrutinise",   "scrutinised", "scrutinize",
     "scrutinized", "trafod",   "trafododd", "trafodwyd",   "ystyried",     "ystyriodd",   "ystyriwyd"});
constexpr auto bodies = std::to_array<std::string_view>(
    {"aelodau",    "already",  "board",       "bwrdd",    "bwyllgor",   "cabinet",   "committee",
     "committees", "council",  "councillors", "craffu",   "cynghorwyr", "cyngor",    "group",
     "gyngor",     "last",     "members",     "officers", "panel",      "paneli",    "panels",
     "previously", "pwyllgor", "pwyllgorau",  "recently", "scrutiny",   "swyddogion"});
static_assert(std::is_sorted(welsh_words.begin(), welsh_words.end()));
static_assert(std::is_sorted(doubtful_welsh_words.begin(), doubtful_welsh_words.end()));
static_assert(std::is_sorted(helpers.begin(), helpers.end()));
static_assert(std::is_sorted(verbs.begin(), verbs.end()));
static_assert(std::is_sorted(bodies.begin(), bodies.end()));

template <std::size_t size>
bool listed(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

/// `welsh`: the words around it are.
bool says_nothing(std::string_view word, bool welsh) {
  return listed(words_of_questions, word) ||
         (welsh && (listed(welsh_words, word) || listed(doubtful_welsh_words, word)));
}

std::ptrdiff_t index(std::size_t position) {
  return static_cast<std::ptrdiff_t>(position);
}

}  // namespace

std::span<const std::string_view> function_words() {
  return words_of_questions;
}

std::span<const std::string_view> welsh_function_words() {
  return welsh_words;
}

std::span<const std::string_view> doubtful_function_words() {
  return doubtful_welsh_words;
}

std::span<const std::string_view> helping_words() {
  return helpers;
}
std::span<const std::string_view> reporting_verbs() {
  return verbs;
}
std::span<const std::string_view> reporting_bodies() {
  return bodies;
}

std::vector<bool> optional_words(std::span<const std::string> words) {
  std::vector<bool> optional(words.size());
  const bool welsh =
      std::any_of(words.begin(), words.end(), [](const std::string& word) { return listed(welsh_words, word); });
  const std::size_t none = words.size();
  std::size_t helper = none;  // a helping word before, with nothing but function words and bodies since
  for (std::size_t i = 0; i < words.size(); ++i) {
    optional[i] = optional[i] || says_nothing(words[i], welsh);
    if (helper != none && listed(verbs, words[i])) {
      std::fill(optional.begin() + index(helper), optional.begin() + index(i) + 1, true);
      helper = none;
    } else if (listed(helpers, words[i])) {
      if (helper == none) helper = i;
    } else if (!optional[i] && !listed(bodies, words[i])) {
      helper = none;
    }
    const bool asks_for_mentions =
        words[i] == "of" && i > 0 && (words[i - 1] == "mention" || words[i - 1] == "mentions");
    if (asks_for_mentions) optional[i - 1] = true;
  }
  return optional;
}

bool is_small_word(std::string_view word) {
  return says_nothing(word, true);
}

bool is_reporting_verb(std::string_view word) {
  return listed(verbs, word);
}

}  // namespace minutebook::query
