#include "indexer/works_papers.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "indexer/live_index.h"
#include "indexer/sketch.h"
#include "schema/index_terms.h"

namespace minutebook::indexer {
namespace {

using schema::PaperKind;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// The estimate is right within about 0.1: these lie so far below the thresholds of works.h that hardly a pair is lost.
constexpr double promises_same_words = 0.65;
constexpr double promises_half = 0.15;
constexpr std::size_t band_bins = 2;

std::string_view known(std::string_view value) {
  return value == schema::unknown_value ? std::string_view() : value;
}

/// A committee's value is its council's, a slash, and its key.
std::string_view committee_part(std::string_view value) {
  return known(value.substr(value.rfind('/') + 1));
}

/// Kinds that are told apart only by what stands around a paper.
PaperKind family(PaperKind kind) {
  switch (kind) {
    case PaperKind::report:
    case PaperKind::appendix:
    case PaperKind::presentation:
      return PaperKind::report;
    case PaperKind::agenda:
    case PaperKind::minutes:
    case PaperKind::decision:
    case PaperKind::work_programme:
    case PaperKind::forward_plan:
    case PaperKind::other:
      return kind;
  }
  return kind;
}

bool kinds_fit(PaperKind a, PaperKind b) {
  return family(a) == family(b) || a == PaperKind::other || b == PaperKind::other;
}

bool same_or_unknown(std::string_view a, std::string_view b) {
  return a == b || a.empty() || b.empty();
}

/// A report may name its committee with more: "Cabinet, for recommendation to Council".
bool begins_with_words(std::string_view key, std::string_view beginning) {
  return key.starts_with(beginning) && (key.size() == beginning.size() || key[beginning.size()] == ' ');
}

bool committees_fit(std::string_view a, std::string_view b) {
  return same_or_unknown(a, b) || begins_with_words(a, b) || begins_with_words(b, a);
}

bool worth_comparing(const WorkPaper& a, const WorkPaper& b) {
  const bool fit = a.source != b.source && (a.date == b.date || a.date == 0 || b.date == 0) &&
                   same_or_unknown(a.council, b.council) && committees_fit(a.committee, b.committee) &&
                   kinds_fit(a.kind, b.kind);
  if (!fit) return false;
  const bool meeting = of_one_meeting(a, b) && a.kind == b.kind;
  if (meeting && a.kind == PaperKind::agenda) return true;
  const bool half_will_do = meeting && (a.kind == PaperKind::minutes || a.sketch->scanned != b.sketch->scanned);
  return estimated_resemblance(*a.sketch, *b.sketch) >= (half_will_do ? promises_half : promises_same_words);
}

void add_pairs_of_days(const std::vector<WorkPaper>& papers, Pairs& pairs) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> days;
  for (std::uint32_t i = 0; i < papers.size(); ++i) {
    if (papers[i].date != 0) days[papers[i].date].push_back(i);
  }
  for (const auto& [date, day] : days) {
    for (std::size_t i = 0; i < day.size(); ++i) {
      for (std::size_t j = i + 1; j < day.size(); ++j) {
        if (worth_comparing(papers[day[i]], papers[day[j]])) pairs.emplace_back(day[i], day[j]);
      }
    }
  }
}

/// Bins in twos, and all of them: papers that have a key in common are likely to resemble each other.
std::vector<std::uint64_t> band_keys(const schema::PaperSketch& sketch) {
  std::vector<std::uint64_t> keys;
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < schema::sketch_bins; i += band_bins) {
    const std::uint64_t band = (std::uint64_t{sketch.bins[i]} << 32) | sketch.bins[i + 1];
    all = all * 0x9e3779b97f4a7c15ULL + band;
    if (sketch.bins[i] != schema::empty_bin && sketch.bins[i + 1] != schema::empty_bin) {
      keys.push_back(band * 0x9e3779b97f4a7c15ULL + i);
    }
  }
  keys.push_back(all);
  return keys;
}

/// A paper without a date may belong to any day: only its words can lead to the others.
void add_pairs_of_undated(const std::vector<WorkPaper>& papers, Pairs& pairs) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> undated;
  for (std::uint32_t i = 0; i < papers.size(); ++i) {
    if (papers[i].date != 0) continue;
    for (const std::uint64_t key : band_keys(*papers[i].sketch)) undated[key].push_back(i);
  }
  if (undated.empty()) return;
  std::vector<std::uint32_t> met;
  for (std::uint32_t i = 0; i < papers.size(); ++i) {
    met.clear();
    for (const std::uint64_t key : band_keys(*papers[i].sketch)) {
      if (const auto found = undated.find(key); found != undated.end())
        met.insert(met.end(), found->second.begin(), found->second.end());
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    for (const std::uint32_t other : met) {
      const bool again = papers[i].date == 0 && other <= i;  // both are undated: met from the other side
      if (!again && worth_comparing(papers[i], papers[other])) pairs.emplace_back(std::minmax(i, other));
    }
  }
}

}  // namespace

std::vector<WorkPaper> live_work_papers(std::span<const schema::ShardState> shards) {
  std::vector<WorkPaper> papers;
  for (std::size_t number = 0; number < shards.size(); ++number) {
    const schema::Shard& shard = *shards[number].shard;
    for_each_live_paper(shards[number], [&](std::uint32_t ordinal) {
      const schema::PaperRow& row = shard.papers()[ordinal];
      papers.push_back({number, ordinal, shard.paper_id(ordinal), &shard.sources()[row.source],
                        &shard.sketches()[ordinal], row.kind, row.date, known(shard.values()[row.council].value),
                        committee_part(shard.values()[row.committee].value)});
    });
  }
  // Papers of one source stand in one shard, in the order of the source.
  std::stable_sort(papers.begin(), papers.end(),
                   [](const WorkPaper& a, const WorkPaper& b) { return a.source->path < b.source->path; });
  return papers;
}

bool of_one_meeting(const WorkPaper& a, const WorkPaper& b) {
  return a.date != 0 && !a.council.empty() && !a.committee.empty() && a.date == b.date && a.council == b.council &&
         a.committee == b.committee;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_to_compare(const std::vector<WorkPaper>& papers) {
  Pairs pairs;
  add_pairs_of_days(papers, pairs);
  add_pairs_of_undated(papers, pairs);
  return pairs;
}

}  // namespace minutebook::indexer
