#include "indexer/extract/docx_body.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "indexer/extract/docx_names.h"
#include "indexer/extract/symbol_fonts.h"
#include "indexer/extract/text_encoding.h"

namespace minutebook::indexer {
namespace {

constexpr int body_text = 9;

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

int number_in(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Earlier states of properties, readings of characters, and text that the document says is not there.
bool never_shown(std::string_view name) {
  return one_of(name, {"w:delText", "w:instrText", "w:delInstrText", "w:pPrChange", "w:rPrChange", "w:tblPrChange",
                       "w:trPrChange", "w:tcPrChange", "w:sectPrChange", "w:tblGridChange", "w:numberingChange", "w:rt",
                       "w:sdtEndPr"});
}

}  // namespace

/// True for an element whose content is no part of the final text.
bool DocxBody::skips(std::string_view name, const XmlAttributes& attributes) {
  if (never_shown(name)) return true;
  if (one_of(name, {"w:del", "w:moveFrom"}) && !in_mark_) {
    ++context_.left_out.deleted;
    return true;
  }
  if (name == "w:sdtContent") return !controls_.empty() && controls_.back();
  if (one_of(name, {"mc:Choice", "mc:Fallback"}) && !alternatives_.empty()) {
    const bool taken = alternatives_.back();
    alternatives_.back() = true;
    return taken;
  }
  // Lines between the text and the notes.
  return one_of(name, {"w:footnote", "w:endnote"}) && attributes.has("w:type") && attributes.get("w:type") != "normal";
}

void DocxBody::begin(std::string_view name, const XmlAttributes& attributes) {
  if (skip_ > 0 || skips(name, attributes)) {
    ++skip_;
  } else if (in_control_properties_) {
    if (name == "w:showingPlcHdr" && is_on(attributes)) controls_.back() = true;
  } else if (!begin_property(name, attributes)) {
    begin_structure(name, attributes);
    begin_content(name, attributes);
  }
}

bool DocxBody::begin_property(std::string_view name, const XmlAttributes& attributes) {
  if (name == "w:pPr" && !places_.empty()) {
    in_paragraph_properties_ = true;
  } else if (name == "w:rPr" && !places_.empty()) {
    (in_paragraph_properties_ ? in_mark_ : in_run_properties_) = true;
    if (in_run_properties_) places_.back().run = {};
  } else if (in_mark_) {
    if (one_of(name, {"w:del", "w:moveFrom"})) places_.back().mark_deleted = true;
  } else if (in_run_properties_) {
    read_run_property(name, is_on(attributes), attributes.get("w:val"), places_.back().run);
  } else if (one_of(name, {"w:headerReference", "w:titlePg", "w:sectPr"})) {
    section_property(name, attributes);
  } else if (in_paragraph_properties_) {
    paragraph_property(name, attributes);
  } else {
    return false;
  }
  return true;
}

void DocxBody::paragraph_property(std::string_view name, const XmlAttributes& attributes) {
  ParagraphProperties& properties = places_.back().properties;
  const std::string_view value = attributes.get("w:val");
  if (name == "w:pStyle") properties.style = value;
  if (name == "w:outlineLvl") properties.outline = number_in(value, body_text);
  if (name == "w:numId") properties.list = std::string(value);
  if (name == "w:ilvl") properties.level = number_in(value, 0);
}

void DocxBody::section_property(std::string_view name, const XmlAttributes& attributes) {
  if (name == "w:sectPr") ++sections_;
  if (sections_ != 1) return;
  if (name == "w:titlePg") own_first_page_ = is_on(attributes);
  if (name == "w:headerReference") headers_[std::string(attributes.get("w:type"))] = attributes.get("r:id");
}

void DocxBody::begin_structure(std::string_view name, const XmlAttributes& attributes) {
  if (name == "w:p") {
    Place place{.style_run = context_.styles.paragraph_style("").run};
    place.run = place.style_run;
    if (carried_) place.paragraph = std::move(*carried_);
    carried_.reset();
    places_.push_back(std::move(place));
  } else if (name == "w:tbl") {
    flow_.begin_table();
  } else if (name == "w:tr") {
    flow_.begin_row();
  } else if (name == "w:tc") {
    flow_.begin_cell();
  } else if (name == "w:gridSpan") {
    flow_.span_columns(static_cast<std::size_t>(std::max(number_in(attributes.get("w:val"), 1), 1)));
  } else if (name == "w:txbxContent") {
    flow_.begin_aside();
  } else if (name == "w:hyperlink") {
    ++links_;
  } else if (name == "textpath") {
    context_.watermark += std::string(attributes.get("string")) + ' ';
  } else if (name == "w:sdt") {
    controls_.push_back(false);
  } else if (name == "w:sdtPr") {
    in_control_properties_ = !controls_.empty();
  } else if (name == "mc:AlternateContent") {
    alternatives_.push_back(false);
  } else if (one_of(name, {"w:footnote", "w:endnote"})) {
    note_id_ = attributes.get("w:id");
  } else if (one_of(name, {"w:altChunk", "w:subDoc"})) {
    ++context_.left_out.embedded;
  } else if (name == "w:commentReference") {
    ++context_.left_out.comments;
  }
}

/// What stands inside a run.
void DocxBody::begin_content(std::string_view name, const XmlAttributes& attributes) {
  if (one_of(name, {"w:t", "m:t"})) {
    in_text_ = true;
  } else if (name == "w:fldChar") {
    field(attributes.get("w:fldCharType"));
  } else if (name == "w:checkBox") {
    in_check_box_ = true;
  } else if (in_check_box_ && one_of(name, {"w:default", "w:checked"})) {
    checked_ = is_on(attributes);  // the second, if it is there, is the state
  } else if (paragraph() == nullptr || in_field_code()) {
    return;
  } else if (one_of(name, {"w:tab", "w:ptab"})) {
    paragraph()->add_tab();
  } else if (one_of(name, {"w:br", "w:cr"})) {
    paragraph()->add_line_end();
  } else if (name == "w:noBreakHyphen") {
    write("-");
  } else if (name == "w:sym") {
    write(symbol_text(attributes.get("w:font"), attributes.get("w:char")));
  } else if (name == "w:footnoteReference") {
    note(context_.footnotes, "Note ", attributes.get("w:id"), footnote_count_);
  } else if (name == "w:endnoteReference") {
    note(context_.endnotes, "Endnote ", attributes.get("w:id"), endnote_count_);
  }
}

void DocxBody::text(std::string_view utf8) {
  if (in_text_ && skip_ == 0) write(utf8);
}

void DocxBody::end(std::string_view name) {
  if (skip_ > 0) {
    --skip_;
  } else if (name == "w:p") {
    end_paragraph();
  } else if (one_of(name, {"w:t", "m:t"})) {
    in_text_ = false;
  } else if (name == "w:r" && !places_.empty()) {
    places_.back().run = places_.back().style_run;
  } else if (one_of(name, {"w:rPr", "w:pPr"}) && !places_.empty()) {
    end_properties(name);
  } else if (name == "w:checkBox") {
    end_check_box();
  } else if (name == "w:sdt" && !controls_.empty()) {
    controls_.pop_back();
  } else if (name == "w:sdtPr") {
    in_control_properties_ = false;
  } else if (name == "mc:AlternateContent" && !alternatives_.empty()) {
    alternatives_.pop_back();
  } else {
    end_structure(name);
  }
}

void DocxBody::end_structure(std::string_view name) {
  if (one_of(name, {"w:tc", "w:txbxContent", "w:footnote", "w:endnote"})) flush_carried();
  if (name == "w:hyperlink") --links_;
  if (name == "w:tc") flow_.end_cell();
  if (name == "w:tr") flow_.end_row();
  if (name == "w:tbl") flow_.end_table();
  if (name == "w:txbxContent") flow_.end_aside();
  if (!one_of(name, {"w:footnote", "w:endnote"})) return;
  std::string& text = notes_[note_id_];
  for (const std::string& line : flow_.finish()) text += (text.empty() || line.empty() ? "" : " ") + line;
}

void DocxBody::end_properties(std::string_view name) {
  Place& place = places_.back();
  if (name == "w:pPr") {
    in_paragraph_properties_ = false;
    place.style_run = context_.styles.paragraph_style(place.properties.style).run;
    place.run = place.style_run;
  } else if (in_run_properties_) {  // a run's own properties win over its character style's, these over the paragraph's
    const std::string style = place.run.style;
    if (!style.empty()) place.run.take_from(context_.styles.character_style(style));
    place.run.take_from(place.style_run);
  }
  in_mark_ = false;
  in_run_properties_ = false;
}

}  // namespace minutebook::indexer
