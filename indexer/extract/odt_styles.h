// The styles of an OpenDocument text: what characters and paragraphs of a style look like, and how lists are numbered.
// Knows nothing of text.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/list_numbers.h"
#include "indexer/extract/xml_reader.h"

namespace minutebook::indexer {

extern const std::vector<XmlNamespace> odt_namespaces;

inline constexpr std::size_t odt_list_levels = 10;

/// nullopt: not stated.
struct OdtCharacters {
  std::optional<bool> bold;
  std::optional<bool> underlined;
  std::optional<bool> hidden;
  std::optional<bool> struck;

  /// What `nearer` states wins over what this states.
  OdtCharacters with(const OdtCharacters& nearer) const;
};

struct OdtListLevel {
  ListNumbering style = ListNumbering::none;
  std::string prefix;
  std::string suffix;
  int start = 1;
  int shown_levels = 1;  ///< 2: "3.1"
  std::string format;    ///< "%1%.%2%)", in place of prefix, levels and suffix
};

using OdtList = std::array<OdtListLevel, odt_list_levels>;

class OdtStyles {
 public:
  /// Adds the styles of the part styles.xml or content.xml. Throws UnreadableDocument.
  void read(std::string_view xml, const std::string& part);

  /// `family`: "paragraph" or "text". With what the style inherits.
  OdtCharacters characters(std::string_view family, const std::string& style) const;
  /// The style or one it is based on is the one of titles.
  bool is_title(const std::string& paragraph_style) const;
  /// nullptr: no such list style.
  const OdtList* list(const std::string& name) const;
  const OdtList& outline() const { return outline_; }

  struct Style {
    std::string parent;
    OdtCharacters characters;
  };

 private:
  std::map<std::string, Style> styles_;  ///< "family/name"; "family/" is the default
  std::map<std::string, OdtList> lists_;
  OdtList outline_;
};

}  // namespace minutebook::indexer
