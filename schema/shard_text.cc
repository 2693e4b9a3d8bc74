#include "schema/shard_text.h"

#include <cstdint>
#include <cstring>
#include <vector>

#include "schema/characters.h"

namespace minutebook::schema {
namespace {

/// What stands before word `place` when nothing is said (after the last word: nothing).
std::string_view usual_gap(std::size_t place, std::size_t words) {
  return place == 0 || place == words ? "" : " ";
}

/// Exceptions to the usual, in order of places: twice the distance from the one before, plus one for the word itself,
/// then the bytes.
class Exceptions {
 public:
  void gap(std::size_t place, std::string_view bytes) { add(place, 0, bytes); }
  void word(std::size_t place, std::string_view bytes) { add(place, 1, bytes); }
  void append_to(std::string& record) const {
    append_varint(record, count_);
    record += bytes_;
  }

 private:
  void add(std::size_t place, std::size_t kind, std::string_view bytes) {
    append_varint(bytes_, (place - last_) * 2 + kind);
    append_string(bytes_, bytes);
    last_ = place;
    ++count_;
  }

  std::string bytes_;
  std::size_t last_ = 0;
  std::size_t count_ = 0;
};

/// A text being put together. Its memory is kept from one to the next and only grows, so that a word costs one copy.
class TextBuffer {
 public:
  void clear() { used_ = 0; }
  void add(std::string_view part) {
    if (bytes_.size() - used_ <= part.size()) grow(part.size());
    std::memcpy(bytes_.data() + used_, part.data(), part.size());
    used_ += part.size();
  }
  /// A word in a mapped file. Most are short and copied with what follows them, in one step of fixed size: a page is
  /// mapped as a whole, so reading on to its end is safe.
  void add_word(std::string_view word) {
    constexpr std::size_t step = 16;
    constexpr std::uintptr_t page = 4096;  // the smallest there is
    const bool one_page = reinterpret_cast<std::uintptr_t>(word.data()) % page <= page - step;
    if (word.size() > step || !one_page || bytes_.size() - used_ <= step) {
      add(word);
      return;
    }
    std::memcpy(bytes_.data() + used_, word.data(), step);
    used_ += word.size();
  }
  void add_space() {
    if (bytes_.size() - used_ <= 1) grow(1);
    bytes_.data()[used_++] = ' ';
  }
  std::string_view text() const { return {bytes_.data(), used_}; }

 private:
  void grow(std::size_t more) { bytes_.resize(2 * (used_ + more) + 1024); }

  std::vector<char> bytes_;
  std::size_t used_ = 0;
};

}  // namespace

void encode_text(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, std::string& record) {
  Exceptions exceptions;
  std::size_t at = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const std::string_view gap = text.substr(at, token.begin - at);
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    if (gap != usual_gap(i, tokens.size())) exceptions.gap(i, gap);
    // A word of ASCII is written as it stands in the text (schema/analysis.h): nearly all are, and need no look.
    if (!is_ascii(written) && written != lexicon.word(token.word).written) exceptions.word(i, written);
    at = token.end;
  }
  if (at < text.size()) exceptions.gap(tokens.size(), text.substr(at));
  exceptions.append_to(record);
}

void decode_text(ByteReader& reader, std::span<const WordId> words, const LexiconReader& lexicon, std::string& text) {
  thread_local TextBuffer buffer;
  buffer.clear();
  std::size_t exceptions = reader.count();
  std::size_t next = 0;  // place of the next exception, twice, plus one for a word
  const auto step = [&](std::size_t place) { next = exceptions-- == 0 ? SIZE_MAX : 2 * place + reader.varint(); };
  step(0);
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (next == 2 * i) {
      buffer.add(reader.string());
      step(i);
    } else if (i > 0 && i < words.size()) {
      buffer.add_space();
    }
    if (next == 2 * i + 1) {
      buffer.add(reader.string());
      step(i);
    } else if (i < words.size()) {
      buffer.add_word(lexicon.written(words[i]));
    }
  }
  if (next != SIZE_MAX) reader.fail("a text has more exceptions than words");
  text += buffer.text();
}

void skip_text(ByteReader& reader) {
  for (std::size_t exceptions = reader.count(); exceptions > 0; --exceptions) {
    reader.varint();
    reader.string();
  }
}

}  // namespace minutebook::schema
