// The order of a run: hands sources to threads, takes back what they read in any order, and settles it in order of the
// paths. Knows nothing of workers or shards. Everything here may be called from several threads.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/index_run_claims.h"
#include "indexer/index_run_plan.h"
#include "indexer/index_run_report.h"
#include "schema/councils.h"

namespace minutebook::indexer {

/// A row and its papers as they were read.
struct ReadSource {
  schema::SourceRow row;
  std::vector<schema::Paper> papers;
};

/// A row and its papers, ready for a shard.
struct SettledSource {
  schema::SourceRow row;
  std::vector<ClaimedPaper> papers;
};

/// Sources done and sources to do.
using ProgressListener = std::function<void(std::size_t, std::size_t)>;

/// Who is told of the run and who may stop it; each may be empty.
struct RunListeners {
  ProgressListener progress;
  std::function<bool()> stop;
};

class Intake {
 public:
  /// All must outlive it.
  Intake(const Plan& plan, PaperClaims& claims, const schema::CouncilRegistry& councils, IndexReport& report,
         RunListeners listeners);

  /// The next source to read (a position in the plan); nullopt: none is left, or the run is to stop. Waits while it
  /// would be too far ahead of the slowest.
  std::optional<std::size_t> next();
  /// What was read of it. Gives back all that is settled now, in order of the paths.
  std::vector<SettledSource> finish(std::size_t position, ReadSource read);
  /// What is settled without reading anything more; to be called once at the start.
  std::vector<SettledSource> settle_leading();
  /// No further source is handed out: something went wrong.
  void stop();

  /// Sources that were not settled.
  std::size_t left() const { return plan_.sources.size() - settled_; }
  /// Paths whose rows are replaced.
  const std::vector<std::string>& replaced() const { return replaced_; }

 private:
  void settle_ready(std::vector<SettledSource>& settled);
  void settle(const PlannedSource& source, SettledSource ready, std::vector<SettledSource>& settled);
  void count_kept(const PlannedSource& source);
  SettledSource copy_of_original(const PlannedSource& source) const;

  const Plan& plan_;
  PaperClaims& claims_;
  const schema::CouncilRegistry& councils_;
  IndexReport& report_;
  RunListeners listeners_;
  std::mutex mutex_;
  std::condition_variable advanced_;
  std::size_t handed_out_ = 0;  // positions before it were looked at
  std::size_t settled_ = 0;     // positions before it are settled
  bool stopped_ = false;
  std::map<std::size_t, ReadSource> early_;                       // read, but not in turn yet
  std::unordered_map<std::string, schema::SourceRow> originals_;  // read in this run, with copies in it; by path
  std::vector<std::string> replaced_;
};

}  // namespace minutebook::indexer
