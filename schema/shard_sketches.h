// What is kept of every paper to find papers that are copies of one work: a sketch of its shingles and how it was read.
// Knows nothing of when two papers are one work (indexer/works.h). Rows are read in place.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "schema/shard_format.h"

namespace minutebook::schema {

inline constexpr std::size_t sketch_bins = 32;
/// A bin that no shingle fell into.
inline constexpr std::uint32_t empty_bin = std::numeric_limits<std::uint32_t>::max();

/// Shingles are runs of five folded words; each falls into one bin by its hash, and a bin keeps its least hash. The
/// share of equal bins of two papers is an estimate of the share of shingles they have in common.
struct PaperSketch {
  std::uint64_t natural_id = 0;  ///< of schema::paper_id(paper): papers that share it need distinct ids
  std::uint32_t words = 0;
  std::uint8_t draft = 0;    ///< the paper or its source says it is one
  std::uint8_t scanned = 0;  ///< most of it was read from pictures
  std::uint8_t paged = 0;    ///< its passages have pages
  std::uint8_t reserved = 0;
  std::array<std::uint32_t, sketch_bins> bins{};
};

class SketchWriter {
 public:
  void add(const PaperSketch& sketch) { rows_.push_back(sketch); }
  /// Writes the file into `folder`, durably.
  void finish(const std::string& folder) const;

 private:
  std::vector<PaperSketch> rows_;
};

class SketchReader {
 public:
  /// Throws Error naming the file.
  explicit SketchReader(const std::string& folder);
  std::span<const PaperSketch> rows() const { return rows_; }

 private:
  MappedFile file_;
  std::span<const PaperSketch> rows_;
};

}  // namespace minutebook::schema
