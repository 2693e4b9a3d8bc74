// Committee names: their kind by ordered rules, and the key under which spellings of one name meet.
// Knows nothing of papers. Rules: schema/committee_kinds.tsv, first match wins.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook::schema {

/// Kind of a committee by its name ("scrutiny", "cabinet" …, "other"); empty for an empty name.
std::string committee_kind(std::string_view name);
/// All kinds in the order of the rules, then "other".
const std::vector<std::string>& committee_kinds();
/// Key that groups spellings of one name: "CHILDREN AND YOUNG PEOPLE'S SERVICES OVERVIEW & SCRUTINY PANEL" and
/// "Children and Young Peoples Services Overview and Scrutiny Panel" -> "children young people services overview
/// scrutiny panel". `council_name` (may be empty) is dropped from it.
std::string committee_key(std::string_view name, std::string_view council_name);
/// Display form: suffixes of single meetings (" - Cancelled", "(Informal)" …) dropped; capitals made title case with
/// small words small.
std::string committee_display(std::string_view name);
/// Key of a portfolio ("Cabinet Member for Children & Young People" -> "children and young people"), and its display
/// form. Both are empty where only a role or a person is named ("Cabinet Member - Cllr A Smith"). Names of two
/// portfolios joined by a slash are for the caller to part.
std::string portfolio_key(std::string_view name);
std::string portfolio_display(std::string_view name);
/// Text in capitals made title case; acronyms (those of local government, words without vowels, words with digits)
/// stay; mixed text comes back unchanged.
std::string title_case_if_capitals(std::string_view text);

}  // namespace minutebook::schema
