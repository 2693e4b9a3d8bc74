// What the rest of the program says in English to people (why a query is refused, hints, notes), in Welsh: a table of
// sentences with places for what was typed. Knows nothing of pages or of what the sentences are about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minutebook::server {

/// nullopt: the table does not have it; then the English is shown and marked as English.
std::optional<std::string> in_welsh(std::string_view english);

}  // namespace minutebook::server
