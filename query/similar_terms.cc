#include "query/similar_terms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include "query/function_words.h"
#include "schema/concept_matcher.h"
#include "schema/index_terms.h"
#include "schema/word_marks.h"

namespace minutebook::query {

namespace {

using schema::PassageKind;

// A topic named in a heading says as much as three times in the text. Words do not: "Background" and "Key lines of
// enquiry" stand over any subject.
constexpr int heading_count = 3;
// A topic says what a text is about, under any of its names; a word may be there by chance.
constexpr double topic_bonus = 3.0;
constexpr std::size_t shortest_word = 3;
// So many times the terms wanted are weighed exactly; the others are too common or too rare to be among them.
constexpr std::size_t spare = 4;

// When something was said tells nothing about what.
constexpr auto months = std::to_array<std::string_view>({"april", "august", "december", "february", "january", "july",
                                                         "june", "march", "may", "november", "october", "september"});
static_assert(std::is_sorted(months.begin(), months.end()));

struct Counted {
  int count = 0;
  std::map<std::string, int> written;  // forms as written, by how often
};

/// Counts words and concepts of the source.
class SourceCounter {
 public:
  SourceCounter(const schema::Vocabulary& vocabulary, const schema::Paper& paper) : matcher_(vocabulary, lexicon_) {
    schema::Lexicon& lexicon = lexicon_;
    std::vector<schema::Token> tokens;
    schema::tokenise(paper.council_name, lexicon, tokens);
    for (const schema::Token& token : tokens) places_.insert(lexicon.word(token.word).stem);
    for (const std::string* name : {&paper.council_name, &paper.committee}) {
      if (name->find(' ') != std::string::npos) masks_.push_back(*name);
    }
    read(paper);
  }

  const std::map<std::string, Counted>& stems() const { return stems_; }
  const std::map<std::uint32_t, int>& concepts() const { return concepts_; }

 private:
  void read(const schema::Paper& paper) {
    std::vector<const schema::Passage*> passages;
    std::vector<std::vector<schema::Token>> tokens;
    std::vector<std::pair<std::uint32_t, bool>> places;  // item, is its title
    for (std::uint32_t item = 0; item < paper.items.size(); ++item) {
      for (const schema::Passage& passage : paper.items[item].passages) {
        if (!is_about_subject(passage.kind)) continue;
        const bool title = &passage == &paper.items[item].passages.front() && passage.kind == PassageKind::heading;
        passages.push_back(&passage);
        places.emplace_back(item, title);
        schema::tokenise(passage.text, lexicon_, tokens.emplace_back());
      }
    }
    std::vector<schema::MatchablePassage> matchable;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      const bool heading = passages[i]->kind == PassageKind::heading;
      matchable.push_back({passages[i]->text, tokens[i], heading, false, places[i].first, places[i].second});
    }
    const std::vector<schema::MatchedPassage> matched = matcher_.match(matchable, masks_);
    for (std::size_t i = 0; i < passages.size(); ++i) count(tokens[i], matched[i].spans, matchable[i].heading);
  }

  void count(const std::vector<schema::Token>& tokens, const std::vector<schema::ConceptSpan>& spans, bool heading) {
    std::vector<bool> labelled(tokens.size(), false);
    for (const schema::ConceptSpan& span : spans) {
      concepts_[span.concept_index] += heading ? heading_count : 1;
      std::fill_n(labelled.begin() + span.first, span.count, true);
    }
    schema::PeopleMarker people;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const schema::Word& word = lexicon_.word(tokens[i].word);
      const bool named = people.step(schema::marks_of(word));
      if (named || labelled[i] || !telling(word)) continue;
      Counted& counted = stems_[word.stem];
      ++counted.count;
      ++counted.written[word.folded];
    }
  }

  bool telling(const schema::Word& word) const {
    const auto functions = function_words();
    if (std::binary_search(months.begin(), months.end(), word.folded)) return false;
    return word.stem.size() >= shortest_word && word.stem.find_first_of("0123456789") == std::string::npos &&
           !places_.contains(word.stem) && !std::binary_search(functions.begin(), functions.end(), word.folded);
  }

  schema::Lexicon lexicon_;
  schema::ConceptMatcher matcher_;
  std::set<std::string> places_;  // stems
  std::vector<std::string> masks_;
  std::map<std::string, Counted> stems_;
  std::map<std::uint32_t, int> concepts_;
};

/// The form met most often, of several the first.
std::string usual_form(const Counted& counted) {
  const auto best = std::max_element(counted.written.begin(), counted.written.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return best->first;
}

double weight_of(int count, std::uint64_t all, std::uint64_t with_it, bool topic) {
  const double rarity = std::log(1.0 + static_cast<double>(all) / static_cast<double>(with_it));
  return (1.0 + std::log(count)) * rarity * (topic ? topic_bonus : 1.0);
}

std::uint64_t items_with(OpenIndex::Parts& index, const std::string& term, const std::vector<Bitmap>& elsewhere) {
  std::uint64_t items = 0;
  for (std::size_t i = 0; i < index.shards.size(); ++i) {
    OpenShard& shard = index.shards[i];
    BitmapPool::Lease documents(index.buffers.pool, shard.shard->item_count());
    shard.postings.read(term, *documents, nullptr);
    items += documents->count_common(elsewhere[i]);
  }
  return items;
}

struct Candidate {
  TellingTerm term;
  int count = 0;
};

std::vector<Candidate> candidates_of(OpenIndex::Parts& index, const SourceCounter& counter) {
  const auto& concepts = index.index.vocabulary->concepts();
  std::vector<Candidate> made;
  for (const auto& [stem, counted] : counter.stems()) {
    Candidate& one = made.emplace_back();
    one.term.shown.text = usual_form(counted);
    one.term.leaf.kind = LeafKind::stem;
    one.term.leaf.stem = stem;
    one.term.term = schema::stem_term(stem);
    one.count = counted.count;
  }
  for (const auto& [number, count] : counter.concepts()) {
    Candidate& one = made.emplace_back();
    one.term.shown.text = concepts[number].preferred;
    one.term.shown.topic = true;
    one.term.leaf.kind = LeafKind::concept_;
    one.term.leaf.concepts = {number};
    one.term.concepts = concepts[number].descendants;
    one.term.concepts.push_back(number);
    std::sort(one.term.concepts.begin(), one.term.concepts.end());
    one.term.term = schema::concept_term(concepts[number].id);
    one.count = count;
  }
  return made;
}

/// Sets the weights, drops terms that nobody has, leaves the best.
template <typename Items>
void weigh(std::vector<Candidate>& candidates, std::uint64_t all, std::size_t most, Items items) {
  for (Candidate& one : candidates) {
    one.term.shown.items = items(one.term.term);
    if (one.term.shown.items > 0)
      one.term.weight = weight_of(one.count, all, one.term.shown.items, one.term.shown.topic);
  }
  std::erase_if(candidates, [](const Candidate& one) { return one.term.shown.items == 0; });
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.term.weight != b.term.weight ? a.term.weight > b.term.weight : a.term.term < b.term.term;
  });
  if (candidates.size() > most) candidates.resize(most);
}

}  // namespace

bool is_about_subject(PassageKind kind) {
  switch (kind) {
    case PassageKind::attendance:
    case PassageKind::declaration:
    case PassageKind::boilerplate:
      return false;
    case PassageKind::text:
    case PassageKind::heading:
    case PassageKind::resolution:
    case PassageKind::recommendation:
    case PassageKind::action:
    case PassageKind::question:
    case PassageKind::table_row:
      return true;
  }
  return true;
}

std::vector<TellingTerm> telling_terms(OpenIndex::Parts& index, const schema::Paper& source,
                                       const std::vector<Bitmap>& elsewhere, std::size_t most) {
  const SourceCounter counter(*index.index.vocabulary, source);
  std::uint64_t all = 0;
  for (const Bitmap& items : elsewhere) all += items.count();
  std::vector<Candidate> candidates = candidates_of(index, counter);
  weigh(candidates, index.items, most * spare, [&](const std::string& term) { return index.frequency(term); });
  weigh(candidates, all, most, [&](const std::string& term) { return items_with(index, term, elsewhere); });
  double sum = 0;
  for (const Candidate& one : candidates) sum += one.term.weight;
  std::vector<TellingTerm> terms;
  for (Candidate& one : candidates) {
    one.term.shown.weight = one.term.weight / sum;
    terms.push_back(std::move(one.term));
  }
  return terms;
}

}  // namespace minutebook::query
