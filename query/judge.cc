#include "query/judge.h"

#include <algorithm>
#include <string>

#include "schema/analysis.h"
#include "schema/word_marks.h"

namespace minutebook::query {

namespace {

using schema::PaperKind;
using schema::PassageKind;

constexpr std::uint64_t one = 10000;  // a merit of 1

// Weights. They were chosen on the first part of the judged questions of the corpus; halving or doubling any of them
// changes nDCG@10 by less than 0.02, so they are round.

// The words as BM25 weighs them, as a share of what the query's words weigh: 0 to about 3.
constexpr std::uint64_t words_weight = 8000;
// An item whose title names the subject is about it.
constexpr std::uint64_t title_weight = 12000;
// One passage that says it all answers better than words scattered over pages.
constexpr std::uint64_t passage_weight = 6000;
// An entry of a contents list, "None arising", a heading alone: nothing to read. Forty words are a short minute.
constexpr std::uint64_t text_weight = 8000;
constexpr std::uint64_t short_text = 40;
// A discussion says more than a mention in passing, up to about a page.
constexpr std::uint64_t length_weight = 6000;
constexpr std::uint64_t long_text = 300;
// A paper that comes back to the subject in item after item, or names it on its front, is about it.
constexpr std::uint64_t again_weight = 1000;
constexpr std::uint64_t most_again = 4;
constexpr std::uint64_t front_weight = 3000;
// Agendas, work programmes and forward plans announce what other papers tell.
constexpr std::uint64_t told_weight = 5000;
// "Has anyone reviewed …": a review, above all one that says so in its title.
constexpr std::uint64_t review_weight = 2000;
constexpr std::uint64_t most_reviews = 2;
// Tier `some`: how much of the question the item covers. What only its paper covers counts half.
constexpr std::uint64_t coverage_weight = 30000;
constexpr std::uint64_t elsewhere_share = 2;

// Words far apart take up to close_percent of a passage's worth away; half of that at half_distance words between them.
constexpr std::uint64_t half_distance = 8;
constexpr std::uint64_t close_percent = 40;

/// In hundredths of a paragraph: what was decided or asked for tells most; rows of tables are lists more often than
/// findings; names of who was there and standing text tell nothing of a subject.
/// Who asks for a person by title ("councillor Long") asks for such names: there lists are as good as prose.
std::uint64_t worth_of(PassageKind kind, bool person) {
  switch (kind) {
    case PassageKind::resolution:
    case PassageKind::recommendation:
    case PassageKind::action:
      return 120;
    case PassageKind::text:
    case PassageKind::heading:
    case PassageKind::question:
    case PassageKind::declaration:
      return 100;
    case PassageKind::table_row:
      return 60;
    case PassageKind::attendance:
      return person ? 100 : 20;
    case PassageKind::boilerplate:
      return 20;
  }
  return 0;
}

/// Is one of the words a title of address ("councillor"), in any case of letters?
bool asks_for_person(const std::vector<PlanLeaf>& leaves) {
  schema::Lexicon lexicon;
  std::vector<schema::Token> tokens;
  return std::any_of(leaves.begin(), leaves.end(), [&](const PlanLeaf& leaf) {
    std::string typed = leaf.leaf->typed;
    if (typed.empty()) return false;
    if (typed[0] >= 'a' && typed[0] <= 'z') typed[0] = static_cast<char>(typed[0] - 'a' + 'A');
    tokens.clear();
    schema::tokenise(typed, lexicon, tokens);
    return tokens.size() == 1 &&
           (schema::marks_of(lexicon.word(tokens.front().word)) & (schema::mark_address | schema::mark_addresses)) != 0;
  });
}

bool announces(PaperKind kind) {
  return kind == PaperKind::agenda || kind == PaperKind::work_programme || kind == PaperKind::forward_plan;
}

/// How much of what is asked for the passage holds, less what is lost where it stands far apart; in ten-thousandths.
std::uint64_t share_of(const PassageEvidence& passage, std::uint64_t asked) {
  const std::uint64_t share = passage.weight * one / asked;
  const std::uint64_t lost = share * close_percent * passage.spare / (100 * (half_distance + passage.spare));
  return share - lost;
}

std::uint32_t small(std::uint64_t worth) {
  return static_cast<std::uint32_t>(worth);
}

/// A member in [begin, end)?
bool any_in(const Bitmap& items, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t found = items.next(begin);
  return found != 0 && found < end;
}

}  // namespace

std::string_view name_of(Merit merit) {
  switch (merit) {
    case Merit::words:
      return "words";
    case Merit::title:
      return "title";
    case Merit::passage:
      return "best passage";
    case Merit::body:
      return "length";
    case Merit::paper:
      return "paper";
    case Merit::paper_kind:
      return "kind of paper";
    case Merit::reviews:
      return "reviews";
    case Merit::coverage:
      return "coverage";
  }
  return "";
}

std::uint32_t Merits::sum() const {
  std::uint32_t sum = 0;
  for (const std::uint32_t one_of_them : worth) sum += one_of_them;
  return sum;
}

Judge::Judge(const OpenIndex::Parts& index, const Plan& plan, const Operands& operands,
             const std::vector<FoundSets>& found)
    : index_(index), plan_(plan), operands_(operands), found_(found), asked_(plan), readers_(index.shards.size()) {
  for (const std::uint32_t weight : operands.weights) bare_weight_ += weight;
  names_person_ = asks_for_person(plan.leaves);
}

EvidenceReader& Judge::reader(std::uint32_t shard) {
  std::unique_ptr<EvidenceReader>& made = readers_[shard];
  if (!made) made = std::make_unique<EvidenceReader>(plan_, asked_, index_.shards[shard], found_[shard].sets);
  return *made;
}

Merits Judge::unread(const Candidate& candidate, bool some) const {
  Merits merits;
  merits[Merit::words] = words_worth(candidate);
  if (some) merits[Merit::coverage] = coverage_worth(candidate);
  return merits;
}

Merits Judge::judge(const Candidate& candidate, bool some) {
  Merits merits = unread(candidate, some);
  if (asked_.weight == 0) return merits;
  const Evidence& evidence = reader(candidate.shard).read(candidate.docid);
  for (const PassageEvidence& passage : evidence.passages) {
    const std::uint64_t share = share_of(passage, asked_.weight);
    if (passage.passage == 0 && passage.kind == PassageKind::heading) {
      merits[Merit::title] = small(share * title_weight / one);
    } else {
      const std::uint64_t worth = share * worth_of(passage.kind, names_person_) * passage_weight / (100 * one);
      merits[Merit::passage] = std::max(merits[Merit::passage], small(worth));
    }
  }
  // How much there is to read says nothing about a name.
  const std::uint64_t body = names_person_ ? 0 : evidence.body_words;
  merits[Merit::body] = small(std::min(body, short_text) * text_weight / short_text +
                              std::min(body, long_text) * length_weight / long_text);
  const std::uint64_t reviews =
      std::min<std::uint64_t>(evidence.favoured, most_reviews) + (evidence.favoured_in_title > 0 ? 2 : 0);
  merits[Merit::reviews] = small(reviews * review_weight);
  const OpenShard& shard = index_.shards[candidate.shard];
  if (!announces(shard.shard->papers()[shard.paper_of[candidate.docid]].kind))
    merits[Merit::paper_kind] = small(told_weight);
  merits[Merit::paper] = paper_worth(candidate, some);
  return merits;
}

std::uint32_t Judge::words_worth(const Candidate& candidate) const {
  if (asked_.weight == 0) return candidate.score;
  // The query's weight is in units of score_unit, the score in ten-thousandths.
  constexpr auto unit = static_cast<std::uint64_t>(score_unit);
  return small(candidate.score * words_weight * unit / (asked_.weight * one));
}

std::uint32_t Judge::paper_worth(const Candidate& candidate, bool some) const {
  const OpenShard& shard = index_.shards[candidate.shard];
  const FoundSets& found = found_[candidate.shard];
  const PaperColumns& paper = shard.papers[shard.paper_of[candidate.docid]];
  const std::uint32_t end = paper.first_item + paper.items;
  std::uint64_t items = found.all.count_range(paper.first_item, end);
  if (some) items += found.tiers.some.count_range(paper.first_item, end);
  const std::uint64_t again = items == 0 ? 0 : std::min(items - 1, most_again) * again_weight;
  if (candidate.docid == paper.first_item) return small(again);
  if (!some) return small(again + (found.all.test(paper.first_item) ? front_weight : 0));
  std::uint64_t on_front = 0;
  for (std::size_t i = 0; i < operands_.bare.size(); ++i) {
    if (found.tiers.covered[i].test(paper.first_item)) on_front += operands_.weights[i];
  }
  return small(again + (bare_weight_ == 0 ? 0 : on_front * front_weight / bare_weight_));
}

std::uint32_t Judge::coverage_worth(const Candidate& candidate) const {
  if (bare_weight_ == 0) return 0;
  const OpenShard& shard = index_.shards[candidate.shard];
  const TierSets& tiers = found_[candidate.shard].tiers;
  const PaperColumns& paper = shard.papers[shard.paper_of[candidate.docid]];
  const std::uint32_t end = paper.first_item + paper.items;
  std::uint64_t covered = 0;
  for (std::size_t i = 0; i < operands_.bare.size(); ++i) {
    if (tiers.covered[i].test(candidate.docid)) {
      covered += operands_.weights[i];
      continue;
    }
    std::uint64_t here = 0;
    std::uint64_t in_paper = any_in(tiers.covered[i], paper.first_item, end) ? operands_.weights[i] : 0;
    const bool whole = in_paper > 0;
    for (std::size_t part = 0; part < tiers.parts[i].size(); ++part) {
      const std::uint32_t weight = operands_.part_weights[i][part];
      if (tiers.parts[i][part].test(candidate.docid)) here += weight;
      if (!whole && any_in(tiers.parts[i][part], paper.first_item, end)) in_paper += weight;
    }
    covered += here + (in_paper > here ? (in_paper - here) / elsewhere_share : 0);
  }
  return small(covered * coverage_weight / bare_weight_);
}

}  // namespace minutebook::query
