// Citations as lines of text and as JSON, and what an answer made of items covers: shared by the printers of reviews
// and of actions. Knows nothing of either.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/cited.h"
#include "query/text_layout.h"

namespace minutebook::query {

using PrintedJson = nlohmann::ordered_json;

/// "Quayside Council - Audit Panel - 2018-07-25 - minutes, minute 14, (2), p. 3".
std::string citation_line(const Cited& where);
/// The same without its council, and without its committee if `committee` is false: "2018-07-25 minutes, item 14, p.
/// 3".
std::string short_citation(const Cited& where, bool committee);
/// About `bytes` of a text, cut at a word with "…".
std::string shortened(const std::string& text, std::size_t bytes);
/// The query as understood, what was searched and what could not be.
void print_reach(TextLayout& layout, const Answer& searched);

PrintedJson cited_json(const Cited& where);
/// "query", "revision", "interpreted", "totals", "coverage" of an answer, as in the answers of searches.
PrintedJson reach_json(const Answer& searched);
PrintedJson text_or_null(const std::string& text);
PrintedJson date_or_null(const schema::Date& date);
/// On one line, without its end; what is no UTF-8 becomes U+FFFD.
std::string printed(const PrintedJson& json);
void write_json(std::ostream& out, const PrintedJson& json);

}  // namespace minutebook::query
