// The automatic numbers of a Word document (numbering.xml): what Word prints before each numbered paragraph.
// Knows nothing of text or of styles but their names.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/list_numbers.h"

namespace minutebook::indexer {

class DocxStyles;

inline constexpr int docx_list_levels = 9;

class DocxNumbering {
 public:
  DocxNumbering() = default;
  /// `xml`: the part numbering.xml; `styles` tells what numbering styles name. Throws UnreadableDocument.
  DocxNumbering(std::string_view xml, const DocxStyles& styles);

  /// Counts the next paragraph of a list. `list`: a w:numId; unknown lists number nothing.
  ListLabel next(const std::string& list, int level);
  /// The level of the list that belongs to a paragraph style; nullopt: none does.
  std::optional<int> level_of_style(const std::string& list, const std::string& style) const;

  struct Level {
    int start = 1;
    ListNumbering style = ListNumbering::decimal;
    std::string text;            ///< "%1.%2"
    std::optional<int> restart;  ///< w:lvlRestart; 0: never
    bool legal = false;          ///< all numbers in figures
    std::string paragraph_style;
  };
  using Levels = std::array<Level, docx_list_levels>;
  struct Definition {
    Levels levels;
    std::string style_link;  ///< the numbering style that defines it
  };
  struct List {
    std::string definition;
    std::map<int, Level> levels;  ///< in place of the definition's
    std::map<int, int> starts;    ///< w:startOverride
    bool used = false;
  };

 private:
  const Definition* definition_of(const List& list, std::string& id) const;
  const Level& level_in(const List& list, const Definition& definition, int level) const;
  int start_of(const List& list, const Definition& definition, int level) const;
  std::string print(const List& list, const Definition& definition, const std::string& id, int level) const;

  std::map<std::string, Definition> definitions_;
  std::map<std::string, List> lists_;
  std::map<std::string, std::string> linked_lists_;  ///< numbering style -> list
  std::map<std::string, std::array<std::optional<int>, docx_list_levels>> counts_;
};

}  // namespace minutebook::indexer
