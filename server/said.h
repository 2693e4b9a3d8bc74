// What the rest of the program says in English to people (why a query is refused, hints, notes), in Welsh: a table of
// sentences with places for what was typed. Knows nothing of pages or of what the sentences are about.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace minutebook::server {

/// nullopt: the table does not have it; then the English is shown and marked as English.
std::optional<std::string> in_welsh(std::string_view english);

/// All of these in Welsh, in place; false, and nothing is changed: the table does not have one of them.
bool all_in_welsh(std::initializer_list<std::string*> sentences);

}  // namespace minutebook::server
