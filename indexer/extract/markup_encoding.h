// The encoding of HTML and XML: what the document declares, where its bytes leave a choice.
// Knows nothing of elements.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/text_encoding.h"

namespace minutebook::indexer {

/// What the document says of its encoding within its first 4,096 bytes, in lower case: `<meta charset="utf-8">`,
/// `content="text/html; charset=iso-8859-1"`, `<?xml … encoding="…"?>`. Empty: nothing.
std::string declared_encoding(std::string_view bytes);

/// As decode_text(), but single NUL bytes are no reason to refuse (browsers pass over them too), and a declared
/// single-byte encoding other than Latin 1 is used. A mark and valid UTF-8 come before what is declared, for servers
/// send pages in other encodings than they say.
DecodedText decode_markup(std::string_view bytes);

}  // namespace minutebook::indexer
