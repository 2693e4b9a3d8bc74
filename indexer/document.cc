#include "indexer/document.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/hyphenated_words.h"
#include "schema/committee_kinds.h"
#include "schema/index_terms.h"
#include "schema/mined_acronyms.h"
#include "schema/version.h"
#include "schema/word_marks.h"

namespace minutebook::indexer {
namespace {

using schema::FacetValue;
using schema::FieldId;
using schema::PassageKind;

std::string stated(const std::string& value) {
  return value.empty() ? std::string(schema::unknown_value) : value;
}

std::string digits(std::uint32_t number, int width) {
  std::string text = std::to_string(number);
  text.insert(0, static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))), '0');
  return text;
}

std::vector<FacetValue> portfolios_of(const schema::Paper& paper) {
  std::vector<FacetValue> values;
  for (const std::string& name : paper.portfolios) {
    const std::string key = schema::portfolio_key(name);
    const auto same = [&](const FacetValue& value) { return value.value == key; };
    if (key.empty() || std::any_of(values.begin(), values.end(), same)) continue;
    values.push_back({FieldId::portfolio, key, schema::portfolio_display(name)});
  }
  if (values.empty()) values.push_back({FieldId::portfolio, stated(""), stated("")});
  return values;
}

/// The heading passage that an item with a title begins with (schema/paper.h).
bool begins_with_title(const schema::Item& item) {
  return !item.title.empty() && !item.passages.empty() && item.passages.front().kind == PassageKind::heading;
}

void add_languages(schema::Language language, std::vector<std::string>& terms) {
  const std::size_t before = terms.size();
  for (const schema::Language one : {schema::Language::english, schema::Language::welsh}) {
    if (one == language || language == schema::Language::both)
      terms.push_back(schema::value_term(FieldId::language, schema::name_of(one)));
  }
  if (terms.size() == before) terms.push_back(schema::value_term(FieldId::language, stated("")));
}

/// The term that a word is found by.
std::string term_of(const schema::Word& word) {
  return word.unstemmed ? schema::unstemmed_term(word.folded) : schema::stem_term(word.stem);
}

std::uint32_t impact(std::uint32_t count, double norm) {
  const double tf = count;
  const double value = schema::impact_scale * tf * (schema::bm25_k1 + 1) / (tf + norm);
  return std::max(1U, static_cast<std::uint32_t>(std::lround(value)));
}

}  // namespace

PaperFacets facets_of(const schema::Paper& paper) {
  const std::string key = schema::committee_key(paper.committee, paper.council_name);
  const std::string& council_label = paper.council_name.empty() ? paper.council : paper.council_name;
  return {{FieldId::council, stated(paper.council), stated(council_label)},
          {FieldId::committee, schema::committee_value(paper.council, key), key.empty() ? stated("") : paper.committee},
          {FieldId::committee_kind, stated(paper.committee_kind), stated(paper.committee_kind)},
          portfolios_of(paper)};
}

std::vector<std::string> paper_terms(const schema::Paper& paper, const PaperFacets& facets, std::string_view paper_id) {
  std::vector<std::string> terms = {schema::paper_id_term(paper_id)};
  for (const FacetValue* value : {&facets.council, &facets.committee, &facets.committee_kind}) {
    terms.push_back(schema::value_term(value->field, value->value));
  }
  for (const FacetValue& value : facets.portfolios) terms.push_back(schema::value_term(value.field, value.value));
  terms.push_back(schema::value_term(FieldId::kind, schema::name_of(paper.kind)));
  add_languages(paper.language, terms);
  const std::uint32_t date = paper.date.packed();
  const bool known = paper.date.known();
  terms.push_back(schema::value_term(FieldId::date, known ? digits(date, 8) : stated("")));
  terms.push_back(schema::month_term(known ? digits(date / 100, 6) : stated("")));
  terms.push_back(schema::value_term(FieldId::year, known ? digits(date / 10000, 4) : stated("")));
  terms.push_back(schema::value_term(FieldId::municipal_year, stated(schema::municipal_year(paper.date))));
  return terms;
}

ItemTerms::ItemTerms(const schema::Vocabulary& vocabulary, schema::Lexicon& lexicon)
    : vocabulary_(vocabulary),
      lexicon_(lexicon),
      terms_(1),  // number 0 is none
      counts_(1),
      pairs_(schema::stem_pairs),
      concepts_(vocabulary.concepts().size()),
      label_keys_(vocabulary, lexicon) {}

ItemTerms::TermNumber ItemTerms::intern(std::string text, bool weighted) {
  const auto [at, fresh] = numbers_.try_emplace(std::move(text), static_cast<TermNumber>(terms_.size()));
  if (fresh) {
    terms_.push_back({&at->first, weighted});
    counts_.push_back(0);
  }
  return at->second;
}

ItemTerms::WordTerms& ItemTerms::word(schema::WordId id) {
  while (words_.size() <= id) {
    const schema::Word& word = lexicon_.word(static_cast<schema::WordId>(words_.size()));
    WordTerms terms;
    if (!word.stem.empty()) {
      const std::string term = term_of(word);
      terms.stem_number = schema::stem_number(term);
      terms.stem = intern(term, true);
    }
    if (word.acronym) terms.acronym = intern(schema::acronym_term(word.capitals), true);
    terms.marks = schema::marks_of(word);
    words_.push_back(terms);
  }
  return words_[id];
}

void ItemTerms::count(TermNumber term, std::uint32_t by) {
  if (term == 0) return;
  if (counts_[term] == 0) met_.push_back(term);
  counts_[term] += by;
}

std::vector<std::uint32_t> ItemTerms::numbers_of(std::span<const std::string> terms) {
  std::vector<TermNumber> numbers;
  for (const std::string& term : terms) numbers.push_back(intern(term, false));
  return numbers;
}

void ItemTerms::count_flag(std::string text) {
  count(intern(std::move(text), false), 1);
}

void ItemTerms::count_pair(const WordTerms& first, const WordTerms& second) {
  const std::uint32_t pair = schema::pair_number(first.stem_number, second.stem_number);
  if (pairs_[pair] == 0) pairs_[pair] = intern(schema::pair_term(pair), true);
  count(pairs_[pair], 1);
}

void ItemTerms::count_words(const AnalysedPassage& analysed) {
  marks_.clear();
  WordTerms before;
  for (const schema::Token& token : analysed.tokens) {
    const WordTerms& terms = word(token.word);
    count(terms.stem, 1);
    if (before.stem != 0 && terms.stem != 0) count_pair(before, terms);
    before = terms;
    marks_.push_back(terms.marks);
  }
  // Where everything is in capitals they tell nothing: "MINUTES OF THE MEETING" names no acronym.
  if (schema::written_in_capitals(marks_)) return;
  for (const schema::Token& token : analysed.tokens) count(word(token.word).acronym, 1);
}

/// Words of the title weigh double: they are counted once more, and under their own prefix.
void ItemTerms::count_title(const AnalysedPassage& analysed) {
  for (const schema::Token& token : analysed.tokens) {
    WordTerms& terms = word(token.word);
    if (terms.stem == 0) continue;
    if (terms.title == 0) terms.title = intern(schema::title_term(term_of(lexicon_.word(token.word))), true);
    count(terms.stem, 1);
    count(terms.title, 1);
  }
}

/// `marks_` are those of this passage.
void ItemTerms::count_people(bool everyone, const AnalysedPassage& analysed) {
  schema::PeopleMarker marker;
  for (std::size_t i = 0; i < analysed.tokens.size(); ++i) {
    if (marker.step(marks_[i]) || everyone) count_person(analysed.tokens[i].word);
  }
}

void ItemTerms::count_person(schema::WordId id) {
  WordTerms& terms = word(id);
  const std::string& folded = lexicon_.word(id).folded;
  if (folded.empty()) return;
  if (terms.person == 0) terms.person = intern(schema::person_term(folded), false);
  if (counts_[terms.person] == 0) count(terms.person, 1);
}

void ItemTerms::count_concept(std::uint32_t concept_index) {
  TermNumber& term = concepts_[concept_index];
  if (term == 0) term = intern(schema::concept_term(vocabulary_.concepts()[concept_index].id), true);
  count(term, 1);
}

void ItemTerms::count_spans(const AnalysedPassage& analysed) {
  for (const schema::ConceptSpan& span : analysed.spans) {
    count_concept(span.concept_index);
    for (const std::uint32_t broader : vocabulary_.concepts()[span.concept_index].ancestors) count_concept(broader);
    count_label(span, analysed);
  }
}

void ItemTerms::count_label(const schema::ConceptSpan& span, const AnalysedPassage& analysed) {
  stems_.clear();
  const bool welsh = lexicon_.word(analysed.tokens[span.first].word).unstemmed;
  for (std::uint32_t i = span.first; i < span.first + span.count; ++i) {
    const schema::Word& one = lexicon_.word(analysed.tokens[i].word);
    schema::append_stem(stems_, one.stem, one.folded);
  }
  const std::string& id = vocabulary_.concepts()[span.concept_index].id;
  count(intern(schema::label_term(id, label_keys_.key_of_span(span.concept_index, stems_, welsh)), true), 1);
}

/// Acronyms that the item explains. `marks_` are those of this passage.
void ItemTerms::count_meanings(std::string_view text, const AnalysedPassage& analysed) {
  const auto is_acronym = [](std::uint8_t marks) { return (marks & schema::mark_acronym) != 0; };
  if (std::none_of(marks_.begin(), marks_.end(), is_acronym)) return;
  for (const schema::MinedAcronym& mined : schema::mine_acronyms(text, analysed.tokens, lexicon_)) {
    if (!schema::fits_term(mined.capitals, mined.long_form) || !schema::fits_term(mined.key, mined.capitals)) continue;
    count_flag(schema::meaning_term(mined.capitals, mined.long_form));
    count_flag(schema::long_form_term(mined.key, mined.capitals));
  }
}

/// What the item says of how words are written: acronyms that it explains, words with hyphens.
void ItemTerms::count_spellings(std::string_view text, const AnalysedPassage& analysed) {
  count_meanings(text, analysed);
  for (const HyphenatedWord& word : hyphenated_words(text, analysed.tokens, lexicon_)) {
    if (schema::fits_term(word.joined, word.parts)) count_flag(schema::hyphenated_term(word.joined, word.parts));
  }
}

/// An action that was resolved is a resolution too, and a resolution that recommends is a recommendation (DESIGN.md
/// section 1).
void ItemTerms::count_kinds(const schema::Item& item) {
  std::array<bool, schema::passage_kind_count> kinds{};
  for (const schema::Passage& passage : item.passages) {
    kinds[static_cast<std::size_t>(passage.kind)] = true;
    const bool resolved = passage.kind == PassageKind::action && passage.outcome != schema::Outcome::none;
    if (resolved) kinds[static_cast<std::size_t>(PassageKind::resolution)] = true;
    const bool decided = resolved || passage.kind == PassageKind::resolution;
    if (decided && passage.outcome == schema::Outcome::recommended) {
      kinds[static_cast<std::size_t>(PassageKind::recommendation)] = true;
    }
  }
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    if (kinds[kind]) count_flag(schema::value_term(FieldId::in, schema::name_of(static_cast<PassageKind>(kind))));
  }
}

void ItemTerms::count_flags(const ItemSource& source) {
  for (const TermNumber term : source.of_paper) count(term, 1);
  count_flag(schema::item_id_term(source.id));
  if (!source.item.number.empty()) count_flag(schema::number_term(source.item.number));
  for (const schema::TopicEvidence& topic : source.item.topics) {
    count_flag(schema::value_term(FieldId::topic, topic.topic));
  }
  count_kinds(source.item);
  std::vector<schema::Token> name;
  for (const schema::Person& person : source.people) {
    name.clear();
    schema::tokenise(person.name, lexicon_, name);
    for (const schema::Token& token : name) count_person(token.word);
  }
}

std::span<const DocumentTerm> ItemTerms::of(const ItemSource& source) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < source.item.passages.size(); ++i) {
    const AnalysedPassage& analysed = source.analysed.passages[i];
    length += analysed.tokens.size();
    count_words(analysed);
    count_people(source.item.passages[i].kind == PassageKind::attendance, analysed);
    count_spans(analysed);
    count_spellings(source.item.passages[i].text, analysed);
  }
  if (begins_with_title(source.item)) count_title(source.analysed.passages.front());
  count_flags(source);

  const double norm = schema::bm25_k1 *
                      (1 - schema::bm25_b + schema::bm25_b * static_cast<double>(length) / schema::average_item_words);
  result_.clear();
  std::array<std::uint32_t, 8> impacts{};  // of the counts that nearly all terms have
  for (std::uint32_t count = 1; count < impacts.size(); ++count) impacts[count] = impact(count, norm);
  for (const TermNumber number : met_) {
    const std::uint32_t count = counts_[number];
    const std::uint32_t of_words = count < impacts.size() ? impacts[count] : impact(count, norm);
    result_.push_back({number, terms_[number].weighted ? of_words : 0});
    counts_[number] = 0;
  }
  met_.clear();
  return result_;
}

}  // namespace minutebook::indexer
