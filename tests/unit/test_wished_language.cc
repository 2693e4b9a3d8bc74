// Which language a browser's header asks for: weights, regions, "*", what is refused, and nonsense.
#include <gtest/gtest.h>

#include <string>

#include "server/wished_language.h"

namespace minutebook::server {
namespace {

std::string wished(const std::string& header) {
  const std::optional<Language> language = wished_language(header);
  return !language ? "" : *language == Language::welsh ? "cy" : "en";
}

TEST(WishedLanguage, ByWeightThenByPlace) {
  struct Row {
    const char* header;
    const char* language;  ///< empty: nothing tells
  };
  for (const Row& row : {
           Row{"cy", "cy"},
           {"en", "en"},
           {"", ""},
           {"fr", ""},
           {"fr, de;q=0.5", ""},
           {"cy, en", "cy"},
           {"en, cy", "en"},
           {"fr, cy", "cy"},
           {"cy-GB,cy;q=0.9,en;q=0.5", "cy"},
           {"en-GB, cy;q=0.5", "en"},
           // The weight counts, not the place.
           {"en;q=0.2, cy;q=0.9", "cy"},
           {"cy;q=0.2, en;q=0.9", "en"},
           {"en;q=0.5, cy;q=0.5", "en"},
           {"cy;q=0.001, en;q=0.002", "en"},
           {"en;q=0.9, en-GB;q=0.1, cy;q=0.5", "en"},
           {"EN;Q=0.2 , CY;Q=0.9", "cy"},
           {"en ; q = 0.2,\tcy ; q = 0.9", "cy"},
           // What is refused.
           {"cy;q=0", "en"},
           {"cy;q=0, en;q=0.1", "en"},
           {"cy;q=0.000, cy-GB", "en"},
           {"cy-GB, cy;q=0", "en"},
           {"en;q=0", "cy"},
           {"en;q=0, *", "cy"},
           {"cy;q=0, en;q=0", ""},
           {"cy-GB;q=0, cy;q=0.5", "cy"},
           // "*" stands for what is not named.
           {"*", ""},
           {"*;q=0", ""},
           {"en, *;q=0.5", "en"},
           {"cy, *;q=0.5", "cy"},
           {"en;q=0.3, *;q=0.5", "cy"},
           {"cy;q=0.3, *;q=0.5", "en"},
           {"cy;q=0.3, *;q=0", "cy"},
           {"fr, *;q=0.1", ""},
           // Other words that begin so, and weights that are none.
           {"cym", ""},
           {"english", ""},
           {"cy;q=2, en", "en"},
           {"cy;q=x, en;q=0.1", "en"},
           {"cy;q=0.1234, en;q=0.1", "en"},
           {"cy;q=-1, en;q=0.1", "en"},
           {"cy;q=", ""},
           {"cy;level=1, en;q=0.5", "cy"},
           {",,;;, cy;q=0.5,", "cy"},
           {"cy;q=1., en;q=0.9", "cy"},
       }) {
    EXPECT_EQ(wished(row.header), row.language) << row.header;
  }
}

}  // namespace
}  // namespace minutebook::server
