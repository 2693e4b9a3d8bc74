// The text of a passage as what its words do not say: the words themselves are stored once, as numbers
// (schema/shard_forward.h), so here stand only the bytes between them, and words written otherwise than in the lexicon.
// Gives back every byte. Knows nothing of items.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "schema/analysis.h"
#include "schema/shard_format.h"
#include "schema/shard_lexicon.h"

namespace minutebook::schema {

/// Appends what is needed beside the words. `tokens`: those of tokenise() for this text.
void encode_text(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon, std::string& record);
/// Reads it and appends the text to `text`. `words`: numbers in `lexicon`.
void decode_text(ByteReader& reader, std::span<const WordId> words, const LexiconReader& lexicon, std::string& text);
/// Moves behind what decode_text would read, without looking at a word.
void skip_text(ByteReader& reader);

}  // namespace minutebook::schema
