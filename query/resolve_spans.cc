// Which words of a run have a meaning of their own: days, labels of the vocabulary, councils.
#include <algorithm>
#include <set>

#include "query/function_words.h"
#include "query/limits.h"
#include "query/natural_dates.h"
#include "query/parse_errors.h"
#include "query/resolve_words.h"
#include "schema/error.h"

namespace minutebook::query {

void WordReader::add_days(const Run& run, std::vector<Span>& spans) const {
  std::vector<std::string> texts;
  for (const Ast& part : run.words) texts.push_back(part.text);
  for (const NaturalDate& date : find_natural_dates(texts, context_.today)) {
    if (!date.day_alone) continue;
    Span span;
    span.day = date.range;
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

void WordReader::add_councils(const Run& run, std::vector<Span>& spans) const {
  const std::uint32_t begin = run.words.front().begin;
  const std::string_view text = std::string_view(query_.text).substr(begin, run.words.back().end - begin);
  for (const schema::CouncilMention& mention : context_.councils.find(text, true)) {
    Span span;
    span.kind = SpanKind::council;
    for (const schema::Council* council : mention.councils) {
      const auto& indexed = context_.names.councils;
      if (std::find(indexed.begin(), indexed.end(), council->code) != indexed.end())
        span.councils.push_back(council->code);
    }
    for (std::size_t at = 0; at < run.tokens.size(); ++at) {
      if (run.tokens[at].begin < begin + mention.begin || run.tokens[at].end > begin + mention.end) continue;
      if (span.count == 0) span.first = at;
      ++span.count;
    }
    if (span.count > 0 && !span.councils.empty()) spans.push_back(std::move(span));
  }
}

/// Where readings overlap a day wins, then the longer one, then the label.
std::vector<WordReader::Span> WordReader::choose_spans(const Run& run) const {
  std::vector<Span> found;
  if (run.tokens.empty() || run.reading == WordReading::names) return found;
  if (run.reading == WordReading::full) add_days(run, found);
  add_labels(run, found);
  if (run.reading == WordReading::full) add_councils(run, found);
  if (run.reading == WordReading::full) add_references(run, found);
  if (asks_papers(run.reading)) add_side_by_side(run, found);
  std::stable_sort(found.begin(), found.end(), [](const Span& a, const Span& b) {
    const bool a_day = a.kind == SpanKind::day;
    const bool b_day = b.kind == SpanKind::day;
    return a_day != b_day ? a_day : a.count > b.count;
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

Node WordReader::council_node(const Run& run, const Piece& piece) {
  const auto tokens = std::span(run.tokens).subspan(piece.first, piece.count);
  Node council;
  council.kind = NodeKind::filter;
  council.begin = tokens.front().begin;
  council.end = tokens.back().end;
  council.filter.field = schema::FieldId::council;
  council.filter.values = piece.span->councils;
  council.filter.typed = typed(council.begin, council.end);
  std::vector<std::string> folded;
  for (const schema::Token& token : tokens) folded.push_back(word(token).folded);
  const std::vector<bool> optional = optional_words(folded);
  Node words;
  words.begin = council.begin;
  words.end = council.end;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!optional[i]) words.children.push_back(stem_node(tokens[i]));
  }
  if (words.children.size() == 1) words = Node(words.children.front());
  note(council.filter.typed + ": the council or the word" + (tokens.size() > 1 ? "s" : ""));
  Node either;
  either.kind = NodeKind::any_of;
  either.begin = council.begin;
  either.end = council.end;
  either.children = {std::move(council), std::move(words)};
  return either;
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

Node WordReader::day_node(const Run& run, const Piece& piece) {
  auto tokens = std::span(run.tokens).subspan(piece.first, piece.count);
  const std::uint32_t begin = tokens.front().begin;
  // A weekday before the date adds nothing and is often wrong.
  while (tokens.size() > 1 && word(tokens.front()).folded.find_first_of("0123456789") != 0) tokens = tokens.subspan(1);
  Node words = phrase_node(tokens);
  Node day;
  day.kind = NodeKind::filter;
  day.begin = begin;
  day.end = words.end;
  day.filter.field = schema::FieldId::date;
  day.filter.range = piece.span->day;
  day.filter.typed = typed(day.begin, day.end);
  note(day.filter.typed + ": the date of the meeting or that date in the text");
  Node either;
  either.kind = NodeKind::any_of;
  either.begin = day.begin;
  either.end = day.end;
  either.children = {std::move(day), std::move(words)};
  return either;
}

}  // namespace minutebook::query
