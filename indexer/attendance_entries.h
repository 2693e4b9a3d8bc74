// The entries that a line of names holds: "Greaves, Sims (Chair) and van der Burg".
// Knows nothing of what an entry says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook::indexer {

/// A part of a line of names, and what stood before it.
struct NameEntry {
  std::string text;
  std::string separator;  ///< "", ", ", "; " or " and "
};

/// Separates "Greaves, Sims (Chair) and van der Burg", "Councillor A B Councillor C D", and "J Holt M Reid" where
/// initials and surnames alternate to the end; brackets keep together.
std::vector<NameEntry> name_entries(std::string_view text);

}  // namespace minutebook::indexer
