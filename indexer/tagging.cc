#include "indexer/tagging.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "schema/analysis.h"

namespace minutebook::indexer {

namespace {

using schema::ConceptSpan;
using schema::Passage;
using schema::PassageKind;
using schema::Token;

// What a label says about its item. A heading outweighs any number of passing mentions; a second mention says more than
// a tenth.
constexpr double heading_weight = 8.0;
constexpr double text_weight = 3.0;
constexpr double weak_label = 0.5;
constexpr double single_word =
    0.7;  // "library", "adoption": more often met in passing than several words or an acronym
// One mention of an acronym or of several words is enough; the broadest topics need a heading or three mentions.
constexpr double enough = 2.0;
constexpr double enough_for_top_concept = 4.0;
constexpr std::size_t most_topics = 8;

bool is_masked(PassageKind kind) {
  return kind == PassageKind::attendance || kind == PassageKind::boilerplate;
}

/// "13. Social Value" over "N/A": the heading is the form's, not the paper's.
bool is_void(const schema::Item& item) {
  return item.passages.size() > 1 &&
         std::all_of(item.passages.begin() + 1, item.passages.end(),
                     [](const Passage& one) { return one.kind == PassageKind::boilerplate; });
}

bool has_two_words(const std::string& name) {
  return name.find(' ') != std::string::npos;
}

/// A portfolio's name is often that of a topic ("Adult Social Care"): only a list of several ("Children, Families and
/// Education") is masked by itself, the others as the title of whoever holds them.
void add_portfolio_masks(const std::string& portfolio, std::vector<std::string>& masks) {
  for (const char* title :
       {"Cabinet Member for ", "Executive Member for ", "Lead Member for ", "Portfolio Holder for "}) {
    masks.push_back(title + portfolio);
  }
  const bool several = portfolio.find(',') != std::string::npos || portfolio.find(" and ") != std::string::npos ||
                       portfolio.find(" & ") != std::string::npos;
  if (several) masks.push_back(portfolio);
}

std::vector<std::string> masks_of(const schema::Paper& paper) {
  std::vector<std::string> masks;
  for (const std::string* name : {&paper.council_name, &paper.committee}) {
    if (has_two_words(*name)) masks.push_back(*name);
  }
  for (const std::string& portfolio : paper.portfolios) add_portfolio_masks(portfolio, masks);
  return masks;
}

std::string joined_singulars(const std::vector<Token>& tokens, std::size_t first, std::size_t count,
                             const schema::Lexicon& lexicon) {
  std::string key;
  for (std::size_t i = first; i < first + count; ++i) key += lexicon.word(tokens[i].word).singular + ' ';
  return key;
}

bool is_plain_word(const std::string& written) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; };
  return written.size() > 1 && std::all_of(written.begin() + 1, written.end(), plain);
}

}  // namespace

struct Tagger::Score {
  std::uint32_t concept_index = 0;
  double heading = 0;  ///< weight of the strongest label in a heading
  double text = 0;     ///< weights of the labels elsewhere, added up
  schema::TopicEvidence evidence;

  double value() const { return heading_weight * heading + text_weight * std::log1p(text); }
};

Tagger::Tagger(const schema::Vocabulary& vocabulary, schema::Lexicon& lexicon)
    : vocabulary_(vocabulary),
      lexicon_(lexicon),
      matcher_(vocabulary, lexicon),
      weak_labels_(vocabulary.concepts().size()) {
  for (std::size_t i = 0; i < weak_labels_.size(); ++i) {
    for (const schema::Label& label : vocabulary.concepts()[i].labels) {
      if (label.kind == schema::LabelKind::weak) add_weak_label(i, label.text);
    }
    for (const schema::Label& label : vocabulary.concepts()[i].hints) {
      if (label.kind == schema::LabelKind::weak) add_weak_label(i, label.text);
    }
  }
}

void Tagger::add_weak_label(std::size_t concept_index, const std::string& text) {
  std::vector<Token> tokens;
  schema::tokenise(text, lexicon_, tokens);
  weak_labels_[concept_index].insert(joined_singulars(tokens, 0, tokens.size(), lexicon_));
}

std::vector<AnalysedItem> Tagger::tag(schema::Paper& paper) {
  std::vector<AnalysedItem> analysed(paper.items.size());
  std::vector<schema::MatchablePassage> passages;
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    analysed[i].passages.resize(paper.items[i].passages.size());
    const bool said_nothing = is_void(paper.items[i]);
    for (std::size_t j = 0; j < paper.items[i].passages.size(); ++j) {
      const Passage& passage = paper.items[i].passages[j];
      std::vector<Token>& tokens = analysed[i].passages[j].tokens;
      schema::tokenise(passage.text, lexicon_, tokens);
      const bool heading = passage.kind == PassageKind::heading;
      passages.push_back({.text = passage.text,
                          .tokens = tokens,
                          .heading = heading,
                          .masked = said_nothing || is_masked(passage.kind),
                          .item = static_cast<std::uint32_t>(i),
                          .welsh = passage.welsh,
                          .item_title = heading && j == 0});
    }
  }
  std::vector<schema::MatchedPassage> matched = matcher_.match(passages, masks_of(paper));
  auto next = matched.begin();
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    for (AnalysedPassage& passage : analysed[i].passages) {
      passage.spans = std::move(next->spans);
      passage.hints = std::move(next++->hints);
    }
    paper.items[i].topics = topics_of(paper, i, analysed[i]);
    keep_welsh(paper.items[i], analysed[i]);
  }
  return analysed;
}

/// Labels are found whatever the language; only then do words of Welsh passages become words of their own.
void Tagger::keep_welsh(const schema::Item& item, AnalysedItem& analysed) {
  for (std::size_t i = 0; i < item.passages.size(); ++i) {
    if (!item.passages[i].welsh) continue;
    for (Token& token : analysed.passages[i].tokens) token.word = lexicon_.unstemmed(token.word);
  }
}

std::vector<schema::TopicEvidence> Tagger::topics_of(const schema::Paper& paper, std::size_t item,
                                                     const AnalysedItem& analysed) const {
  std::map<std::uint32_t, Score> scores;
  const std::vector<Passage>& passages = paper.items[item].passages;
  for (std::uint32_t i = 0; i < passages.size(); ++i) {
    // The title of the whole paper stands on its front; it says what the paper is about, not what the front is.
    const bool paper_title = item == 0 && paper.items.size() > 1 && passages[i].kind == PassageKind::heading &&
                             !paper.title.empty() && passages[i].text == paper.title;
    if (paper_title) continue;
    // Mentions first: they say better than hints why a topic was given.
    for (const std::vector<ConceptSpan>* said : {&analysed.passages[i].spans, &analysed.passages[i].hints}) {
      for (const ConceptSpan& span : *said) {
        Score& score = scores[span.concept_index];
        score.concept_index = span.concept_index;
        add_span({passages[i], analysed.passages[i].tokens, i}, span, score);
      }
    }
  }
  std::vector<Score> chosen;
  for (auto& [concept_index, score] : scores) {
    if (is_about(score)) chosen.push_back(std::move(score));
  }
  std::sort(chosen.begin(), chosen.end(), [](const Score& a, const Score& b) {
    return std::tuple(-a.value(), a.evidence.passage, a.concept_index) <
           std::tuple(-b.value(), b.evidence.passage, b.concept_index);
  });
  if (chosen.size() > most_topics) chosen.resize(most_topics);
  return with_ancestors(chosen);
}

void Tagger::add_span(const Place& place, const ConceptSpan& span, Score& score) const {
  schema::TopicEvidence& evidence = score.evidence;
  if (evidence.count++ == 0) {
    const std::uint32_t begin = place.tokens[span.first].begin;
    evidence.topic = vocabulary_.concepts()[span.concept_index].id;
    evidence.label = place.passage.text.substr(begin, place.tokens[span.first + span.count - 1].end - begin);
    evidence.passage = place.number;
  }
  if (place.passage.kind == PassageKind::heading) {
    score.heading = std::max(score.heading, is_weak(place, span) ? weak_label : 1.0);
  } else {
    score.text += weight_in_text(place, span);
  }
}

bool Tagger::is_about(const Score& score) const {
  const bool top_concept = vocabulary_.concepts()[score.concept_index].broader.empty();
  return score.value() >= (top_concept ? enough_for_top_concept : enough);
}

double Tagger::weight_in_text(const Place& place, const ConceptSpan& span) const {
  if (is_weak(place, span)) return weak_label;
  const bool plain = span.count == 1 && is_plain_word(lexicon_.word(place.tokens[span.first].word).written);
  return plain ? single_word : 1.0;
}

bool Tagger::is_weak(const Place& place, const ConceptSpan& span) const {
  const std::unordered_set<std::string>& weak = weak_labels_[span.concept_index];
  return !weak.empty() && weak.contains(joined_singulars(place.tokens, span.first, span.count, lexicon_));
}

/// The chosen topics, then every broader one that is not among them, with the evidence of the first topic that leads to
/// it.
std::vector<schema::TopicEvidence> Tagger::with_ancestors(const std::vector<Score>& chosen) const {
  std::vector<schema::TopicEvidence> topics;
  for (const Score& score : chosen) topics.push_back(score.evidence);
  for (const Score& score : chosen) {
    for (const std::uint32_t above : vocabulary_.concepts()[score.concept_index].ancestors) {
      const std::string& id = vocabulary_.concepts()[above].id;
      const auto known = std::find_if(topics.begin(), topics.end(),
                                      [&](const schema::TopicEvidence& topic) { return topic.topic == id; });
      if (known == topics.end()) {
        topics.push_back({id, score.evidence.label, score.evidence.count, score.evidence.passage, true});
      } else if (known->inherited) {
        known->count += score.evidence.count;
      }
    }
  }
  return topics;
}

}  // namespace minutebook::indexer
