#include "schema/word_marks.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "schema/characters.h"

namespace minutebook::schema {
namespace {

constexpr std::array<std::string_view, 10> addresses = {"councillor", "cllr", "mr",   "mrs",  "ms",
                                                        "miss",       "dr",   "lord", "lady", "reverend"};
constexpr std::array<std::string_view, 2> list_addresses = {"councillors", "cllrs"};

constexpr int name_words = 3;
// A whole council in one sentence has fewer names than this.
constexpr int list_words = 200;
constexpr std::size_t capitals_words = 3;

bool among(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::uint8_t marks_of(const Word& word) {
  int marks = word.acronym ? mark_acronym : 0;
  for (std::size_t at = 0; at < word.written.size();) {
    const Decoded decoded = decode_utf8(word.written, at);
    const auto character = static_cast<UChar32>(decoded.character);
    if (u_isalpha(character)) marks |= mark_letters;
    if (u_islower(character)) marks |= mark_lower_case;
    if (at == 0 && u_isupper(character)) marks |= mark_capitalised;
    at = decoded.next;
  }
  // "miss" and "dr" written small are no titles.
  if ((marks & mark_capitalised) != 0 && among(word.folded, addresses)) marks |= mark_address;
  if ((marks & mark_capitalised) != 0 && among(word.folded, list_addresses)) marks |= mark_addresses;
  if (word.folded == "and") marks |= mark_joins;
  if (word.unstemmed) marks |= mark_unstemmed;
  return static_cast<std::uint8_t>(marks);
}

bool PeopleMarker::step(std::uint8_t marks) {
  if ((marks & (mark_address | mark_addresses)) != 0) {
    list_ = (marks & mark_addresses) != 0 || (list_ && left_ > 0);  // "Councillors Mrs Smith and Jones": still the list
    left_ = list_ ? list_words : name_words;
    return false;
  }
  if (left_ == 0) return false;
  if (list_ && (marks & mark_joins) != 0) return false;
  if ((marks & mark_capitalised) == 0) {
    left_ = 0;
    return false;
  }
  --left_;
  return true;
}

bool written_in_capitals(std::span<const std::uint8_t> marks) {
  std::size_t words = 0;
  for (const std::uint8_t mark : marks) {
    if ((mark & mark_lower_case) != 0) return false;
    if ((mark & mark_letters) != 0) ++words;
  }
  return words >= capitals_words;
}

}  // namespace minutebook::schema
