// Prints the figures of a run: one Markdown table for people, one JSON object for programs.
// Must not measure or compute anything but means, percentiles and ratios.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/bench/runs.h"

namespace minutebook::bench {

// A row per figure, a column per engine, and a column for each engine but the last: how many times better the last is.
std::string markdown_table(const Corpus& corpus, const std::vector<BenchQuery>& queries,
                           const std::vector<EngineFigures>& engines);

nlohmann::json as_json(const Corpus& corpus, const std::vector<BenchQuery>& queries,
                       const std::vector<EngineFigures>& engines);

}  // namespace minutebook::bench
