#include "indexer/extract/odt_body.h"

#include <algorithm>
#include <charconv>

#include "indexer/extract/text_encoding.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t most_spaces = 1'000;

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::size_t number_in(std::string_view text) {
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::max<std::size_t>(number, 1);
}

/// Indexes repeat headings; the others are no text of the document.
bool never_shown(std::string_view name) {
  return one_of(
      name, {"text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index",
             "text:user-index", "text:alphabetical-index", "text:note-citation", "text:ruby-text", "text:placeholder",
             "text:hidden-text", "office:forms", "svg:title", "svg:desc", "text:sequence-decls", "office:binary-data",
             "text:variable-decls", "text:user-field-decls", "text:script"});
}

}  // namespace

/// True for an element whose content is no part of the final text.
bool OdtBody::skips(std::string_view name, const XmlAttributes& attributes) {
  if (never_shown(name)) return true;
  if (name == "text:deletion") {
    ++left_out_.deleted;
    return true;
  }
  if (name == "office:annotation") {
    ++left_out_.comments;
    return true;
  }
  const bool hidden_section = name == "text:section" && attributes.get("text:display") == "none";
  const bool hidden =
      (name == "text:section" || name == "text:hidden-paragraph") && attributes.get("text:is-hidden") == "true";
  if (name == "text:hidden-paragraph") {
    if (hidden && !places_.empty()) places_.back().hidden = true;
    return true;
  }
  if (hidden || hidden_section) ++left_out_.hidden;
  return hidden || hidden_section;
}

void OdtBody::begin(std::string_view name, const XmlAttributes& attributes) {
  if (name == root_) ++inside_;
  if (inside_ == 0) return;
  if (skip_ > 0 || skips(name, attributes)) {
    ++skip_;
  } else if (one_of(name, {"text:p", "text:h"})) {
    begin_paragraph(name, attributes);
  } else if (name == "text:list") {
    numbering_.begin_list(attributes);
  } else if (name == "text:list-item") {
    numbering_.begin_item(attributes);
  } else if (name == "text:list-header") {
    numbering_.begin_unnumbered();
  } else if (name == "text:note") {
    const bool endnote = attributes.get("text:note-class") == "endnote";
    int& count = endnote ? endnotes_ : notes_;
    note_word_ = (endnote ? "Endnote " : "Note ") + std::to_string(++count) + ": ";
  } else if (one_of(name, {"text:note-body", "draw:text-box", "draw:custom-shape"})) {
    flow_.begin_aside();
  } else if (name.starts_with("table:")) {
    begin_table_part(name, attributes);
  } else if (!places_.empty()) {
    begin_inline(name, attributes);
  }
}

void OdtBody::begin_paragraph(std::string_view name, const XmlAttributes& attributes) {
  const std::string style(attributes.get("text:style-name"));
  Place place;
  place.characters.push_back(styles_.characters("paragraph", style));
  Paragraph& paragraph = place.paragraph;
  ListLabel label = numbering_.take_label();
  if (name == "text:h") {
    const int rank = static_cast<int>(std::min<std::size_t>(number_in(attributes.get("text:outline-level")), 10));
    paragraph.heading = rank;
    const bool unnumbered = attributes.get("text:is-list-header") == "true";
    if (!label.bullet && label.text.empty() && !unnumbered) label = numbering_.heading_label(rank);
  } else if (styles_.is_title(style)) {
    paragraph.heading = 1;
  }
  paragraph.bullet = label.bullet;
  paragraph.label = label.text;
  if (!note_word_.empty()) paragraph.add_text(note_word_);
  note_word_.clear();
  places_.push_back(std::move(place));
}

void OdtBody::begin_inline(std::string_view name, const XmlAttributes& attributes) {
  Place& place = places_.back();
  if (name == "text:a") {
    ++links_;
  } else if (name == "text:span") {
    const std::string style(attributes.get("text:style-name"));
    place.characters.push_back(place.characters.back().with(styles_.characters("text", style)));
  } else if (name == "text:s") {
    text(std::string(std::min(number_in(attributes.get("text:c")), most_spaces), ' '));
  } else if (name == "text:tab") {
    place.paragraph.add_tab();
  } else if (name == "text:line-break") {
    place.paragraph.add_line_end();
  }
}

void OdtBody::begin_table_part(std::string_view name, const XmlAttributes& attributes) {
  if (name == "table:table") {
    flow_.begin_table();
  } else if (name == "table:table-row") {
    row_times_.push_back(number_in(attributes.get("table:number-rows-repeated")));
    flow_.begin_row();
  } else if (one_of(name, {"table:table-cell", "table:covered-table-cell"})) {
    cell_times_.push_back(number_in(attributes.get("table:number-columns-repeated")));
    flow_.begin_cell();
  }
}

void OdtBody::end_table_part(std::string_view name) {
  if (name == "table:table") {
    flow_.end_table();
  } else if (name == "table:table-row" && !row_times_.empty()) {
    flow_.end_row(row_times_.back());
    row_times_.pop_back();
  } else if (one_of(name, {"table:table-cell", "table:covered-table-cell"}) && !cell_times_.empty()) {
    flow_.end_cell(cell_times_.back());
    cell_times_.pop_back();
  }
}

void OdtBody::text(std::string_view utf8) {
  if (inside_ == 0 || skip_ > 0 || places_.empty()) return;
  Place& place = places_.back();
  const OdtCharacters& characters = place.characters.back();
  const int said = is_blank(utf8) ? 0 : 1;
  if (characters.hidden.value_or(false)) {
    left_out_.hidden += said;
  } else if (characters.struck.value_or(false)) {
    left_out_.struck += said;
  } else {
    place.paragraph.add_text(utf8,
                             {characters.bold.value_or(false), links_ == 0 && characters.underlined.value_or(false)});
  }
}

void OdtBody::end(std::string_view name) {
  if (inside_ == 0) return;
  if (skip_ > 0) {
    --skip_;
  } else if (one_of(name, {"text:p", "text:h"})) {
    end_paragraph();
  } else if (name == "text:list") {
    numbering_.end_list();
  } else if (one_of(name, {"text:list-item", "text:list-header"})) {
    numbering_.end_item();
  } else if (one_of(name, {"text:note-body", "draw:text-box", "draw:custom-shape"})) {
    flow_.end_aside();
  } else if (name.starts_with("table:")) {
    end_table_part(name);
  } else if (name == "text:a" && links_ > 0) {
    --links_;
  } else if (name == "text:span" && !places_.empty() && places_.back().characters.size() > 1) {
    places_.back().characters.pop_back();
  }
  if (name == root_) --inside_;
}

void OdtBody::end_paragraph() {
  if (places_.empty()) return;
  const Place place = std::move(places_.back());
  places_.pop_back();
  if (place.hidden) ++left_out_.hidden;
  flow_.add(place.hidden ? Paragraph() : place.paragraph);
}

std::vector<std::string> OdtBody::finish() {
  while (!places_.empty()) end_paragraph();
  return flow_.finish();
}

}  // namespace minutebook::indexer
