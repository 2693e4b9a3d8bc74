// Lines as the converter of old Word documents writes them, made into what stood on the page: without the codes of
// fields, which Word never shows, and with numbers before their text instead of in a cell. Knows nothing of the
// converter or of processes.
#pragma once

#include <string>
#include <string_view>

namespace minutebook::indexer {

/// `text` without codes such as `HYPERLINK "http://…" \l "place"`, `PAGEREF _Toc12 \h`, `TOC \o "1-3" \h`; what the
/// fields show stays. A code is in capitals and an argument or a switch follows it: words of a sentence stay as they
/// are.
std::string without_field_codes(std::string_view text);

/// "21.<TAB>Apologies" is a paragraph with a number and no row of a table: the converter writes cells and tabs alike. A
/// row has further cells, or its first one is no number, letter or bullet. Nor has it codes of fields.
std::string paragraph_of_doc(std::string_view line);

}  // namespace minutebook::indexer
