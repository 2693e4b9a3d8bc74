// Parts of JSON that several printers share: an item with its paper, a mention, highlighted runs, nulls for what is not
// known. Knows nothing of whole documents.
#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "query/include/minutebook/answer.h"

namespace minutebook::query {

using Json = nlohmann::ordered_json;

/// null: not stated.
Json or_null(const std::string& text);
Json or_null(const schema::Date& date);
Json page_json(int page);

Json runs_json(const std::vector<Run>& runs);
Json paper_json(const PaperView& paper);
/// The item without its mentions.
Json item_json(const Result& row);
/// Adds everything of a mention but its id and runs.
void add_mention_json(Json& made, const Mention& mention);

/// One line; what is no UTF-8 becomes U+FFFD.
void write_line(std::ostream& out, const Json& json);

}  // namespace minutebook::query
