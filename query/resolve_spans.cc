// Which words of a run have a meaning of their own: dates, labels of the vocabulary, numbers of minutes.
#include <algorithm>
#include <set>

#include "query/function_words.h"
#include "query/limits.h"
#include "query/natural_dates.h"
#include "query/parse_errors.h"
#include "query/resolve_words.h"
#include "schema/error.h"

namespace minutebook::query {

void WordReader::add_dates(const Run& run, std::vector<Span>& spans) const {
  std::vector<std::string> texts;
  for (const Ast& part : run.words) texts.push_back(part.text);
  for (const NaturalDate& date : find_natural_dates(texts, context_.today)) {
    if (!date.alone) continue;
    Span span;
    span.date = date.range;
    for (std::size_t at = 0; at < run.tokens.size(); ++at) {
      if (run.word_of[at] < date.first || run.word_of[at] >= date.first + date.count) continue;
      if (span.count == 0) span.first = at;
      ++span.count;
    }
    if (span.count > 0) spans.push_back(std::move(span));
  }
}

void WordReader::add_labels(const Run& run, std::vector<Span>& spans) const {
  for (schema::QueryLabel& label : labels_.find(run.tokens)) {
    Span span;
    span.kind = SpanKind::label;
    span.first = label.first;
    span.count = label.count;
    span.concepts = std::move(label.concepts);
    span.word_too = label.word_too;
    spans.push_back(std::move(span));
  }
}

/// "CYP 15": the number of a minute, written in two words.
void WordReader::add_references(const Run& run, std::vector<Span>& spans) const {
  for (std::size_t at = 0; at + 1 < run.tokens.size(); ++at) {
    const schema::Word& prefix = word(run.tokens[at]);
    const std::string& number = word(run.tokens[at + 1]).folded;
    const bool digits =
        !number.empty() && number.size() <= 4 && number.find_first_not_of("0123456789") == std::string::npos;
    if (!prefix.acronym || prefix.folded.size() > 6 || !digits) continue;
    Span span;
    span.kind = SpanKind::reference;
    span.first = at;
    span.count = 2;
    spans.push_back(std::move(span));
  }
}

/// Where readings overlap a date wins, then the longer one, then the label.
std::vector<WordReader::Span> WordReader::choose_spans(const Run& run) const {
  std::vector<Span> found;
  if (run.tokens.empty() || run.reading == WordReading::names) return found;
  const bool full = run.reading == WordReading::full;
  if (full) add_dates(run, found);
  add_labels(run, found);
  if (full) add_councils(run, found);
  if (full) add_committees(run, found);
  if (full) add_references(run, found);
  if (asks_papers(run.reading)) add_side_by_side(run, found);
  std::stable_sort(found.begin(), found.end(), [](const Span& a, const Span& b) {
    const bool a_date = a.kind == SpanKind::date;
    const bool b_date = b.kind == SpanKind::date;
    return a_date != b_date ? a_date : a.count > b.count;
  });
  std::vector<bool> taken(run.tokens.size());
  std::vector<Span> chosen;
  for (Span& span : found) {
    const auto first = taken.begin() + static_cast<std::ptrdiff_t>(span.first);
    const auto last = first + static_cast<std::ptrdiff_t>(span.count);
    if (std::find(first, last, true) != last) continue;
    std::fill(first, last, true);
    chosen.push_back(std::move(span));
  }
  std::sort(chosen.begin(), chosen.end(), [](const Span& a, const Span& b) { return a.first < b.first; });
  return chosen;
}

/// What the user wants of the labels of a leaf.
void WordReader::restrict_labels(Leaf& leaf) {
  if (context_.only) {
    for (const std::uint32_t number : leaf.concepts) leaf.kept.push_back(key_of_label(number, leaf.typed));
  }
  std::set<std::uint32_t> closed;
  for (const std::uint32_t number : leaf.concepts) {
    closed.insert(number);
    const auto& below = context_.vocabulary.concepts()[number].descendants;
    closed.insert(below.begin(), below.end());
  }
  for (std::size_t i = 0; i < without_.size(); ++i) {
    for (const std::uint32_t number : closed) {
      const std::string key = label_left_out(number, i);
      if (key.empty()) continue;
      leaf.dropped.push_back(key);
      left_out_[i] = true;
    }
  }
}

/// Key under which a label that is not to count is known in a concept; empty: the concept has it not.
std::string WordReader::label_left_out(std::uint32_t number, std::size_t wish) {
  schema::LabelKeys& keys = labels_.keys();
  for (const schema::LabelKey& one : keys.of(number)) {
    if (one.key == without_[wish]) return one.key;
  }
  const bool composite = keys.key(keys.composite_label(number)) == without_[wish];
  return composite ? keys.key_within(number, schema::composite_key) : std::string();
}

bool WordReader::not_wanted(const std::string& key) {
  const auto at = std::find(without_.begin(), without_.end(), key);
  if (at == without_.end()) return false;
  left_out_[static_cast<std::size_t>(at - without_.begin())] = true;
  return true;
}

void WordReader::refuse_unused_wishes() const {
  for (std::size_t i = 0; i < left_out_.size(); ++i) {
    if (left_out_[i]) continue;
    throw schema::Error(schema::ErrorCode::usage,
                        quoted(context_.without[i]) + " is no label that was added to the query",
                        "the answer to the query lists its labels");
  }
}

/// The number as one word, or both words.
Node WordReader::reference_node(const Run& run, const Piece& piece) {
  const auto tokens = std::span(run.tokens).subspan(piece.first, piece.count);
  Node together = stem_node(tokens.front());
  together.end = tokens.back().end;
  together.leaf.typed = typed(together.begin, together.end);
  const std::string joined_word = word(tokens.front()).folded + word(tokens.back()).folded;
  set_word(labels_.lexicon().word(labels_.lexicon().id_of(joined_word)), together.leaf);
  Node apart;
  apart.begin = together.begin;
  apart.end = together.end;
  for (const schema::Token& token : tokens) apart.children.push_back(stem_node(token));
  Node either;
  either.kind = NodeKind::any_of;
  either.begin = together.begin;
  either.end = together.end;
  either.children = {std::move(together), std::move(apart)};
  return either;
}

Node WordReader::date_node(const Run& run, const Piece& piece) {
  auto tokens = std::span(run.tokens).subspan(piece.first, piece.count);
  const std::uint32_t begin = tokens.front().begin;
  // A weekday before the day, or Welsh "mis" before the month, adds nothing; weekdays are often wrong.
  while (tokens.size() > 2 && word(tokens.front()).folded.find_first_of("0123456789") != 0) tokens = tokens.subspan(1);
  Node words = phrase_node(tokens);
  Node date;
  date.kind = NodeKind::filter;
  date.begin = begin;
  date.end = words.end;
  date.filter.field = schema::FieldId::date;
  date.filter.range = piece.span->date;
  date.filter.typed = typed(date.begin, date.end);
  note(date.filter.typed + ": the date of the meeting or that date in the text");
  return either_of(std::move(date), {std::move(words)});
}

}  // namespace minutebook::query
