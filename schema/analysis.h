// Text analysis, in one place for indexing and searching: words of a text, their folded forms, their stems.
// Knows nothing of fields, topics or Xapian databases.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace minutebook::schema {

using WordId = std::uint32_t;

/// A distinct word as written. Everything else about it is derived once and kept.
struct Word {
  /// NFC, typographic apostrophes made straight: "Children's", "EHCPs", "2019/20".
  std::string written;
  /// What quotes compare: lower case, accents and apostrophes dropped, "&" -> "and", a year pair as "2019/20", numbers
  /// without commas: "childrens".
  std::string folded;
  /// Folded without possessive and plural ending, by which labels are compared: "children", "ehcp", "agency".
  std::string singular;
  /// English stem of the word without possessive: the search term. Words with digits: as folded.
  std::string stem;
  /// A word of a Welsh passage: its stem is its folded form, English rules for endings are not its own.
  bool unstemmed = false;
  /// Two to eight capitals (digits and & inside allowed), perhaps with a final s or 's: "SEND", "EHCP's".
  bool acronym = false;
  /// Of an acronym: its letters without plural ending: "EHCP"; else empty.
  std::string capitals;
};

/// One word of a text.
struct Token {
  WordId word = 0;
  std::uint32_t begin = 0;  ///< byte offsets in the analysed text
  std::uint32_t end = 0;
};

/// The words met so far, numbered from 0 in order of first meeting. Not safe for use by several threads at once.
class Lexicon {
 public:
  Lexicon();
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  /// Number of the word that is written `text` (one token's text).
  WordId id_of(std::string_view text);
  /// Number of the same word as it stands in Welsh: written alike, unstemmed.
  WordId unstemmed(WordId id);
  const Word& word(WordId id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }

 private:
  struct Deriver;
  /// What a text is looked up by. Up to eight bytes `tail` holds all of it, so that the text need not be compared.
  struct Digest {
    std::uint64_t tail = 0;
    std::uint32_t hash = 0;
    std::uint32_t length = 0;
    bool operator==(const Digest&) const = default;
  };
  /// Open addressing: `key` null is a free slot. Keys are texts of tokens as met; several may lead to one word.
  struct Slot {
    const char* key = nullptr;
    Digest digest;
    WordId word = 0;
  };
  static Digest digest_of(std::string_view text);
  WordId insert(std::string_view text, const Digest& digest, std::size_t slot);
  void grow();

  std::unique_ptr<Deriver> deriver_;
  std::deque<Word> words_;
  std::vector<Slot> slots_;  // a power of two of them, at most half of them taken
  std::size_t taken_ = 0;
  std::deque<std::string> keys_;
  std::unordered_map<WordId, WordId> unstemmed_;
};

/// Appends the tokens of `text` (UTF-8) to `tokens`. A token is a run of letters, digits and marks; apostrophes inside
/// a word, decimal points and thousands commas inside a number, and the slash or dash between two years that
/// follow each other ("2019/20", "2019-20", "2019–2020") belong to it; other hyphens separate; "&" is a token.
void tokenise(std::string_view text, Lexicon& lexicon, std::vector<Token>& tokens);
/// Only where the tokens stand: their words stay 0.
void find_tokens(std::string_view text, std::vector<Token>& tokens);

/// NFC of UTF-8 text; invalid bytes become U+FFFD. ASCII comes back unchanged at once.
std::string to_nfc(std::string_view text);
/// Case-folded, accents and apostrophes dropped, "&" -> "and", dashes -> hyphen, runs of white space -> one space,
/// trimmed.
std::string fold_text(std::string_view text);
/// Folded, everything but letters and digits -> "-": for keys ("children-and-young-people").
std::string slug(std::string_view text);
/// True for bytes that are valid UTF-8.
bool valid_utf8(std::string_view text);
/// First `bytes` bytes at most, never cutting a character.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

}  // namespace minutebook::schema
