// Names of councils in running text: words looked up by the first word of a name, longest name first.
// For schema/ only. Knows nothing of dates or hosts; schema/councils.h is the way in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/council_names.h"

namespace minutebook::schema {

class CouncilFinder {
 public:
  struct Match {
    std::size_t begin = 0;  ///< byte offsets
    std::size_t end = 0;
    std::vector<std::size_t> rows;
    bool full = false;
  };

  void add(const CouncilName& name, std::size_t row);
  /// Call once after the last add().
  void finish();
  std::vector<Match> find(std::string_view text, bool places) const;

 private:
  struct Name {
    CouncilName name;
    std::vector<std::size_t> rows;
  };
  struct TextWord;
  struct Words;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  const Name* longest_at(const Words& words, std::size_t at, bool places) const;
  static bool matches(const Name& name, const Words& words, std::size_t at);

  std::unordered_map<std::string, std::vector<Name>, Hash, std::equal_to<>> by_first_word_;  // longest first
};

}  // namespace minutebook::schema
