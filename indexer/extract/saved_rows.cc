#include "indexer/extract/saved_rows.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "indexer/extract/page_furniture.h"
#include "indexer/extract/text_lines.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_title = 200;

struct Label {
  std::string_view text;
  bool documents = false;
};
constexpr std::array<Label, 6> labels = {{{"Minutes:"},
                                          {"Decision:"},
                                          {"Decisions:"},
                                          {"Cofnodion:"},
                                          {"Additional documents:", true},
                                          {"Supporting documents:", true}}};

/// The first label in `text` that stands as a word of its own; npos: none.
std::pair<std::size_t, const Label*> first_label(std::string_view text) {
  std::pair<std::size_t, const Label*> first = {std::string_view::npos, nullptr};
  for (const Label& one : labels) {
    for (std::size_t at = text.find(one.text); at != std::string_view::npos; at = text.find(one.text, at + 1)) {
      if (at > 0 && text[at - 1] != ' ') continue;
      if (at < first.first) first = {at, &one};
      break;
    }
  }
  return first;
}

/// Gathers the text of rows into items.
class RowReader {
 public:
  void add(std::string_view text) {
    const bool ends = text.ends_with('|');
    while (text.ends_with('|') || text.ends_with(' ')) text.remove_suffix(1);
    while (text.starts_with('|') || text.starts_with(' ')) text.remove_prefix(1);
    if (!text.empty() && text.find_first_not_of("-| ") != std::string_view::npos) add_text(text);
    if (ends) open_ = false;
  }

  std::vector<MeetingItem> take() { return std::move(items_); }

 private:
  void add_text(std::string_view text) {
    auto [at, label] = first_label(text);
    const std::string before(trim(text.substr(0, at)));
    const bool labelled = open_ && items_.back().sections.size() > 1;
    if (!open_ || (label != nullptr && !before.empty() && labelled)) {
      begin(before);
    } else if (!before.empty()) {
      add_paragraph(items_.back().sections.back().lines, before);
    }
    while (label != nullptr) {
      items_.back().sections.push_back({.label = label->documents ? std::string() : tidy_label(label->text)});
      text.remove_prefix(at + label->text.size());
      std::tie(at, label) = first_label(text);
      const std::string said(trim(text.substr(0, at)));
      if (!said.empty()) add_paragraph(items_.back().sections.back().lines, said);
    }
  }

  void begin(const std::string& text) {
    const std::string title = title_of_row(text);
    items_.push_back({.title = title.empty() ? std::string("Item") : title});
    items_.back().sections.push_back({});
    const std::string rest(trim(std::string_view(text).substr(std::min(title.size(), text.size()))));
    if (!rest.empty()) add_paragraph(items_.back().sections.back().lines, rest);
    open_ = true;
  }

  std::vector<MeetingItem> items_;
  bool open_ = false;
};

/// Where the words in capitals end that a row begins with, if lower ones follow: "DISCLOSURE OF INTERESTS Members are".
std::size_t end_of_capitals(std::string_view text) {
  std::size_t end = 0;
  std::size_t words = 0;
  for (const std::string_view word : words_of(text)) {
    const bool lower_case = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (lower_case) break;
    end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
    ++words;
  }
  return words >= 2 && is_capitals(text.substr(0, end)) ? end : std::string_view::npos;
}

}  // namespace

std::string title_of_row(const std::string& text) {
  static constexpr std::array<std::string_view, 15> agenda_texts = {
      " To receive", " To consider",     " To confirm",   " To approve",     " To note",
      " To agree",   " To appoint",      " To elect",     " To determine",   " To report",
      " Report of ", " Report attached", " See attached", " Members should", " Members are"};
  std::size_t end = std::min(text.size(), end_of_capitals(text));
  for (const std::string_view words : agenda_texts) end = std::min(end, text.find(words));
  const std::size_t file = find_ci(text, " pdf ");
  const bool size =
      file != std::string::npos && file + 5 < text.size() && text[file + 5] >= '0' && text[file + 5] <= '9';
  if (size) end = std::min(end, file);
  if (end > longest_title) {  // a sentence, then
    const std::size_t stop = text.find(". ");
    end = stop != std::string::npos && stop <= longest_title ? stop + 1 : text.rfind(' ', longest_title);
  }
  return std::string(trim(std::string_view(text).substr(0, end)));
}

std::vector<MeetingItem> saved_rows(const std::vector<std::string>& paragraphs, std::size_t from) {
  RowReader reader;
  for (std::size_t at = from; at < paragraphs.size(); ++at) reader.add(paragraphs[at]);
  std::vector<MeetingItem> items = reader.take();
  for (MeetingItem& item : items) {
    for (ItemSection& section : item.sections) drop_site_phrases(section.lines);
  }
  return items;
}

}  // namespace minutebook::indexer
