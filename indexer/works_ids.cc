#include "indexer/works_ids.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "indexer/sketch.h"
#include "indexer/works.h"
#include "schema/digest.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t id_characters = 12;
constexpr std::size_t hash_characters = 12;

/// The id that the paper has if no other one has it.
std::string natural_id(std::span<const schema::ShardState> shards, const WorkPaper& paper) {
  return schema::paper_id(shards[paper.shard].shard->whole_paper(paper.ordinal));
}

class IdSettler {
 public:
  IdSettler(std::span<const schema::ShardState> shards, const std::vector<WorkPaper>& papers,
            const Withdrawn& withdrawn)
      : shards_(shards), papers_(papers), withdrawn_(withdrawn) {}

  /// `group`: papers with the same natural id, in their order.
  void settle(const std::vector<std::uint32_t>& group, std::vector<std::string>& ids) const {
    const std::string natural = natural_id_of(group);
    std::unordered_set<std::string> used;
    bool given = withdrawn_.keeps_out_paper(natural);
    for (const std::uint32_t paper : group) {
      std::string id = natural;
      for (int number = 1; given && (number == 1 || used.contains(id)); ++number)
        id = distinct_id(natural, papers_[paper].source->sha256, number);
      given = true;
      used.insert(id);
      ids[paper] = std::move(id);
    }
  }

 private:
  std::string natural_id_of(const std::vector<std::uint32_t>& group) const {
    for (const std::uint32_t paper : group) {
      if (natural_id_hash(papers_[paper].id) == papers_[paper].sketch->natural_id) return papers_[paper].id;
    }
    return natural_id(shards_, papers_[group.front()]);
  }

  std::span<const schema::ShardState> shards_;
  const std::vector<WorkPaper>& papers_;
  const Withdrawn& withdrawn_;
};

}  // namespace

std::string distinct_id(const std::string& natural_id, const std::string& sha256, int number) {
  const std::string content = sha256.substr(0, hash_characters);
  const std::string told = natural_id + "|" + content + (number > 1 ? "|" + std::to_string(number) : "");
  return schema::base32(schema::sha256(told), id_characters);
}

std::vector<std::string> settled_ids(std::span<const schema::ShardState> shards, const std::vector<WorkPaper>& papers,
                                     const std::vector<bool>& copies, const Withdrawn& withdrawn) {
  std::vector<std::string> ids(papers.size());
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < papers.size(); ++i) groups[papers[i].sketch->natural_id].push_back(i);
  const IdSettler settler(shards, papers, withdrawn);
  for (auto& [natural, group] : groups) {
    std::sort(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto place = [&](std::uint32_t i) { return std::tuple(bool{copies[i]}, papers[i].sketch->draft, i); };
      return place(a) < place(b);
    });
    settler.settle(group, ids);
  }
  return ids;
}

}  // namespace minutebook::indexer
