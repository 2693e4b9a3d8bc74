// The corpus of a run: how many papers make up the wanted number of items, their papers in batches, and the papers as
// text files. Must not know any engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/bench/engine.h"

namespace minutebook::bench {

struct Corpus {
  std::uint64_t seed = 1;
  std::uint64_t papers = 0, items = 0, words = 0, bytes = 0;  // bytes: of item_text(), the base of all ratios
};

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Corpus, seed, papers, items, words, bytes)

// The smallest number of papers with at least so many items, and its sizes.
Corpus plan_corpus(std::uint64_t seed, std::uint64_t items);

// Writes each paper as a text file below the folder, a thousand to a sub-folder; does nothing if they are there.
void write_papers(const Corpus& corpus, const std::filesystem::path& folder);

// Makes the papers while they are asked for; stops early once max_seconds (0: never) have passed.
class GeneratedSource : public PaperSource {
 public:
  GeneratedSource(const Corpus& corpus, std::filesystem::path folder, double max_seconds);

  const std::vector<Paper>& next_batch() override;
  const std::filesystem::path& folder() const override { return folder_; }

  // What has been handed out, and what making it has cost.
  std::uint64_t papers() const { return next_; }
  std::uint64_t items() const { return items_; }
  std::uint64_t bytes() const { return bytes_; }
  double wall() const { return wall_; }
  double cpu() const { return cpu_; }

 private:
  const Corpus& corpus_;
  std::filesystem::path folder_;
  double deadline_;  // seconds of wall time after the start, making of papers excluded; 0: none
  double started_;
  std::vector<Paper> batch_;
  std::uint64_t next_ = 0, items_ = 0, bytes_ = 0;
  double wall_ = 0, cpu_ = 0;
};

}  // namespace minutebook::bench
