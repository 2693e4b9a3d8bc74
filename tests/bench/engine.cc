#include "tests/bench/engine.h"

#include "tests/bench/minutebook_engine.h"
#include "tests/bench/sqlite_fts5.h"
#include "tests/bench/textbook_xapian.h"

namespace minutebook::bench {

std::array<std::string, kFacets> facet_values(const Paper& paper, const Item& item) {
  const std::string council(paper.council.code);
  return {council,
          council + "/" + std::string(paper.committee),
          std::string(paper.committee_kind),
          std::string(kind_name(paper.kind)),
          std::to_string(paper.date.year),
          municipal_year(paper.date),
          std::string(paper.portfolio),
          std::string(subjects()[item.subject].topic)};
}

void FacetSum::add(std::string_view value, std::uint64_t count) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : value) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  sum_ += mix(hash ^ mix(count));
}

std::uint64_t bytes_below(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

const std::vector<EngineEntry>& engines() {
  static const std::vector<EngineEntry> all = {
      {"xapian", "textbook Xapian: TermGenerator, value slots, match spies", false, true, make_textbook_xapian},
      {"sqlite", "SQLite FTS5: porter, one transaction, optimize, GROUP BY; 256 MB page cache", false, false,
       make_sqlite_fts5},
      {"minutebook", "Minutebook: text files through the whole pipeline, one process; answers through the library",
       true, false, make_minutebook},
  };
  return all;
}

}  // namespace minutebook::bench
