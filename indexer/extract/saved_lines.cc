#include "indexer/extract/saved_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/extract/page_furniture.h"
#include "indexer/extract/text_lines.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t wrapped_line = 50;  // a shorter line was not broken for want of room
constexpr std::size_t longest_label = 40;
constexpr std::size_t longest_paragraph = 20'000;  // bytes; what is longer is no page

bool is_list_entry(std::string_view text) {
  static constexpr std::array<std::string_view, 5> bullets = {"- ", "* ", "\xE2\x80\xA2", "\xC2\xB7", "o "};
  return leading_enumerator(text).has_value() ||
         std::any_of(bullets.begin(), bullets.end(), [&](std::string_view one) { return text.starts_with(one); });
}

/// "Venue: …", "Date of decision: …": a field.
bool begins_field(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon < 45 && word_count(text.substr(0, colon)) <= 6;
}

/// "(1)", "(a) |" alone: the cell of a list's number, its text follows.
bool is_bare_label(std::string_view text) {
  constexpr std::size_t longest = 10;
  if (text.size() > longest) return false;
  if (text.ends_with('|')) text = trim(text.substr(0, text.size() - 1));
  return text.size() >= 3 && text.size() <= 6 && text.starts_with('(') && text.ends_with(')') &&
         text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz", 1) == text.size() - 1;
}

bool goes_on(std::string_view before, std::string_view line) {
  if (before.size() > longest_paragraph) return false;
  if (before.ends_with('|') || line.find('|') < line.size() - 1 || is_list_entry(line)) return false;
  if (begins_lower(line)) return !ends_sentence(before);
  if (before.size() <= wrapped_line || begins_field(line)) return false;
  return !ends_sentence(before) && before.back() != ')' && !is_capitals(before) && !is_list_entry(before);
}

}  // namespace

std::vector<std::string> saved_paragraphs(const std::vector<std::string>& lines) {
  std::vector<std::string> paragraphs;
  bool open = false;  // no blank line since
  for (const std::string& raw : lines) {
    std::string line = one_line(raw);
    if (line.empty()) {
      open = false;
      continue;
    }
    const bool labelled = !paragraphs.empty() && is_bare_label(paragraphs.back());
    if (labelled) paragraphs.back() = std::string(trim(paragraphs.back().substr(0, paragraphs.back().find('|'))));
    if (labelled || (open && goes_on(paragraphs.back(), line))) {
      paragraphs.back() += ' ' + line;
    } else {
      paragraphs.push_back(std::move(line));
    }
    open = true;
  }
  return paragraphs;
}

bool is_documents_label(std::string_view paragraph) {
  static constexpr std::array<std::string_view, 4> labels = {"additional documents", "supporting documents",
                                                             "accompanying documents", "dogfennau ychwanegol"};
  if (!paragraph.ends_with(':') || paragraph.size() > longest_label) return false;
  return std::find(labels.begin(), labels.end(), lower(tidy_label(paragraph))) != labels.end();
}

bool is_part_label(std::string_view paragraph) {
  if (!paragraph.ends_with(':') || paragraph.size() > longest_label) return false;
  const SectionKind kind = section_kind(paragraph);
  return kind == SectionKind::minutes || kind == SectionKind::decision || is_documents_label(paragraph);
}

std::vector<ItemSection> saved_sections(const std::vector<std::string>& paragraphs, std::size_t from, std::size_t to) {
  std::vector<ItemSection> sections;
  ItemSection open;
  const auto close = [&] {
    drop_site_phrases(open.lines);
    if (!open.lines.empty()) sections.push_back(std::move(open));
    open = ItemSection();
  };
  for (std::size_t at = from; at < to; ++at) {
    if (paragraphs[at].find_first_not_of("| ") == std::string::npos) continue;  // empty cells of a table
    if (!is_part_label(paragraphs[at])) {
      add_paragraph(open.lines, paragraphs[at]);
      continue;
    }
    close();
    open.label = tidy_label(paragraphs[at]);
  }
  close();
  return sections;
}

}  // namespace minutebook::indexer
