// The measurements: index with each engine, ask all queries in rounds, export. Each in a process of its own.
// Returns data; must not print.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/bench/corpus.h"
#include "tests/bench/engine.h"
#include "tests/bench/queries.h"

namespace minutebook::bench {

struct IndexFigures {
  double wall = 0, cpu = 0, peak_mb = 0;                     // seconds; making of papers excluded
  std::uint64_t items = 0, text_bytes = 0, index_bytes = 0;  // as measured: of a prefix if extrapolated
  bool prefix = false;                                       // only the first items were indexed
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IndexFigures, wall, cpu, peak_mb, items, text_bytes, index_bytes, prefix)

struct QueryFigures {
  bool measured = false;           // false: the time for its kind had run out
  double wall_ms = 0, cpu_ms = 0;  // medians over the rounds
  std::uint64_t total = 0, text_bytes = 0;
  std::vector<std::uint64_t> facets;  // FacetSum of each
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(QueryFigures, measured, wall_ms, cpu_ms, total, text_bytes, facets)

struct ExportFigures {
  std::uint64_t queries = 0, rows = 0, bytes = 0;
  double wall = 0, cpu = 0, reading = 0, peak_mb = 0;
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ExportFigures, queries, rows, bytes, wall, cpu, reading, peak_mb)

struct EngineFigures {
  std::string name, description;
  IndexFigures index;
  std::vector<QueryFigures> queries;  // in the order of the queries
  double query_peak_mb = 0;
  ExportFigures exported;
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(EngineFigures, name, description, index, queries, query_peak_mb, exported)

struct RunOptions {
  std::filesystem::path folder;     // indexes and papers of the run lie below
  double max_seconds_textbook = 0;  // of indexing with an engine that may be extrapolated; 0: no limit
  double max_seconds_kind = 20;     // of the queries of one kind in one round of one engine
  int rounds = 3;
  bool reuse = false;  // keep an index of the same corpus that an earlier run has left
};

// Measures all engines; they take turns in each round, so that a disturbance of the machine meets all of them.
std::vector<EngineFigures> measure_engines(const Corpus& corpus, const std::vector<BenchQuery>& queries,
                                           const std::vector<const EngineEntry*>& entries, const RunOptions& options);

}  // namespace minutebook::bench
