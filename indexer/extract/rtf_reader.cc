#include "indexer/extract/rtf_reader.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "indexer/extract/unreadable.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t deepest_groups = 5'000;
constexpr int largest_number = 100'000'000;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

void RtfReader::run() {
  while (at_ < bytes_.size()) {
    const char c = bytes_[at_++];
    if (c == '{') {
      group_begins();
    } else if (c == '}') {
      group_ends();
    } else if (c == '\\') {
      control();
    } else if (c != '\r' && c != '\n' && c != '\0') {
      byte(c);
    }
  }
  complete_ = groups_.size() == 1;
  while (groups_.size() > 1) group_ends();
  end_paragraph();
}

void RtfReader::group_begins() {
  flush();
  skip_characters_ = 0;
  if (groups_.size() > deepest_groups) throw UnreadableDocument("is refused: its groups are nested too deeply");
  Group inner = group();
  inner.closing = Closing::nothing;
  groups_.push_back(inner);
}

void RtfReader::group_ends() {
  flush();
  skip_characters_ = 0;
  starred_ = false;
  if (groups_.size() == 1) return;
  const Group done = group();
  if (done.closing != Closing::nothing) end_paragraph();
  groups_.pop_back();
  if (done.closing == Closing::nothing) return;
  if (places_.size() > 1) places_.pop_back();
  if (done.closing == Closing::aside) flow_.end_aside();
  if (done.closing == Closing::header) std::swap(flow_, header_flow_);
}

/// A backslash has been read.
void RtfReader::control() {
  if (at_ >= bytes_.size()) return;
  if (!is_letter(bytes_[at_])) return symbol(bytes_[at_++]);
  const std::size_t begin = at_;
  while (at_ < bytes_.size() && is_letter(bytes_[at_])) ++at_;
  const std::string_view word = bytes_.substr(begin, at_ - begin);
  const bool negative =
      at_ + 1 < bytes_.size() && bytes_[at_] == '-' && std::isdigit(static_cast<unsigned char>(bytes_[at_ + 1])) != 0;
  if (negative) ++at_;
  int number = 0;
  bool has_number = false;
  while (at_ < bytes_.size() && std::isdigit(static_cast<unsigned char>(bytes_[at_])) != 0) {
    number = std::min(number * 10 + (bytes_[at_++] - '0'), largest_number);
    has_number = true;
  }
  if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
  control_word(word, has_number, negative ? -number : number);
}

void RtfReader::symbol(char sign) {
  if (sign == '\'') {
    const int high = at_ < bytes_.size() ? hex_digit(bytes_[at_]) : -1;
    const int low = at_ + 1 < bytes_.size() ? hex_digit(bytes_[at_ + 1]) : -1;
    if (high < 0 || low < 0) return;
    at_ += 2;
    byte(static_cast<char>(high * 16 + low));
  } else if (sign == '*') {
    starred_ = true;
  } else if (sign == '~' || sign == '_') {  // a space, a hyphen that do not break
    byte(sign == '~' ? ' ' : '-');
  } else if (sign == '{' || sign == '}' || sign == '\\') {
    byte(sign);
  } else if (sign == '\r' || sign == '\n') {
    end_paragraph();
  }  // others: soft hyphens, marks of index entries
}

void RtfReader::byte(char c) {
  if (group().skip) return;
  if (skip_characters_ > 0) {
    --skip_characters_;
    return;
  }
  pending_ += c;
}

void RtfReader::unicode(int number) {
  flush();
  skip_characters_ = group().after_unicode;
  if (group().skip) return;
  const int unit = number < 0 ? number + 65536 : number;
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_surrogate_ = unit;
    return;
  }
  int code = unit;
  if (unit >= 0xDC00 && unit < 0xE000) {
    code = high_surrogate_ == 0 ? 0xFFFD : 0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00);
  }
  high_surrogate_ = 0;
  if (code <= 0 || code > 0x10FFFF) return;
  char text[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(text, length, code);
  write({text, length});
}

}  // namespace minutebook::indexer
