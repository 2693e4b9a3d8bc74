// One entry of a list of those present: its name, title of address and office.
// Knows nothing of blocks, of markers such as "Present:" or of minutes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/paper.h"

namespace minutebook::indexer {

/// Takes titles, roles in brackets and descriptions off one entry; nullopt if no name remains. `members`: the list is
/// one of councillors, so that a surname alone is a name.
std::optional<schema::Person> person_of(std::string_view entry, schema::Attendance attendance, bool members);

/// Begins with a word of an office or organisation ("Director of …", "Cabinet Member for …"), not with a name.
bool begins_office(std::string_view text);
/// Begins with a title of address: "Councillor", "Mr", "Alderman".
bool begins_title(std::string_view text);
/// "Clerk J Holt": a post of one word, then an initial and a surname.
bool names_post_holder(std::string_view text);
/// Names councillors, so that the names that follow are theirs.
bool mentions_members(std::string_view text);
/// "SMITH J", "J SMITH": a name in capitals, not a heading.
bool is_capital_name(std::string_view text);
/// "chair" and "vice-chair" in all their forms under one word; any other role as it is.
std::string role_display(const std::string& role);

}  // namespace minutebook::indexer
