// Which words of a run name a council or a committee of the index: whose papers are meant, or the words.
#include <algorithm>
#include <array>

#include "query/function_words.h"
#include "query/resolve_words.h"
#include "schema/committee_kinds.h"

namespace minutebook::query {
namespace {

/// What committees call themselves; one of these is in each name that is taken for a committee's.
bool is_body(std::string_view folded) {
  constexpr std::array<std::string_view, 17> bodies = {
      "assembly", "board", "bwrdd", "cabinet", "commission",  "committee", "council",      "cyngor",  "executive",
      "forum",    "group", "grwp",  "panel",   "partnership", "pwyllgor",  "subcommittee", "subgroup"};
  return std::find(bodies.begin(), bodies.end(), folded) != bodies.end();
}

/// "Scrutiny Committee", "Cabinet Panel": many councils have one, and questions speak of them in general.
bool tells_nothing(std::string_view folded) {
  const auto bodies = reporting_bodies();
  return is_body(folded) || is_small_word(folded) || std::binary_search(bodies.begin(), bodies.end(), folded);
}

constexpr std::size_t most_words_in_name = 16;

}  // namespace

void WordReader::add_councils(const Run& run, std::vector<Span>& spans) const {
  const std::uint32_t begin = run.words.front().begin;
  const std::string_view text = std::string_view(query_.text).substr(begin, run.words.back().end - begin);
  for (const schema::CouncilMention& mention : context_.councils.find(text, true)) {
    Span span;
    span.kind = SpanKind::council;
    for (const schema::Council* council : mention.councils) {
      const auto& indexed = context_.names.councils;
      if (std::find(indexed.begin(), indexed.end(), council->code) != indexed.end())
        span.values.push_back(council->code);
    }
    for (std::size_t at = 0; at < run.tokens.size(); ++at) {
      if (run.tokens[at].begin < begin + mention.begin || run.tokens[at].end > begin + mention.end) continue;
      if (span.count == 0) span.first = at;
      ++span.count;
    }
    if (span.count > 0 && !span.values.empty()) spans.push_back(std::move(span));
  }
}

/// A committee of the index by its whole name in any spelling.
void WordReader::add_committees(const Run& run, std::vector<Span>& spans) const {
  const auto inside_written_word = [&](std::size_t at) {
    return at > 0 && at < run.tokens.size() && run.word_of[at - 1] == run.word_of[at];
  };
  for (std::size_t first = 0; first < run.tokens.size(); ++first) {
    if (is_small_word(word(run.tokens[first]).folded) || inside_written_word(first)) continue;
    bool body = false;
    bool telling = false;
    const std::size_t most = std::min(run.tokens.size(), first + most_words_in_name);
    for (std::size_t end = first + 1; end <= most; ++end) {
      const std::string& last = word(run.tokens[end - 1]).folded;
      body = body || is_body(last);
      telling = telling || !tells_nothing(last);
      if (!body || !telling || inside_written_word(end)) continue;
      const std::string key = schema::committee_key(typed(run.tokens[first].begin, run.tokens[end - 1].end), {});
      // "District council" speaks of the council, of which the full council is but the meeting.
      if (key.find(' ') == std::string::npos && word(run.tokens[first]).folded != "full") continue;
      Span span;
      span.kind = SpanKind::committee;
      span.first = first;
      span.count = end - first;
      for (const NamedValue& committee : context_.names.committees) {
        if (committee.key == key) span.values.push_back(committee.value);
      }
      if (!span.values.empty()) spans.push_back(std::move(span));
    }
  }
}

Node WordReader::council_node(const Run& run, const Piece& piece) {
  const auto tokens = std::span(run.tokens).subspan(piece.first, piece.count);
  std::vector<std::string> folded;
  for (const schema::Token& token : tokens) folded.push_back(word(token).folded);
  const std::vector<bool> optional = optional_words(folded);
  Node words;
  words.begin = tokens.front().begin;
  words.end = tokens.back().end;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!optional[i]) words.children.push_back(stem_node(tokens[i]));
  }
  return body_or_words(schema::FieldId::council, piece, std::move(words));
}

/// The words of a committee's name mean what they mean elsewhere: labels of topics are among them.
Node WordReader::committee_node(const Run& run, const Piece& piece) {
  const auto first = static_cast<std::ptrdiff_t>(piece.first);
  const auto end = first + static_cast<std::ptrdiff_t>(piece.count);
  const Run inside{run.words,
                   {run.tokens.begin() + first, run.tokens.begin() + end},
                   {run.word_of.begin() + first, run.word_of.begin() + end},
                   WordReading::words};
  Node words;
  words.begin = inside.tokens.front().begin;
  words.end = inside.tokens.back().end;
  for (WordUnit& unit : units_of(inside)) {
    if (!unit.functional) words.children.push_back(std::move(unit.node));
  }
  return body_or_words(schema::FieldId::committee, piece, std::move(words));
}

Node WordReader::body_or_words(schema::FieldId field, const Piece& piece, Node words) {
  Node body;
  body.kind = NodeKind::filter;
  body.begin = words.begin;
  body.end = words.end;
  body.filter.field = field;
  body.filter.values = piece.span->values;
  body.filter.typed = typed(body.begin, body.end);
  note(body.filter.typed + ": the " + std::string(schema::field_of(field).name) + " or the word" +
       (piece.count > 1 ? "s" : ""));
  if (words.children.size() == 1) words = Node(words.children.front());
  return either_of(std::move(body), {std::move(words)});
}

}  // namespace minutebook::query
