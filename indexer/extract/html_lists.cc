#include "indexer/extract/html_lists.h"

#include <array>
#include <charconv>

#include "indexer/extract/html_text.h"
#include "indexer/extract/list_numbers.h"

namespace minutebook::indexer {
namespace {

constexpr int most_entries = 3000;  // numbers beyond are no numbering of a list

int number_in(std::string_view text, int otherwise) {
  int number = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

std::string letters(int number) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) text.insert(text.begin(), static_cast<char>('a' + (number - 1) % 26));
  return text;
}

std::string written(int number, std::string_view type, std::string_view style) {
  const auto styled = [&](std::string_view name) { return style.find(name) != std::string_view::npos; };
  if (number < 1 || number > most_entries) return std::to_string(number);
  if (type == "a" || type == "A" || styled("lower-alpha") || styled("upper-alpha") || styled("lower-latin"))
    return letters(number);
  if (type == "i" || type == "I" || styled("lower-roman") || styled("upper-roman"))
    return print_number(number, ListNumbering::lower_roman);
  return std::to_string(number);
}

/// The sign with its spaces at the beginning of a line from Word; how many bytes it takes, 0: none.
std::size_t word_bullet(std::string_view text) {
  static constexpr std::array<std::string_view, 8> signs = {"\xC2\xB7", "\xC2\xA7",     "\xE2\x80\xA2", "\xC3\x98",
                                                            "\xC3\xBC", "\xEF\x82\xB7", "\xEF\x82\xA7", "\xE2\x96\xAA"};
  static constexpr std::string_view hard_space = "\xC2\xA0";
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return 0;
  text.remove_prefix(begin);
  for (const std::string_view sign : signs) {
    if (!text.starts_with(sign)) continue;
    const std::string_view rest = text.substr(sign.size());
    const bool apart = rest.starts_with(hard_space) || rest.starts_with(" ") || rest.starts_with("\n");
    return apart ? begin + sign.size() : 0;
  }
  // Letters of the symbol fonts are letters too: only with the hard spaces that Word fills up with.
  const bool letter = !text.empty() && std::string_view("oqvn-").find(text[0]) != std::string_view::npos;
  return letter && text.substr(1).starts_with("\xC2\xA0\xC2\xA0") ? begin + 1 : 0;
}

}  // namespace

std::string list_sign(const MarkupTree& tree, NodeId id, int& last) {
  const NodeId list = tree[id].parent;
  if (tree[list].name != "ol") return "- ";
  const int next = last == 0 ? number_in(tree.attribute(list, "start"), 1) : last + 1;
  last = number_in(tree.attribute(id, "value"), next);
  return written(last, tree.attribute(list, "type"), tree.attribute(list, "style")) + ". ";
}

ListEntry list_entry(std::string_view text) {
  const std::size_t sign = word_bullet(text);
  return {one_line(text.substr(sign)), sign > 0 ? "- " : ""};
}

}  // namespace minutebook::indexer
