// The tables that are compiled into the program, as they stand in schema/.
// Knows nothing of what they mean: each has one reader.
#pragma once

#include <string_view>

namespace minutebook::schema {

std::string_view embedded_councils();         ///< schema/councils.tsv
std::string_view embedded_committee_kinds();  ///< schema/committee_kinds.tsv
std::string_view embedded_topics();           ///< schema/topics.skos.xml

}  // namespace minutebook::schema
