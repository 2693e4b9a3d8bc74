// What the benchmark asks of a search engine: index papers, answer a query the way a results page needs it, export all
// matches. Must not know how any engine works; engines must not know what is measured.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/generator.h"
#include "tests/bench/queries.h"

namespace minutebook::bench {

inline constexpr std::size_t kFacets = 8;
inline constexpr std::size_t kPageSize = 20;  // results of an answer whose text is read

// The facets of an answer; arrays of facets are in this order.
inline constexpr std::array<std::string_view, kFacets> kFacetNames = {
    "council", "committee", "committee_kind", "paper_kind", "year", "municipal_year", "portfolio", "topic"};

// The value of each facet for an item of the paper; a committee's value is council code + '/' + name.
std::array<std::string, kFacets> facet_values(const Paper& paper, const Item& item);

// A sum over the values of a facet that does not depend on their order: equal sums, equal counts.
class FacetSum {
 public:
  void add(std::string_view value, std::uint64_t count);
  std::uint64_t value() const { return sum_; }

 private:
  std::uint64_t sum_ = 0;
};

struct Answer {
  std::uint64_t total = 0;                      // items, exact
  std::size_t shown = 0;                        // results read, at most kPageSize
  std::uint64_t text_bytes = 0;                 // their text
  std::array<std::uint64_t, kFacets> facets{};  // FacetSum of every facet, exact
};

// Rows are mentions: paragraphs that answer the query, with their text; of an engine that finds none, whole items.
struct Export {
  std::uint64_t rows = 0, bytes = 0;
  double reading = 0;  // seconds for finding and reading whole items, where that is a step of its own
};

// The papers of a run, in batches. Time spent in making them is kept apart, so that it can be taken off.
class PaperSource {
 public:
  virtual ~PaperSource() = default;
  // The next papers, valid until the next call; empty at the end.
  virtual const std::vector<Paper>& next_batch() = 0;
  // A folder with the same papers as text files, for engines that read files.
  virtual const std::filesystem::path& folder() const = 0;
};

class Engine {
 public:
  virtual ~Engine() = default;
  // Builds the index from nothing. Items are indexed with their front.
  virtual void index(PaperSource& papers) = 0;
  // Opens the index for queries.
  virtual void open() = 0;
  virtual Answer answer(const BenchQuery& query) = 0;
  virtual Export export_all(const BenchQuery& query) = 0;
  virtual std::uint64_t size_on_disk() const = 0;
};

struct EngineEntry {
  std::string_view name, description;
  bool reads_files = false;          // it needs PaperSource::folder()
  bool may_be_extrapolated = false;  // its indexing time may be extrapolated from a prefix of the corpus
  std::function<std::unique_ptr<Engine>(const std::filesystem::path& folder)> make;
};

// The engines that can be measured, one row each.
const std::vector<EngineEntry>& engines();

// Bytes of all files below a folder.
std::uint64_t bytes_below(const std::filesystem::path& folder);

}  // namespace minutebook::bench
