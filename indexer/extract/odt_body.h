// The text of an OpenDocument text as its readers see it: final text, without what was deleted, hidden or struck out.
// Knows nothing of packages, nor of what the text says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/left_out.h"
#include "indexer/extract/odt_numbering.h"
#include "indexer/extract/odt_styles.h"
#include "indexer/extract/xml_reader.h"

namespace minutebook::indexer {

class OdtBody : public XmlEvents {
 public:
  /// `root`: the element that holds the text: "office:text", "style:header".
  OdtBody(const OdtStyles& styles, std::string_view root) : styles_(styles), root_(root), numbering_(styles) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view utf8) override;

  std::vector<std::string> finish();
  const LeftOut& left_out() const { return left_out_; }

 private:
  struct Place {
    Paragraph paragraph;
    std::vector<OdtCharacters> characters;  ///< of the paragraph, then of each span that is open
    bool hidden = false;
  };

  bool skips(std::string_view name, const XmlAttributes& attributes);
  void begin_paragraph(std::string_view name, const XmlAttributes& attributes);
  void begin_inline(std::string_view name, const XmlAttributes& attributes);
  void begin_table_part(std::string_view name, const XmlAttributes& attributes);
  void end_table_part(std::string_view name);
  void end_paragraph();

  const OdtStyles& styles_;
  std::string_view root_;
  OdtNumbering numbering_;
  Flow flow_;
  LeftOut left_out_;
  std::vector<Place> places_;  ///< paragraphs that are open: boxes and notes stand inside one
  std::vector<std::size_t> cell_times_;
  std::vector<std::size_t> row_times_;
  std::string note_word_;  ///< "Note 3: " until the note's first paragraph has taken it
  int notes_ = 0;
  int endnotes_ = 0;
  int links_ = 0;   ///< open links: what is underlined in them is no title
  int inside_ = 0;  ///< open roots
  int skip_ = 0;    ///< depth inside what is left out
};

}  // namespace minutebook::indexer
