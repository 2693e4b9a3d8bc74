// The text of one part of a Word document (its body, its notes, a header) as its readers see it: final text, without
// what was deleted, hidden or struck out. Knows nothing of packages, nor of what the text says.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/docx_numbering.h"
#include "indexer/extract/docx_styles.h"
#include "indexer/extract/flow.h"
#include "indexer/extract/left_out.h"
#include "indexer/extract/xml_reader.h"

namespace minutebook::indexer {

using DocxNotes = std::map<std::string, std::string>;  ///< id -> text

/// Everything the parts of one document share.
struct DocxContext {
  DocxStyles styles;
  DocxNumbering numbering;
  DocxNotes footnotes;
  DocxNotes endnotes;
  LeftOut left_out;
  std::string watermark;  ///< words drawn behind the text: "DRAFT"
};

class DocxBody : public XmlEvents {
 public:
  explicit DocxBody(DocxContext& context) : context_(context) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view utf8) override;

  std::vector<std::string> finish();
  /// Of a part of notes: their texts.
  DocxNotes take_notes() { return std::move(notes_); }
  /// The relationship of the header that the first page shows; empty: none.
  std::string first_header() const;
  /// The relationships of all headers of the first section, by type.
  const std::map<std::string, std::string>& headers() const { return headers_; }

 private:
  struct Place {
    Paragraph paragraph;
    ParagraphProperties properties;
    RunProperties style_run;  ///< what its style says of characters
    RunProperties run;        ///< of the run that is open
    bool mark_deleted = false;
  };

  bool skips(std::string_view name, const XmlAttributes& attributes);
  void begin_structure(std::string_view name, const XmlAttributes& attributes);
  bool begin_property(std::string_view name, const XmlAttributes& attributes);
  void begin_content(std::string_view name, const XmlAttributes& attributes);
  void paragraph_property(std::string_view name, const XmlAttributes& attributes);
  void section_property(std::string_view name, const XmlAttributes& attributes);
  void field(std::string_view type);
  void note(const DocxNotes& notes, const char* word, std::string_view id, int& count);
  void end_properties(std::string_view name);
  void end_structure(std::string_view name);
  void end_check_box();
  void end_paragraph();
  void number(Place& place);
  void flush_carried();
  bool in_field_code() const;
  void write(std::string_view utf8);
  Paragraph* paragraph() { return places_.empty() ? nullptr : &places_.back().paragraph; }

  DocxContext& context_;
  Flow flow_;
  std::vector<Place> places_;         ///< paragraphs that are open: text boxes stand inside one
  std::optional<Paragraph> carried_;  ///< text whose paragraph mark was deleted: it belongs to the next paragraph
  std::vector<bool> fields_;          ///< open fields: true once their result has begun
  std::vector<bool> alternatives_;    ///< true once one was taken
  std::vector<bool> controls_;        ///< open content controls: true if they show a prompt
  int links_ = 0;                     ///< open links: what is underlined in them is no title
  int skip_ = 0;                      ///< depth inside what is left out
  bool in_paragraph_properties_ = false;
  bool in_mark_ = false;  ///< properties of the paragraph's end
  bool in_run_properties_ = false;
  bool in_control_properties_ = false;
  bool in_check_box_ = false;
  bool checked_ = false;
  bool in_text_ = false;
  int footnote_count_ = 0;
  int endnote_count_ = 0;
  std::string note_id_;
  DocxNotes notes_;
  int sections_ = 0;
  bool own_first_page_ = false;
  std::map<std::string, std::string> headers_;  ///< of the first section, by type
};

}  // namespace minutebook::indexer
