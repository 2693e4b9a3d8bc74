#include "indexer/index_run.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>
#include <utility>

#include "indexer/index_run_builders.h"
#include "indexer/index_run_rows.h"
#include "indexer/index_run_threads.h"
#include "indexer/index_writer.h"
#include "indexer/live_index.h"
#include "indexer/reference_data.h"
#include "indexer/source_file.h"
#include "indexer/source_reader.h"
#include "indexer/source_status.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t sources_for_one_more_shard = 64;
// Four small shards would be merged at once, which costs as much as building them.
constexpr std::size_t small_run_sources = 4096;
constexpr std::size_t shards_of_small_run = 3;

std::size_t most_shards(std::size_t sources) {
  const std::size_t most = 1 + sources / sources_for_one_more_shard;
  return sources < small_run_sources ? std::min(most, shards_of_small_run) : most;
}

std::unordered_set<std::string> leaving_sources(const Plan& plan) {
  std::unordered_set<std::string> leaving(plan.retired.begin(), plan.retired.end());
  for (const PlannedSource& source : plan.sources) {
    if (source.action != PlannedAction::keep) leaving.insert(source.path);
  }
  return leaving;
}

ReadSource read_source(const PlannedSource& source, SourceReader& reader, const schema::CouncilRegistry& councils) {
  const SourceFile file(source.path);
  ReadSource read{row_of(source, councils), {}};
  SourceReading reading = reader.read(file, source.path, source.metadata);
  if (file.problem().empty() && file.changed_since(source.bytes, source.modified)) {
    reading = SourceReading{};
    reading.status = status_failed;
    reading.reason = "changed while it was read; index it again";
    // Without a hash the next run cannot take it for unchanged.
    read.row.sha256.clear();
  }
  add_reading(reading, source.metadata, read.row);
  read.papers = std::move(reading.papers);
  return read;
}

void build(std::vector<SettledSource> settled, BuilderPool& pool) {
  for (SettledSource& source : settled) {
    const BuilderPool::Loan builder(pool);
    const std::uint32_t row = builder->add_source(std::move(source.row));
    for (ClaimedPaper& paper : source.papers) builder->add_paper_again(std::move(paper.paper), row, paper.id);
  }
}

class Run {
 public:
  Run(const IndexOptions& options, const ProgressListener& progress)
      : options_(options),
        progress_(progress),
        reference_(options.councils_file, options.topics_file, options.index_folder),
        metadata_(options.metadata, reference_.councils()) {}

  IndexReport make() {
    const auto begin = std::chrono::steady_clock::now();
    const ScanResult found = scan_sources(options_.paths);
    IndexWriter writer(options_.index_folder, reference_.vocabulary());
    Withdrawn withdrawn(writer.current().removed);
    const Plan plan = plan_run(found, context(writer, withdrawn));
    note(found, plan);
    BuilderPool pool(writer, most_shards(plan.sources.size()));
    retire(writer, read_all(plan, writer.current(), withdrawn, pool));
    // A stopped run drops nothing: copies of what would go may not have been read yet.
    if (report_.not_reached == 0) retire(writer, plan.retired);
    for (std::size_t i = 0; i + report_.not_reached < plan.sources.size(); ++i) {
      if (plan.sources[i].action != PlannedAction::keep) withdrawn.was_read(plan.sources[i].path);
    }
    writer.set_removed(withdrawn.entries());
    writer.set_tables(reference_.councils_table(), reference_.own_vocabulary());
    report_.revision = writer.publish(pool.take_all());
    sweep_picture_texts(options_.index_folder, writer.current());
    count_index(writer.current());
    report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return std::move(report_);
  }

 private:
  PlanContext context(const IndexWriter& writer, const Withdrawn& withdrawn) const {
    std::vector<std::string> roots;
    for (const std::string& path : options_.paths) roots.push_back(absolute_path(path));
    return {writer.current(), withdrawn,      metadata_,    reference_.councils_digest(),
            std::move(roots), options_.prune, options_.ocr, options_.jobs,
            options_.stop};
  }

  void note(const ScanResult& found, const Plan& plan) {
    report_.sources = report_.withdrawn = plan.withdrawn;
    report_.other_files = found.other_files;
    report_.notes = found.notes;
    report_.pruned = plan.pruned;
    report_.gone = plan.gone;
    report_.warnings = metadata_.warnings();
    report_.warnings.insert(report_.warnings.end(), plan.warnings.begin(), plan.warnings.end());
  }

  static void retire(IndexWriter& writer, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) writer.retire_source(path);
  }

  /// Returns the paths whose rows are replaced.
  std::vector<std::string> read_all(const Plan& plan, const schema::Index& current, const Withdrawn& withdrawn,
                                    BuilderPool& pool) {
    PaperClaims claims(current, leaving_sources(plan), withdrawn);
    Intake intake(plan, claims, reference_.councils(), report_, {progress_, options_.stop});
    // Nothing is known of sources that were not hashed.
    if (stop_asked()) return not_reached(intake);
    build(intake.settle_leading(), pool);
    const auto to_read = std::count_if(plan.sources.begin(), plan.sources.end(), [](const PlannedSource& source) {
      return source.action == PlannedAction::read;
    });
    if (to_read == 0) return not_reached(intake);
    const std::string worker = find_worker_program();
    const auto threads = static_cast<unsigned>(std::min<std::ptrdiff_t>(options_.jobs, to_read));
    run_in_threads(threads, [&] {
      try {
        SourceReader reader(worker, reference_.councils(), {options_.ocr, options_.index_folder});
        while (const std::optional<std::size_t> position = intake.next()) {
          ReadSource read = read_source(plan.sources[*position], reader, reference_.councils());
          build(intake.finish(*position, std::move(read)), pool);
        }
      } catch (...) {
        intake.stop();
        throw;
      }
    });
    return not_reached(intake);
  }

  bool stop_asked() const { return options_.stop && options_.stop(); }

  /// Notes what is left to do, if anything. Returns the paths whose rows are replaced.
  std::vector<std::string> not_reached(const Intake& intake) {
    report_.not_reached = intake.left();
    report_.stopped = report_.not_reached > 0;
    if (report_.stopped) report_.pruned = 0;
    return intake.replaced();
  }

  void count_index(const schema::Index& index) {
    for_each_counted_paper(index, [this](const schema::Shard& shard, std::uint32_t ordinal) {
      ++report_.papers;
      report_.items += shard.papers()[ordinal].items;
    });
    for (const LiveSource& source : live_sources(index)) {
      if (source.only_copies) report_.found_duplicate(source.row->path);
    }
  }

  const IndexOptions& options_;
  const ProgressListener& progress_;
  ReferenceData reference_;
  MetadataSupplier metadata_;
  IndexReport report_;
};

}  // namespace

IndexReport run_index(const IndexOptions& options, const ProgressListener& progress) {
  return Run(options, progress).make();
}

}  // namespace minutebook::indexer
