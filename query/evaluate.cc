#include "query/evaluate.h"

#include <algorithm>
#include <optional>

namespace minutebook::query {

class ShardEvaluator::Group {
 public:
  /// Inside another group it does nothing: the outermost alternatives are what the user asked for once.
  Group(ShardEvaluator& evaluator, bool wanted) : evaluator_(evaluator) {
    if (!wanted || !evaluator.scoring_ || evaluator.touched_ != nullptr) return;
    lease_.emplace(evaluator.buffers_.pool, evaluator.items_);
    evaluator.touched_ = &**lease_;
  }
  ~Group() {
    if (!lease_) return;
    std::vector<std::uint32_t>& best = evaluator_.buffers_.best;
    (*lease_)->for_each([&](std::uint32_t docid) { best[docid] = 0; });
    evaluator_.touched_ = nullptr;
  }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

 private:
  ShardEvaluator& evaluator_;
  std::optional<BitmapPool::Lease> lease_;
};

ShardEvaluator::ShardEvaluator(const Plan& plan, OpenShard& shard, std::vector<Bitmap>& sets,
                               EvaluationBuffers& buffers, std::vector<Proof>& proofs)
    : plan_(plan), shard_(shard), items_(shard.shard->item_count()), sets_(sets), buffers_(buffers), proofs_(proofs) {
  buffers_.score.assign(std::size_t{items_} + 1, 0);
  // Left zero by every group, so only new memory has to be.
  if (buffers_.best.size() < buffers_.score.size()) buffers_.best.resize(buffers_.score.size(), 0);
}

void ShardEvaluator::evaluate_unscored(const PlanNode& node, const Bitmap& within, Bitmap& out) {
  const bool before = scoring_;
  scoring_ = false;
  evaluate(node, within, out);
  scoring_ = before;
}

void ShardEvaluator::evaluate(const PlanNode& node, const Bitmap& within, Bitmap& out) {
  switch (node.kind) {
    case NodeKind::leaf:
      leaf(node, within, out);
      return;
    case NodeKind::all_of:
    case NodeKind::same_item:
      every_child(node, within, out);
      return;
    case NodeKind::any_of:
      any_child(node, within, out);
      return;
    case NodeKind::none_of:
      no_child(node, within, out);
      return;
    case NodeKind::filter:
      out = sets_[node.set];
      out &= within;
      return;
    case NodeKind::same_paper:
      same_paper(node, within, out);
      return;
    case NodeKind::near:
    case NodeKind::same_passage:
    case NodeKind::scoped:
      proved(node, within, out);
      return;
  }
}

void ShardEvaluator::leaf(const PlanNode& node, const Bitmap& within, Bitmap& out) {
  const PlanLeaf& leaf = plan_.leaves[node.leaf];
  if (!leaf.exact) {
    proved(node, within, out);
    return;
  }
  out.reset(items_);
  const Group group(*this, leaf.needs.front().size() > 1);
  read(leaf.needs.front(), out, scoring_);
  if (scoring_) {
    for (const PlanTerm& boost : leaf.boosts) {
      if (boost.weight == 0) continue;
      BitmapPool::Lease unused(buffers_.pool, items_);
      // Added on top, also inside a group: a word of the title tells more than the word alone.
      const ScoreSink sink{buffers_.score, nullptr, nullptr, boost.weight};
      shard_.postings.read(boost.term, *unused, &sink);
    }
  }
  out &= within;
}

void ShardEvaluator::every_child(const PlanNode& node, const Bitmap& within, Bitmap& out) {
  BitmapPool::Lease left(buffers_.pool, items_);
  *left = within;
  for (const PlanNode* child : cheapest_first(node)) {
    evaluate(*child, *left, out);
    *left = out;
    // Among alternatives the words of one that is not whole count for the items of the others, in every shard alike.
    if (left->empty() && touched_ == nullptr) break;
  }
  out = *left;
}

void ShardEvaluator::any_child(const PlanNode& node, const Bitmap& within, Bitmap& out) {
  const Group group(*this, true);
  BitmapPool::Lease one(buffers_.pool, items_);
  BitmapPool::Lease any(buffers_.pool, items_);
  BitmapPool::Lease left(buffers_.pool, items_);
  for (const PlanNode& child : node.children) {
    // A place is proved on the record: only for items that no alternative before it has found.
    const bool dear = child.kind == NodeKind::scoped;
    if (dear) {
      *left = within;
      *left -= *any;
    }
    evaluate(child, dear ? *left : within, *one);
    *any |= *one;
  }
  out = *any;
}

void ShardEvaluator::no_child(const PlanNode& node, const Bitmap& within, Bitmap& out) {
  BitmapPool::Lease held(buffers_.pool, items_);
  const bool before = scoring_;
  scoring_ = false;
  every_child(node, within, *held);
  scoring_ = before;
  out = within;
  out -= *held;
}

/// Every child somewhere in the paper; of such papers the items that hold at least one of them.
void ShardEvaluator::same_paper(const PlanNode& node, const Bitmap& within, Bitmap& out) {
  BitmapPool::Lease papers(buffers_.pool, items_);
  BitmapPool::Lease some(buffers_.pool, items_);
  BitmapPool::Lease one(buffers_.pool, items_);
  BitmapPool::Lease theirs(buffers_.pool, items_);
  whole_papers(within, *papers);
  bool text = false;
  for (const PlanNode& child : node.children) {
    const bool excluded = child.kind == NodeKind::none_of;
    if (excluded) {
      BitmapPool::Lease everywhere(buffers_.pool, items_);
      *everywhere = *papers;
      no_child(child, *everywhere, *one);
      // A paper with one such item is out as a whole.
      *everywhere -= *one;
      whole_papers(*everywhere, *theirs);
      *papers -= *theirs;
      continue;
    }
    evaluate(child, *papers, *one);
    whole_papers(*one, *theirs);
    *papers &= *theirs;
    if (has_text(child)) {
      text = true;
      *some |= *one;
    }
  }
  out = *papers;
  if (text) out &= *some;
  out &= within;
  sets_[node.set] |= out;
}

void ShardEvaluator::whole_papers(const Bitmap& items, Bitmap& papers) const {
  papers.reset(items_);
  for (std::uint32_t docid = items.next(1); docid != 0;) {
    const PaperColumns& paper = shard_.papers[shard_.paper_of[docid]];
    const std::uint32_t end = paper.first_item + paper.items;
    papers.set_range(paper.first_item, end);
    docid = items.next(end);
  }
}

void ShardEvaluator::proved(const PlanNode& node, const Bitmap& within, Bitmap& out) {
  superset(node, false, out);
  out &= within;
  if (out.empty()) return;
  Proof& proof = proofs_[node.id];
  proof.candidates += out.count();
  if (node.kind == NodeKind::leaf && node.node->leaf.kind == LeafKind::phrase && !node.node->leaf.words.empty()) {
    prove_phrase(node.node->leaf, out);
  } else if (node.kind == NodeKind::leaf) {
    prove_unsure(node, out);
  } else {
    prove(node, out);
  }
  proof.proved += out.count();
  if (scoring_) {
    const Group group(*this, node.kind == NodeKind::leaf && plan_.leaves[node.leaf].needs.size() == 1);
    add_scores(node, out);
  }
}

void ShardEvaluator::prove(const PlanNode& node, Bitmap& candidates) {
  if (!verifier_) verifier_ = std::make_unique<Verifier>(plan_, *shard_.shard, sets_);
  BitmapPool::Lease asked(buffers_.pool, items_);
  *asked = candidates;
  asked->for_each([&](std::uint32_t docid) {
    buffers_.time.check();
    verifier_->load(docid);
    if (!verifier_->holds(node)) candidates.clear(docid);
  });
}

/// Only documents that no sure term has are asked.
void ShardEvaluator::prove_unsure(const PlanNode& node, Bitmap& candidates) {
  BitmapPool::Lease sure(buffers_.pool, items_);
  for (const PlanTerm& term : plan_.leaves[node.leaf].needs.front()) {
    if (term.sure) shard_.postings.read(term.term, *sure, nullptr);
  }
  *sure &= candidates;
  candidates -= *sure;
  if (!candidates.empty()) prove(node, candidates);
  candidates |= *sure;
}

/// A phrase alone, anywhere in the item, needs no decoded record.
void ShardEvaluator::prove_phrase(const Leaf& leaf, Bitmap& candidates) const {
  std::vector<std::vector<schema::WordId>> run;
  for (const std::string& word : leaf.words) run.push_back(phrase_words(*shard_.shard, word));
  const schema::RunFinder finder(std::move(run));
  // Items lie far apart: the next ones are on their way while one is searched.
  constexpr std::size_t ahead = 3;
  std::vector<std::uint32_t> asked;
  candidates.for_each([&](std::uint32_t docid) { asked.push_back(docid); });
  for (std::size_t i = 0; i < asked.size(); ++i) {
    buffers_.time.check();
    if (i + ahead < asked.size()) shard_.words.prefetch(asked[i + ahead]);
    if (!finder.found_in(shard_.words.item(asked[i]), shard_.words.path())) candidates.clear(asked[i]);
  }
}

void ShardEvaluator::read(const Alternatives& terms, Bitmap& out, bool scored) {
  for (const PlanTerm& term : terms) {
    buffers_.time.look();
    if (!scored || term.weight == 0) {
      shard_.postings.read(term.term, out, nullptr);
      continue;
    }
    const ScoreSink sink{buffers_.score, touched_ == nullptr ? nullptr : &buffers_.best, touched_, term.weight};
    shard_.postings.read(term.term, out, &sink);
  }
}

void ShardEvaluator::add_scores(const PlanNode& node, const Bitmap& where) {
  if (node.kind == NodeKind::none_of) return;
  if (node.kind == NodeKind::leaf) {
    for (const Alternatives& terms : plan_.leaves[node.leaf].needs) {
      for (const PlanTerm& term : terms) score_term(term, where);
    }
    return;
  }
  const Group group(*this, node.kind == NodeKind::any_of);
  for (const PlanNode& child : node.children) add_scores(child, where);
}

void ShardEvaluator::score_term(const PlanTerm& term, const Bitmap& where) {
  if (term.weight == 0) return;
  buffers_.time.look();
  const ScoreSink sink{buffers_.score, touched_ == nullptr ? nullptr : &buffers_.best, touched_, term.weight};
  shard_.postings.score(term.term, where, sink);
}

}  // namespace minutebook::query
