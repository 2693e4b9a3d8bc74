// The names a council goes by, derived from its row of the registry: what is compared with names in papers and queries.
// For schema/ only. Knows nothing of texts or dates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::schema {

struct Council;

enum class CouncilNameLevel : std::uint8_t {
  full,         ///< names the council: "North Vale Council", "London Borough of Esker"
  place,        ///< names the place or region: "North Vale"
  abbreviation  ///< "NVBC", "N&VE": meant only when written so
};

struct CouncilName {
  std::vector<std::string> words;  ///< as council_words() makes them
  CouncilNameLevel level = CouncilNameLevel::full;
  std::string written;       ///< of an abbreviation; else empty
  std::uint32_t commas = 0;  ///< bit i: a comma may stand before word i ("Esker, Vale and Tarrow")
};

/// Lower-case words without accents, apostrophes and the article in front; "&" is "and", "Saint" is "st".
std::vector<std::string> council_words(std::string_view name);
/// The words joined by spaces.
std::string council_key(std::string_view name);
/// Official and nice name, aliases, and the forms that follow from them and the council's type, each once.
std::vector<CouncilName> names_of_council(const Council& council);

}  // namespace minutebook::schema
