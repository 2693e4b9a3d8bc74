// What may stand inside NEAR, PARA, ITEM and PAPER, and what an alternative silently leaves out.
// Knows nothing of words and values; only of the shape of trees.
#pragma once

#include <string>
#include <vector>

#include "query/parse.h"
#include "query/resolved.h"

namespace minutebook::query {

/// Throws schema::Error (usage) if `operand` cannot be decided inside `outer` (near, same_passage, same_item,
/// same_paper): filters, negations, wider operators inside narrower ones. `begin`: byte of the query for the message.
void check_operand(const ParsedQuery& query, const Node& operand, NodeKind outer, std::uint32_t begin);

/// True if the node or one below it is of this kind.
bool holds_kind(const Node& node, NodeKind kind);

/// Notes for alternatives such as `a OR b since:2020`, where the filter belongs to the last one only.
void note_filters_in_alternatives(const ParsedQuery& query, const Ast& ast, std::vector<std::string>& notes);

/// A phrase as one leaf for each word.
Node apart(const Node& phrase);

}  // namespace minutebook::query
