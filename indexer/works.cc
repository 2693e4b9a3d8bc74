#include "indexer/works.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "indexer/works_content.h"
#include "indexer/works_ids.h"
#include "indexer/works_papers.h"
#include "schema/analysis.h"

namespace minutebook::indexer {
namespace {

/// Sets of positions that belong together.
class Groups {
 public:
  explicit Groups(std::size_t size) : above_(size) { std::iota(above_.begin(), above_.end(), std::size_t{0}); }
  std::size_t root(std::size_t at) {
    while (above_[at] != at) at = above_[at] = above_[above_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) { above_[root(b)] = root(a); }

 private:
  std::vector<std::size_t> above_;
};

/// Two papers that are one work, and how much of their words they share.
struct Likeness {
  double share = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

struct Verdict {
  std::uint32_t represented_by = 0;
  std::uint32_t differing = 0;
};

bool holds_words(const std::string& title, const std::string& words) {
  return ("-" + title + "-").find("-" + words + "-") != std::string::npos;
}

/// Finds the works among papers that were compared.
class Works {
 public:
  Works(std::span<const schema::ShardState> shards, const std::vector<WorkPaper>& papers)
      : shards_(shards), papers_(papers), content_readers_(shards.size()) {}

  /// `pairs`: of papers that only have pairs among themselves.
  void find(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs, std::vector<Verdict>& verdicts) {
    contents_.clear();
    std::vector<Likeness> alike;
    for (const auto& [a, b] : pairs) {
      if (const std::optional<double> share = share_if_one_work(a, b)) alike.push_back({*share, a, b});
    }
    std::sort(alike.begin(), alike.end(), [](const Likeness& x, const Likeness& y) {
      return std::tuple(-x.share, x.a, x.b) < std::tuple(-y.share, y.a, y.b);
    });
    for (const std::vector<std::uint32_t>& members : clusters(alike)) choose(members, alike, verdicts);
  }

 private:
  const PaperContent& content(std::uint32_t paper) {
    const auto found = contents_.find(paper);
    if (found != contents_.end()) return found->second;
    const std::size_t shard = papers_[paper].shard;
    if (!content_readers_[shard]) content_readers_[shard].emplace(*shards_[shard].shard);
    return contents_.emplace(paper, content_readers_[shard]->read(papers_[paper].ordinal)).first->second;
  }

  bool titles_fit(std::uint32_t a, std::uint32_t b) const {
    const auto title = [this](std::uint32_t paper) {
      return schema::slug(shards_[papers_[paper].shard].shard->paper(papers_[paper].ordinal).title);
    };
    const std::string one = title(a);
    const std::string other = title(b);
    return one.empty() || other.empty() || holds_words(one, other) || holds_words(other, one);
  }

  std::optional<double> share_if_one_work(std::uint32_t a, std::uint32_t b) {
    const WorkPaper& one = papers_[a];
    const WorkPaper& other = papers_[b];
    const Resemblance words = resemblance(content(a), content(b));
    const bool meeting = of_one_meeting(one, other) && one.kind == other.kind;
    bool same = words.both == 1;
    if (meeting && one.kind == schema::PaperKind::minutes) {
      same = words.both >= same_minutes;
    } else if (meeting && one.kind == schema::PaperKind::agenda) {
      same = words.both >= same_words || words.smaller >= same_agenda;
    } else if (!same) {
      const bool scan = meeting && one.sketch->scanned != other.sketch->scanned;
      same = words.both >= (scan ? same_minutes : same_words) && titles_fit(a, b);
    }
    return same ? std::optional(words.both) : std::nullopt;
  }

  /// The most alike come together first; of one source a work has one paper at most: a pack does not hold a report
  /// twice, it holds two that are much alike.
  static std::vector<std::vector<std::uint32_t>> clusters_of(Groups& groups,
                                                             const std::map<std::uint32_t, std::size_t>& places) {
    std::map<std::size_t, std::vector<std::uint32_t>> by_root;
    for (const auto& [paper, place] : places) by_root[groups.root(place)].push_back(paper);
    std::vector<std::vector<std::uint32_t>> clusters;
    for (auto& [root, members] : by_root) clusters.push_back(std::move(members));
    return clusters;
  }

  std::vector<std::vector<std::uint32_t>> clusters(const std::vector<Likeness>& alike) const {
    std::map<std::uint32_t, std::size_t> places;
    for (const Likeness& pair : alike) {
      places.emplace(pair.a, places.size());
      places.emplace(pair.b, places.size());
    }
    Groups groups(places.size());
    std::vector<std::set<const schema::SourceRow*>> sources(places.size());
    for (const auto& [paper, place] : places) sources[place] = {papers_[paper].source};
    for (const Likeness& pair : alike) {
      const std::size_t a = groups.root(places.at(pair.a));
      const std::size_t b = groups.root(places.at(pair.b));
      const bool shared = std::any_of(sources[b].begin(), sources[b].end(),
                                      [&](const schema::SourceRow* source) { return sources[a].contains(source); });
      if (a == b || shared) continue;
      sources[a].insert(sources[b].begin(), sources[b].end());
      groups.join(a, b);
    }
    return clusters_of(groups, places);
  }

  /// Smaller stands before larger.
  auto rank(std::uint32_t paper, std::uint32_t longest) const {
    const WorkPaper& one = papers_[paper];
    const bool part = one.sketch->words < whole_of_longest * longest;
    // An item of unknown council or date answers no filter by them, and it is the only copy that is found.
    const int known = (one.council.empty() ? 0 : 1) + (one.date == 0 ? 0 : 1);
    const int places = (one.sketch->paged != 0 ? 2 : 0) + (one.source->url.empty() ? 0 : 1);
    return std::tuple(one.sketch->draft, part, -known, -places, one.sketch->scanned, UINT32_MAX - one.sketch->words,
                      paper);
  }

  void choose(const std::vector<std::uint32_t>& members, const std::vector<Likeness>& alike,
              std::vector<Verdict>& verdicts) {
    std::uint32_t longest = 0;
    for (const std::uint32_t member : members) longest = std::max(longest, papers_[member].sketch->words);
    const std::uint32_t first =
        *std::min_element(members.begin(), members.end(),
                          [&](std::uint32_t a, std::uint32_t b) { return rank(a, longest) < rank(b, longest); });
    const std::set<std::uint32_t> within(members.begin(), members.end());
    for (const Likeness& pair : alike) {
      if (pair.a != first && pair.b != first) continue;
      // What resembles only another copy is not hidden behind a paper that it does not resemble.
      const std::uint32_t copy = pair.a == first ? pair.b : pair.a;
      if (within.contains(copy)) verdicts[copy] = {first, differing_passages(content(copy), content(first))};
    }
  }

  std::span<const schema::ShardState> shards_;
  const std::vector<WorkPaper>& papers_;
  std::vector<std::optional<ContentReader>> content_readers_;
  std::map<std::uint32_t, PaperContent> contents_;
};

/// What the generation before said, where everything it was said of is as it was.
class Before {
 public:
  Before(std::span<const schema::ShardState> shards, std::size_t fresh, const std::vector<WorkPaper>& papers) {
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    std::map<std::pair<std::size_t, std::uint32_t>, const schema::PaperCopy*> copies;
    for (std::size_t shard = 0; shard < shards.size(); ++shard) {
      for (const schema::PaperCopy& copy : shards[shard].copies) copies.emplace(std::pair(shard, copy.paper), &copy);
    }
    if (copies.empty()) return;
    for (std::uint32_t i = 0; i < papers.size(); ++i) {
      if (papers[i].shard < fresh) by_id.emplace(papers[i].id, i);
    }
    for (std::uint32_t i = 0; i < papers.size(); ++i) {
      const auto copy = copies.find({papers[i].shard, papers[i].ordinal});
      if (copy == copies.end()) continue;
      const auto found = by_id.find(copy->second->of);
      if (found == by_id.end()) {
        orphans_.push_back(i);
      } else {
        verdicts_.emplace(i, Verdict{found->second, copy->second->differing});
      }
    }
  }
  const std::map<std::uint32_t, Verdict>& verdicts() const { return verdicts_; }
  /// Copies of papers that are no longer there.
  const std::vector<std::uint32_t>& orphans() const { return orphans_; }

 private:
  std::map<std::uint32_t, Verdict> verdicts_;
  std::vector<std::uint32_t> orphans_;
};

std::vector<Verdict> find_works(std::span<const schema::ShardState> shards, std::size_t fresh,
                                const std::vector<WorkPaper>& papers) {
  std::vector<Verdict> verdicts(papers.size());
  for (std::uint32_t i = 0; i < papers.size(); ++i) verdicts[i].represented_by = i;
  const auto pairs = pairs_to_compare(papers);
  Groups groups(papers.size());
  for (const auto& [a, b] : pairs) groups.join(a, b);
  const Before before(shards, fresh, papers);
  std::unordered_set<std::size_t> changed;
  for (std::uint32_t i = 0; i < papers.size(); ++i) {
    if (papers[i].shard >= fresh) changed.insert(groups.root(i));
  }
  for (const std::uint32_t orphan : before.orphans()) changed.insert(groups.root(orphan));
  for (const auto& [paper, verdict] : before.verdicts()) {
    if (!changed.contains(groups.root(paper))) verdicts[paper] = verdict;
  }
  std::map<std::size_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> to_compare;
  for (const auto& pair : pairs) {
    const std::size_t root = groups.root(pair.first);
    if (changed.contains(root)) to_compare[root].push_back(pair);
  }
  Works works(shards, papers);
  for (const auto& [root, compared] : to_compare) works.find(compared, verdicts);
  return verdicts;
}

}  // namespace

std::string place_key(const std::string& path, const std::string& id) {
  return id + "\n" + path;
}

WorkPlan plan_works(std::span<const schema::ShardState> shards, std::size_t fresh, const Withdrawn& withdrawn) {
  const std::vector<WorkPaper> papers = live_work_papers(shards);
  const std::vector<Verdict> verdicts = find_works(shards, fresh, papers);
  std::vector<bool> copies(papers.size());
  for (std::uint32_t i = 0; i < papers.size(); ++i) copies[i] = verdicts[i].represented_by != i;
  const std::vector<std::string> ids = settled_ids(shards, papers, copies, withdrawn);
  WorkPlan plan;
  for (std::uint32_t i = 0; i < papers.size(); ++i) {
    if (ids[i] != papers[i].id) plan.new_ids.emplace(place_key(papers[i].source->path, papers[i].id), ids[i]);
    if (copies[i]) plan.copies.emplace(ids[i], CopyOf{ids[verdicts[i].represented_by], verdicts[i].differing});
  }
  return plan;
}

}  // namespace minutebook::indexer
