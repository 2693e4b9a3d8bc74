// What was asked for as text for people, as JSON and as CSV.
// Knows nothing of how it was found.
#pragma once

#include <ostream>

#include "query/include/minutebook/actions.h"
#include "query/print_text.h"

namespace minutebook::query {

void print_actions_text(std::ostream& out, const Actions& actions, const TextStyle& style);
void print_actions_json(std::ostream& out, const Actions& actions);
/// One row for each request; a head row.
void print_actions_csv(std::ostream& out, const Actions& actions);

}  // namespace minutebook::query
