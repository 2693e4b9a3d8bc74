// The stored record as bytes: items, papers and ledger rows to and from one record each.
// Knows nothing of files; what it is given to decode it takes for damaged if it does not end where it should.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "schema/paper.h"
#include "schema/shard.h"
#include "schema/shard_lexicon.h"

namespace minutebook::schema {

/// Appends the whole item, topics included, without the words of its passages: those are `tokens`, by passage.
void encode_item(const Item& item, std::span<const std::span<const Token>> tokens, const Lexicon& lexicon,
                 std::string& record);
/// `passages`: the words, with their numbers in `lexicon`; `path` names the file in errors.
Item decode_item(std::string_view record, const std::string& path, std::span<const ForwardPassage> passages,
                 const LexiconReader& lexicon);

/// Head and the passages numbered in `wanted` (ascending), in that order, without topics. `item`: what it held is
/// replaced, its memory used again.
void decode_excerpt(std::string_view record, const std::string& path, const ItemExcerpt& excerpt,
                    const LexiconReader& lexicon, Item& item);

/// Appends the paper without passages and topics of its items.
void encode_paper(const Paper& paper, std::string& record);
Paper decode_paper(std::string_view record, const std::string& path);

void encode_source(const SourceRow& source, std::string& record);
SourceRow decode_source(std::string_view record, const std::string& path);

}  // namespace minutebook::schema
