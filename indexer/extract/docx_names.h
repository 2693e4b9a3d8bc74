// Names of the namespaces of Word documents (ECMA-376), and how their on/off properties are read.
// Knows nothing of what the elements hold.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/extract/xml_reader.h"

namespace minutebook::indexer {

/// Both editions of the standard: the transitional one that Word writes, and the strict one.
inline const std::vector<XmlNamespace> docx_namespaces = {
    {"/wordprocessingml/2006/main", "w"},         {"/ooxml/wordprocessingml/main", "w"},
    {"/officeDocument/2006/math", "m"},           {"/ooxml/officeDocument/math", "m"},
    {"/markup-compatibility/2006", "mc"},         {"/officeDocument/2006/relationships", "r"},
    {"/ooxml/officeDocument/relationships", "r"},
};

/// An on/off property (ECMA-376 part 1, 17.17.4) is on unless its value says otherwise.
inline bool is_on(const XmlAttributes& attributes) {
  const std::string_view value = attributes.get("w:val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

}  // namespace minutebook::indexer
