// Which words of a run have a meaning of their own: days, labels of the vocabulary, councils; and what is shown of
// labels.
#include <algorithm>
#include <set>

#include "query/limits.h"
#include "query/natural_dates.h"
#include "query/resolve_words.h"

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

void WordReader::note_expansion(const std::string& of, const std::vector<std::uint32_t>& concepts) {
  for (const Expansion& known : expansions_) {
    if (known.of == of && known.concepts == concepts) return;
  }
  expansions_.push_back({of, shown_labels(of, concepts), concepts});
}

/// The preferred labels first, then others; spellings that differ by a plural or a hyphen are shown once.
std::vector<std::string> WordReader::shown_labels(const std::string& of, const std::vector<std::uint32_t>& concepts) {
  std::vector<std::string> shown;
  std::set<std::string> keys = {label_key(of)};
  const auto show = [&](const std::string& label) {
    if (shown.size() < max_labels_shown && keys.insert(label_key(label)).second) shown.push_back(label);
  };
  for (const std::uint32_t number : concepts) show(context_.vocabulary.concepts()[number].preferred);
  for (const std::uint32_t number : concepts) {
    for (const schema::Label& label : context_.vocabulary.concepts()[number].labels) {
      if (label.kind != schema::LabelKind::hidden && label.kind != schema::LabelKind::weak) show(label.text);
    }
  }
  return shown;
}

std::string WordReader::label_key(const std::string& label) {
  std::vector<schema::Token> tokens;
  schema::tokenise(label, labels_.lexicon(), tokens);
  std::string key;
  for (const schema::Token& token : tokens) key += word(token).singular + ' ';
  return key;
}

}  // namespace minutebook::query
