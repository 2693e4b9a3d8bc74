// Which language papers are written in: English, Welsh or both, by CLD2 and words that only Welsh has.
// Decided passage by passage, because councils in Wales print both beside each other. Knows nothing of files or
// indexes.
#pragma once

#include <string_view>

#include "schema/paper.h"

namespace minutebook::indexer {

/// Language of a paragraph (UTF-8): english, welsh, or unknown where it says too little: names, numbers, a word or two.
schema::Language language_of(std::string_view text);

/// Marks the Welsh passages of a paper and sets its language: each that at least a tenth of the text is written in.
/// A passage that tells nothing by itself goes with what it stands beside: a heading with what follows, others with
/// what stands before.
void set_languages(schema::Paper& paper);

}  // namespace minutebook::indexer
