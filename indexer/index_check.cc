#include "indexer/index_check.h"

#include <xapian.h>

#include <algorithm>
#include <exception>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "indexer/inspect_json.h"
#include "indexer/live_index.h"
#include "schema/shard_summary.h"

namespace minutebook::indexer {
namespace {

class ShardCheck {
 public:
  ShardCheck(const schema::ShardState& state, CheckReport& report)
      : state_(state), shard_(*state.shard), report_(report) {}

  void run() {
    ++report_.shards;
    check_files();
    check_database();
    check_papers();
    check_items();
  }

 private:
  void problem(const std::string& what) { report_.problems.push_back(shard_.folder() + ": " + what); }

  /// Damage inside a file often still decodes, as other words or figures: only the checksums tell.
  void check_files() {
    decode("checksums of shard", report_.shards, [&] {
      const schema::ShardChecksums found = schema::compare_shard_checksums(shard_.folder());
      for (const std::string& path : found.changed)
        report_.problems.push_back(path + ": it does not hold what was written");
      report_.without_checksums += found.unknown.size();
    });
  }

  void check_database() {
    try {
      const Xapian::Database database(shard_.xapian_folder());
      if (database.get_doccount() == shard_.item_count() && database.get_lastdocid() == shard_.item_count()) return;
      problem("the database holds " + std::to_string(database.get_doccount()) + " documents up to number " +
              std::to_string(database.get_lastdocid()) + ", the record " + std::to_string(shard_.item_count()));
    } catch (const Xapian::Error& error) {
      problem("the database cannot be opened: " + error.get_description());
    }
  }

  /// Papers follow each other and cover all document numbers; their values and sources exist; nothing beyond the end is
  /// called dead.
  void check_papers() {
    std::uint32_t next = 1;
    const auto papers = static_cast<std::uint32_t>(shard_.papers().size());
    for (std::uint32_t ordinal = 0; ordinal < papers; ++ordinal) {
      const schema::PaperRow& row = shard_.papers()[ordinal];
      if (row.first_item != next)
        problem("paper " + std::to_string(ordinal) + " begins at item " + std::to_string(row.first_item));
      next = row.first_item + row.items;
      const std::size_t values = shard_.values().size();
      if (row.source >= shard_.sources().size() || row.council >= values || row.committee >= values ||
          row.committee_kind >= values) {
        problem("paper " + std::to_string(ordinal) + " names a source or a value that is not there");
      }
      decode("paper", ordinal, [&] { names_match(ordinal); });
      ++report_.papers;
    }
    if (next != shard_.item_count() + 1) problem("the papers end at item " + std::to_string(next - 1));
    const bool dead_fit = (state_.dead_papers.empty() || state_.dead_papers.back() < papers) &&
                          (state_.dead_sources.empty() || state_.dead_sources.back() < shard_.sources().size());
    if (!dead_fit) problem("more is taken out than there is");
  }

  void names_match(std::uint32_t ordinal) {
    const schema::Paper paper = shard_.paper(ordinal);
    const schema::PaperRow& row = shard_.papers()[ordinal];
    if (paper.items.size() != row.items || paper.date.packed() != row.date || paper.kind != row.kind) {
      problem("paper " + shard_.paper_id(ordinal) + " is another in the record than in the table");
    }
  }

  void check_items() {
    std::vector<schema::ForwardPassage> passages;
    for (std::uint32_t docid = 1; docid <= shard_.item_count(); ++docid) {
      decode("item", docid, [&] {
        const schema::Item item = shard_.item(docid);
        const std::size_t count = shard_.forward(docid, passages);
        bool same = count == item.passages.size();
        for (std::size_t i = 0; same && i < count; ++i) {
          same = passages[i].kind == item.passages[i].kind && passages[i].outcome == item.passages[i].outcome;
        }
        if (!same) problem("item " + shard_.item_id(docid) + " has other passages for searching than for reading");
      });
      ++report_.items;
    }
  }

  template <typename Action>
  void decode(const char* what, std::uint64_t number, const Action& action) {
    try {
      action();
    } catch (const std::exception& error) {
      problem(std::string(what) + " " + std::to_string(number) + " cannot be read: " + error.what());
    }
  }

  const schema::ShardState& state_;
  const schema::Shard& shard_;
  CheckReport& report_;
};

}  // namespace

CheckReport check_index(const schema::Index& index) {
  CheckReport report;
  for (const schema::ShardState& state : index.shards) ShardCheck(state, report).run();
  std::unordered_map<std::string, int> ids;
  for_each_live_paper(index, [&](const schema::Shard& shard, std::uint32_t ordinal) {
    if (++ids[shard.paper_id(ordinal)] == 2)
      report.problems.push_back("two papers have the id " + shard.paper_id(ordinal));
  });
  return report;
}

void dump_index(const schema::Index& index, const std::function<void(const std::string&)>& print) {
  struct Place {
    std::string id;
    const schema::Shard* shard;
    std::uint32_t docid;
  };
  std::vector<Place> places;
  for_each_counted_paper(index, [&](const schema::Shard& shard, std::uint32_t ordinal) {
    const schema::PaperRow& row = shard.papers()[ordinal];
    for (std::uint32_t i = 0; i < row.items; ++i)
      places.push_back({shard.item_id(row.first_item + i), &shard, row.first_item + i});
  });
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.id < b.id; });
  for (const Place& place : places) {
    const schema::Shard& shard = *place.shard;
    const std::uint32_t ordinal = shard.paper_of(place.docid);
    const std::string paper_id = shard.paper_id(ordinal);
    const schema::Paper paper = shard.paper(ordinal);
    const schema::Item item = shard.item(place.docid);
    print(dump_json({shard.sources()[shard.papers()[ordinal].source].path, paper_id, paper, place.id, item}));
  }
}

}  // namespace minutebook::indexer
