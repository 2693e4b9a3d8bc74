#include "indexer/index_run_remove.h"

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/hash.h"
#include "indexer/index_writer.h"
#include "indexer/live_index.h"
#include "indexer/source_file.h"
#include "indexer/withdrawn.h"

namespace minutebook::indexer {
namespace {

struct LivePaper {
  std::string id;
  std::string source;
  std::uint64_t items = 0;
};

class Removal {
 public:
  Removal(IndexWriter& writer, Withdrawn& withdrawn, RemoveReport& report)
      : writer_(writer), withdrawn_(withdrawn), report_(report) {
    for (const LiveSource& source : live_sources(writer.current())) sources_.emplace(source.row->id, source.row->path);
    for_each_live_paper(writer.current(), [this](const schema::Shard& shard, std::uint32_t ordinal) {
      const schema::PaperRow& row = shard.papers()[ordinal];
      papers_.push_back({shard.paper_id(ordinal), shard.sources()[row.source].path, row.items});
    });
    for (const schema::ShardState& state : writer.current().shards) {
      for (const schema::PaperCopy& copy : state.copies) {
        const schema::Shard& shard = *state.shard;
        copies_[copy.of].push_back(
            {shard.paper_id(copy.paper), shard.sources()[shard.papers()[copy.paper].source].path, 0});
      }
    }
  }

  void remove(const std::string& name) {
    if (remove_paper(name)) return;
    const auto source = sources_.find(name);
    const std::string path = source != sources_.end() ? source->second : absolute_path(name);
    if (!remove_path(path))
      report_.not_done.push_back("there is no source or paper " + name + " in the index" + item_hint(name));
  }

 private:
  bool remove_paper(const std::string& id) {
    const auto paper =
        std::find_if(papers_.begin(), papers_.end(), [&id](const LivePaper& one) { return one.id == id; });
    if (paper == papers_.end()) return false;
    writer_.retire_paper(id);
    withdrawn_.add_paper(id, paper->source);
    remove_copies(id);
    report_.done.push_back({id, 1, paper->items});
    return true;
  }

  bool remove_path(const std::string& path) {
    RemovedSubject subject{path, 0, 0};
    bool found = false;
    const auto concerns = [&path](const std::string& source) {
      return source == path || source.starts_with(path == "/" ? path : path + "/");
    };
    for (const auto& [id, source] : sources_) {
      if (concerns(source)) found = writer_.retire_source(source) || found;
    }
    if (!found) return false;
    for (const LivePaper& paper : papers_) {
      if (!concerns(paper.source)) continue;
      withdrawn_.add_paper(paper.id, paper.source);
      remove_copies(paper.id);
      ++subject.papers;
      subject.items += paper.items;
    }
    withdrawn_.add_source(path);
    report_.done.push_back(std::move(subject));
    return true;
  }

  /// What was withdrawn does not come back in the words of its copies.
  void remove_copies(const std::string& id) {
    const auto copies = copies_.find(id);
    if (copies == copies_.end()) return;
    for (const LivePaper& copy : copies->second) {
      writer_.retire_paper(copy.id);
      withdrawn_.add_copy(copy.id, id, copy.source);
    }
  }

  std::string item_hint(const std::string& name) const {
    const std::string paper = name.substr(0, name.find('.'));
    const bool item = paper != name && std::any_of(papers_.begin(), papers_.end(),
                                                   [&](const LivePaper& one) { return one.id == paper; });
    return item ? "; it looks like an item of the paper " + paper : "";
  }

  IndexWriter& writer_;
  Withdrawn& withdrawn_;
  RemoveReport& report_;
  std::map<std::string, std::string> sources_;            // path by id
  std::map<std::string, std::vector<LivePaper>> copies_;  // by the id of the paper that represents them
  std::vector<LivePaper> papers_;
};

void restore(const std::string& name, Withdrawn& withdrawn, RemoveReport& report) {
  std::string path = absolute_path(name);
  for (const std::string& entry : withdrawn.names()) {
    if (source_id(entry) == name) path = entry;
  }
  if (withdrawn.restore_paper(name)) {
    report.done.push_back({name, 0, 0});
  } else if (withdrawn.restore_source(path)) {
    report.done.push_back({path, 0, 0});
  } else if (const std::string above = withdrawn.source_entry(path); !above.empty()) {
    report.not_done.push_back(path + " is kept out by its folder " + above + ": restore that");
  } else {
    report.not_done.push_back(name + " is not withdrawn");
  }
}

/// Opens the index that must be there; papers are not tagged anew on this occasion.
IndexWriter writer_of(const std::string& folder) {
  return IndexWriter(folder, schema::open_index(folder).vocabulary);
}

}  // namespace

RemoveReport remove_from_index(const std::string& folder, const std::vector<std::string>& names) {
  RemoveReport report;
  IndexWriter writer = writer_of(folder);
  Withdrawn withdrawn(writer.current().removed);
  Removal removal(writer, withdrawn, report);
  for (const std::string& name : names) removal.remove(name);
  writer.set_removed(withdrawn.entries());
  report.revision = writer.publish({});
  sweep_picture_texts(folder, writer.current());
  return report;
}

RemoveReport restore_to_index(const std::string& folder, const std::vector<std::string>& names) {
  RemoveReport report;
  IndexWriter writer = writer_of(folder);
  Withdrawn withdrawn(writer.current().removed);
  for (const std::string& name : names) restore(name, withdrawn, report);
  writer.set_removed(withdrawn.entries());
  report.revision = writer.publish({});
  return report;
}

}  // namespace minutebook::indexer
