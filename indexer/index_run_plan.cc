#include "indexer/index_run_plan.h"

#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/hash.h"
#include "indexer/index_run_threads.h"
#include "indexer/live_index.h"
#include "indexer/source_file.h"
#include "indexer/source_status.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

bool lies_under(const std::string& path, const std::string& root) {
  return path == root || root == "/" || (path.starts_with(root) && path[root.size()] == '/');
}

/// What tells copies: bytes and metadata, but not the URL, which differs for each place a paper is published in.
std::string content_key(const std::string& sha256, const std::string& digest) {
  return sha256 + digest;
}

void hash_source(PlannedSource& source) {
  if (!source.problem.empty()) return;
  const SourceFile file(source.path);
  source.bytes = file.bytes();
  source.modified = file.modified();
  source.problem = file.problem();
  if (!source.problem.empty()) return;
  try {
    source.sha256 = sha256_of_file(file.descriptor());
  } catch (const schema::Error& error) {
    source.problem = error.what();
  }
}

/// What was indexed of a file stays while the file is there but cannot be opened: a share that is not mounted well
/// empties no index.
bool out_of_reach(const PlannedSource& source) {
  return source.before != nullptr && source.before->status == status_indexed && !source.problem.empty() &&
         source.sha256.empty() && source.modified == 0;
}

class Planner {
 public:
  Planner(const PlanContext& context, Plan& plan) : context_(context), plan_(plan) {
    for (const LiveSource& source : live_sources(context.current)) rows_.emplace(source.row->path, source.row);
  }

  void make(const ScanResult& found) {
    for (const FoundSource& source : found.sources) add(source);
    look_at_unfound_rows();
    hash_all();
    for (PlannedSource& source : plan_.sources) {
      if (is_unchanged(source) || out_of_reach(source)) settled_.insert(source.path);
    }
    unsettle_later_originals();
    unsettle_orphaned_copies();
    for (const std::string& path : settled_) note_original(*rows_.at(path));
    decide();
  }

 private:
  void add(const FoundSource& found) {
    found_.insert(found.path);
    if (!context_.withdrawn.source_entry(found.path).empty()) {
      ++plan_.withdrawn;
      if (rows_.contains(found.path)) plan_.retired.push_back(found.path);
      return;
    }
    PlannedSource source;
    source.path = found.path;
    source.problem = found.problem;
    source.metadata = context_.metadata.metadata_of(found.path, found.root);
    source.digest = metadata_digest(source.metadata, context_.councils_digest);
    if (const auto row = rows_.find(found.path); row != rows_.end()) source.before = row->second;
    plan_.sources.push_back(std::move(source));
  }

  /// Rows that the scan did not meet: outside the given paths, vanished, or no longer walked to.
  void look_at_unfound_rows() {
    for (const auto& [path, row] : rows_) {
      if (found_.contains(path)) continue;
      if (goes(path)) {
        plan_.retired.push_back(path);
      } else {
        settled_.insert(path);
      }
    }
  }

  bool goes(const std::string& path) {
    const auto& roots = context_.roots;
    if (std::none_of(roots.begin(), roots.end(), [&path](const std::string& root) { return lies_under(path, root); }))
      return false;
    struct stat status {};
    // Only what certainly is not there has vanished: below a folder that cannot be read nothing has.
    const bool there = ::stat(path.c_str(), &status) == 0;
    if (there) return S_ISDIR(status.st_mode);
    if (errno != ENOENT && errno != ENOTDIR) return false;
    ++(context_.prune ? plan_.pruned : plan_.gone);
    return context_.prune;
  }

  void hash_all() {
    std::atomic<std::size_t> next{0};
    const unsigned threads = plan_.sources.size() < 32 ? 1 : context_.jobs;
    run_in_threads(threads, [&] {
      for (std::size_t i = next++; i < plan_.sources.size(); i = next++) {
        if (context_.stop && context_.stop()) return;
        hash_source(plan_.sources[i]);
      }
    });
  }

  bool is_unchanged(const PlannedSource& source) const {
    const schema::SourceRow* before = source.before;
    if (before != nullptr && context_.ocr && before->unread_pages > 0) return false;
    if (before == nullptr || !source.problem.empty() || context_.withdrawn.must_read_again(source.path)) return false;
    const bool restored =
        std::any_of(before->warnings.begin(), before->warnings.end(), [this](const std::string& warning) {
          const std::optional<std::string> paper = withdrawn_in(warning);
          return paper && !context_.withdrawn.keeps_out_paper(*paper);
        });
    return !restored && before->sha256 == source.sha256 && before->metadata_digest == source.digest &&
           before->url == source.metadata.url;
  }

  /// Of sources with the same bytes the first by path is read, also if another one was there before.
  void unsettle_later_originals() {
    std::unordered_map<std::string, const schema::SourceRow*> originals;
    for (const std::string& path : settled_) {
      const schema::SourceRow& row = *rows_.at(path);
      if (row.status == status_indexed) originals.emplace(content_key(row.sha256, row.metadata_digest), &row);
    }
    std::vector<PlannedSource> become_copies;
    for (const PlannedSource& source : plan_.sources) {
      if (settled_.contains(source.path) || !source.problem.empty() || source.bytes == 0) continue;
      const auto original = originals.find(content_key(source.sha256, source.digest));
      if (original == originals.end() || original->second->path < source.path) continue;
      const schema::SourceRow& row = *original->second;
      if (settled_.erase(row.path) == 1 && !found_.contains(row.path)) become_copies.push_back(as_in_row(row));
    }
    plan_.sources.insert(plan_.sources.end(), become_copies.begin(), become_copies.end());
  }

  /// A source that need not be looked at: it becomes a copy.
  static PlannedSource as_in_row(const schema::SourceRow& row) {
    PlannedSource source;
    source.path = row.path;
    source.metadata.url = row.url;
    source.digest = row.metadata_digest;
    source.sha256 = row.sha256;
    source.bytes = row.bytes;
    source.before = &row;
    return source;
  }

  bool originals_stay(const schema::SourceRow& row) const {
    const std::vector<std::string> originals = copied_from(row);
    return std::all_of(originals.begin(), originals.end(),
                       [this](const std::string& path) { return settled_.contains(path); });
  }

  /// A copy stays one while its original stays. Copies may have copies themselves, so this goes on until nothing
  /// changes.
  void unsettle_orphaned_copies() {
    bool changed = true;
    while (changed) {
      const std::size_t before = settled_.size();
      std::vector<std::string> orphans;
      for (const std::string& path : settled_) {
        if (!originals_stay(*rows_.at(path))) orphans.push_back(path);
      }
      for (const std::string& path : orphans) {
        if (found_.contains(path) || add_from_outside(path)) settled_.erase(path);
      }
      changed = settled_.size() != before;
    }
  }

  /// An orphaned copy that the given paths do not hold can only be read if what is stated about it is known.
  bool add_from_outside(const std::string& path) {
    const schema::SourceRow& row = *rows_.at(path);
    PlannedSource source;
    source.path = path;
    source.before = &row;
    source.metadata = context_.metadata.metadata_of(path, path.substr(0, path.rfind('/')));
    source.digest = metadata_digest(source.metadata, context_.councils_digest);
    if (source.digest != row.metadata_digest || source.metadata.url != row.url) {
      if (warned_.insert(path).second)
        plan_.warnings.push_back(path + " was a copy of a source that changed or went: index it again");
      return false;
    }
    hash_source(source);
    plan_.sources.push_back(std::move(source));
    return true;
  }

  void note_original(const schema::SourceRow& row) {
    if (row.status == status_indexed)
      originals_.emplace(content_key(row.sha256, row.metadata_digest), Original{row.path, &row});
  }

  void decide() {
    std::vector<PlannedSource>& sources = plan_.sources;
    std::sort(sources.begin(), sources.end(),
              [](const PlannedSource& a, const PlannedSource& b) { return a.path < b.path; });
    for (PlannedSource& source : sources) {
      source.action = PlannedAction::read;
      if (!source.problem.empty()) source.action = PlannedAction::refuse;
      if (settled_.contains(source.path)) source.action = PlannedAction::keep;
      // Empty files are all alike: none is the copy of another.
      if (source.action != PlannedAction::read || source.bytes == 0) continue;
      const auto [original, first] =
          originals_.emplace(content_key(source.sha256, source.digest), Original{source.path, nullptr});
      if (first) continue;
      source.action = PlannedAction::copy;
      source.copy_of = original->second.path;
      source.original = original->second.row;
    }
  }

  struct Original {
    std::string path;
    const schema::SourceRow* row = nullptr;  // nullptr: read in this run
  };

  const PlanContext& context_;
  Plan& plan_;
  std::unordered_map<std::string, const schema::SourceRow*> rows_;  // the living, by path
  std::unordered_set<std::string> found_;
  std::set<std::string> settled_;                        // paths whose rows stay as they are
  std::unordered_map<std::string, Original> originals_;  // by content: what others are copies of
  std::unordered_set<std::string> warned_;
};

}  // namespace

Plan plan_run(const ScanResult& found, const PlanContext& context) {
  Plan plan;
  Planner(context, plan).make(found);
  return plan;
}

}  // namespace minutebook::indexer
