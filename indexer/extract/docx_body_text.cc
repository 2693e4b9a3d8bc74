#include <algorithm>
#include <utility>

#include "indexer/extract/docx_body.h"
#include "indexer/extract/text_encoding.h"

namespace minutebook::indexer {
namespace {

constexpr int body_text = 9;

}  // namespace

void DocxBody::field(std::string_view type) {
  if (type == "begin") fields_.push_back(false);
  if (type == "separate" && !fields_.empty()) fields_.back() = true;
  if (type == "end" && !fields_.empty()) fields_.pop_back();
}

bool DocxBody::in_field_code() const {
  return std::find(fields_.begin(), fields_.end(), false) != fields_.end();
}

/// A note follows the paragraph that cites it; the citation itself would break the words around it.
void DocxBody::note(const DocxNotes& notes, const char* word, std::string_view id, int& count) {
  const auto found = notes.find(std::string(id));
  if (found == notes.end() || is_blank(found->second)) return;
  if (!places_.empty() && places_.back().run.hidden.value_or(false)) return;
  Paragraph text;
  text.add_text(word + std::to_string(++count) + ": " + found->second);
  flow_.begin_aside();
  flow_.add(text);
  flow_.end_aside();
}

/// Hidden and struck-out text is counted instead.
void DocxBody::write(std::string_view utf8) {
  if (places_.empty() || in_field_code()) return;
  const RunProperties& run = places_.back().run;
  if (run.hidden.value_or(false)) {
    context_.left_out.hidden += is_blank(utf8) ? 0 : 1;
  } else if (run.struck.value_or(false)) {
    context_.left_out.struck += is_blank(utf8) ? 0 : 1;
  } else {
    const bool underlined = links_ == 0 && run.underlined.value_or(false);
    paragraph()->add_text(utf8, {run.bold.value_or(false), underlined});
  }
}

void DocxBody::end_check_box() {
  if (paragraph() != nullptr && in_check_box_) paragraph()->add_text(checked_ ? "\u2612 " : "\u2610 ");
  in_check_box_ = false;
  checked_ = false;
}

void DocxBody::end_paragraph() {
  if (places_.empty()) return;
  Place place = std::move(places_.back());
  places_.pop_back();
  // In a damaged document properties may still be open: they were those of this paragraph.
  in_paragraph_properties_ = in_run_properties_ = in_mark_ = false;
  if (place.mark_deleted) {
    carried_ = std::move(place.paragraph);
    return;
  }
  const DocxStyle style = context_.styles.paragraph_style(place.properties.style);
  // A table of contents repeats the headings that follow.
  if (style.name.starts_with("toc ") && style.name != "toc heading") return;
  place.properties.take_from(style.paragraph);
  const int outline = place.properties.outline.value_or(body_text);
  place.paragraph.heading = outline >= 0 && outline < body_text ? outline + 1 : 0;
  number(place);
  flow_.add(place.paragraph);
}

void DocxBody::number(Place& place) {
  const ParagraphProperties& properties = place.properties;
  const std::string list = properties.list.value_or("");
  if (list.empty() || list == "0") return;
  const std::optional<int> by_style = context_.numbering.level_of_style(list, properties.style);
  const ListLabel label = context_.numbering.next(list, properties.level.value_or(by_style.value_or(0)));
  place.paragraph.bullet = label.bullet;
  place.paragraph.label = label.text;
}

void DocxBody::flush_carried() {
  if (carried_) flow_.add(*carried_);
  carried_.reset();
}

std::vector<std::string> DocxBody::finish() {
  while (!places_.empty()) end_paragraph();
  flush_carried();
  return flow_.finish();
}

std::string DocxBody::first_header() const {
  const auto found = headers_.find(own_first_page_ ? "first" : "default");
  return found == headers_.end() ? std::string() : found->second;
}

}  // namespace minutebook::indexer
