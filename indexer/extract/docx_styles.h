// The styles of a Word document (styles.xml): what a style states, and what it takes from the styles it is based on.
// Knows nothing of text; numbers are only named here (docx_numbering.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace minutebook::indexer {

/// Properties of characters that reading needs; nullopt: not stated here.
struct RunProperties {
  std::optional<bool> bold;
  std::optional<bool> underlined;
  std::optional<bool> hidden;  ///< w:vanish
  std::optional<bool> struck;  ///< w:strike, w:dstrike
  std::string style;           ///< id of a character style; empty: none

  /// What `nearer` states wins.
  void take_from(const RunProperties& farther);
};

/// Takes one element of a w:rPr.
void read_run_property(std::string_view name, bool on, std::string_view value, RunProperties& run);

struct ParagraphProperties {
  std::optional<int> outline;  ///< rank of a heading, from 0; 9: body text
  std::optional<std::string> list;
  std::optional<int> level;  ///< of the list, from 0
  std::string style;         ///< id; empty: the default

  void take_from(const ParagraphProperties& farther);
};

struct DocxStyle {
  std::string name;  ///< lower case
  std::string based_on;
  ParagraphProperties paragraph;
  RunProperties run;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  /// `xml`: the part styles.xml. Throws UnreadableDocument.
  explicit DocxStyles(std::string_view xml);

  /// The style with what it inherits; an unknown or empty id is the default paragraph style.
  DocxStyle paragraph_style(const std::string& id) const;
  RunProperties character_style(const std::string& id) const;
  /// The w:numId that a numbering style names; empty: none.
  std::string list_of(const std::string& id) const;

 private:
  DocxStyle resolve(const std::string& id) const;

  std::map<std::string, DocxStyle> styles_;
  std::string default_paragraph_;
  RunProperties defaults_;
};

}  // namespace minutebook::indexer
