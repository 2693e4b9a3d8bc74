#include "schema/label_context.h"

#include <algorithm>

#include "schema/characters.h"

namespace minutebook::schema {

namespace {

constexpr std::size_t reach = 150;

bool word_byte(char byte) {
  return is_ascii_word(byte) || class_of(byte) == ByteClass::beyond_ascii;
}

bool begins_with(std::string_view text, std::string_view entry, bool own_case) {
  if (text.size() < entry.size()) return false;
  return std::equal(entry.begin(), entry.end(), text.begin(), [own_case](char wanted, char found) {
    if (wanted == ' ') return found == ' ' || found == '-';
    return own_case ? wanted == found : ascii_lower(wanted) == ascii_lower(found);
  });
}

bool holds(std::string_view text, std::string_view entry) {
  const bool own_case = std::none_of(entry.begin(), entry.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool word_begins = at == 0 || !word_byte(text[at - 1]);
    if (word_begins && begins_with(text.substr(at), entry, own_case)) return true;
  }
  return false;
}

}  // namespace

std::uint32_t context_score(const Concept& owner, std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = begin < reach ? 0 : begin - reach;
  while (from > 0 && from < begin && word_byte(text[from - 1])) ++from;  // no half word at the edge
  const std::string_view before = text.substr(from, begin - from);
  const std::string_view after = text.substr(end, reach);
  const auto count = std::count_if(owner.context.begin(), owner.context.end(), [&](const std::string& entry) {
    return holds(before, entry) || holds(after, entry);
  });
  return static_cast<std::uint32_t>(count);
}

}  // namespace minutebook::schema
