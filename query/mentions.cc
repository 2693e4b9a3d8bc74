#include "query/mentions.h"

#include <algorithm>

#include "schema/error.h"

namespace minutebook::query {

namespace {

// A text a little longer than the window is shown whole: cutting a handful of words helps nobody.
constexpr std::size_t spare_words = 12;
constexpr std::size_t lead_words = 8;
constexpr std::string_view ellipsis = "…";

struct Window {
  std::size_t first = 0;
  std::size_t end = 0;
};

/// The window that holds most highlights, the earliest of them.
Window best_window(const std::vector<WordSpan>& spans, std::size_t words, std::size_t size) {
  if (size == 0 || words <= size + spare_words) return {0, words};
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    std::size_t inside = i;
    while (inside < spans.size() && spans[inside].last < spans[i].first + size - lead_words) ++inside;
    if (inside - i <= most) continue;
    most = inside - i;
    best = i;
  }
  const std::size_t anchor = spans.empty() ? 0 : spans[best].first;
  const std::size_t first = std::min(anchor > lead_words ? anchor - lead_words : 0, words - size);
  // A label longer than the rest of the window is not cut.
  const std::size_t end = spans.empty() ? first + size : std::max(first + size, std::size_t{spans[best].last} + 1);
  return {first, std::min(end, words)};
}

/// 0: prose and decisions; what tells less comes later.
int told_late(schema::PassageKind kind) {
  switch (kind) {
    case schema::PassageKind::text:
    case schema::PassageKind::heading:
    case schema::PassageKind::resolution:
    case schema::PassageKind::recommendation:
    case schema::PassageKind::action:
    case schema::PassageKind::question:
    case schema::PassageKind::declaration:
      return 0;
    case schema::PassageKind::table_row:
      return 1;
    case schema::PassageKind::attendance:
    case schema::PassageKind::boilerplate:
      return 2;
  }
  return 0;
}

void add_run(std::vector<Run>& runs, std::string_view text, bool highlight) {
  if (!text.empty()) runs.push_back({std::string(text), highlight});
}

}  // namespace

void join_spans(std::vector<WordSpan>& spans) {
  std::sort(spans.begin(), spans.end());
  std::size_t kept = 0;
  for (const WordSpan& span : spans) {
    if (kept > 0 && span.first <= spans[kept - 1].last) {
      spans[kept - 1].last = std::max(spans[kept - 1].last, span.last);
    } else {
      spans[kept++] = span;
    }
  }
  spans.resize(kept);
}

MentionFinder::MentionFinder(const Plan& plan, const schema::Shard& shard, const std::vector<Bitmap>& sets)
    : verifier_(plan, shard, sets), text_(has_text(plan.root)) {}

std::vector<FoundMention> MentionFinder::find(std::uint32_t docid) {
  verifier_.load(docid);
  std::vector<FoundMention> found;
  if (!text_) return found;
  for (std::size_t i = 0; i < verifier_.passages(); ++i) {
    FoundMention mention;
    if (!verifier_.contributes(i, &mention.spans)) continue;
    join_spans(mention.spans);
    mention.passage = i;
    mention.whole = verifier_.whole(i);
    mention.operands = verifier_.operands_in(i);
    found.push_back(std::move(mention));
  }
  return found;
}

void MentionFinder::find_plain(std::uint32_t docid, std::vector<FoundMention>& found) {
  found.clear();
  verifier_.load(docid);
  if (!text_) return;
  for (std::size_t i = 0; i < verifier_.passages(); ++i) {
    if (verifier_.contributes(i, nullptr)) found.push_back({i, verifier_.whole(i), 0, {}});
  }
}

MentionCount MentionFinder::count(std::uint32_t docid) {
  MentionCount count;
  if (!text_) return count;
  verifier_.load(docid);
  for (std::size_t i = 0; i < verifier_.passages(); ++i) {
    if (!verifier_.contributes(i, nullptr)) continue;
    ++(verifier_.whole(i) ? count.whole : count.part);
  }
  return count;
}

void best_first(std::vector<FoundMention>& mentions, std::span<const schema::ForwardPassage> passages) {
  std::stable_sort(mentions.begin(), mentions.end(), [&](const FoundMention& a, const FoundMention& b) {
    if (a.whole != b.whole) return a.whole;
    if (a.operands != b.operands) return a.operands > b.operands;
    return told_late(passages[a.passage].kind) < told_late(passages[b.passage].kind);
  });
}

std::vector<Run> runs_of(std::string_view text, const std::vector<WordSpan>& spans, RunsWanted wanted) {
  std::vector<schema::Token> tokens;
  schema::find_tokens(text, tokens);
  if (tokens.size() != wanted.words) {
    throw schema::Error(schema::ErrorCode::unreadable, "the stored text of a passage does not fit its words",
                        "minutebook check tells which part is damaged; index the sources again into a new folder");
  }
  const Window window = best_window(spans, tokens.size(), wanted.window);
  const bool cut_before = window.first > 0;
  const bool cut_after = window.end < tokens.size();
  std::size_t at = cut_before ? tokens[window.first].begin : 0;
  // The stop behind the last word shown belongs to it, the white space does not.
  std::size_t end = cut_after ? tokens[window.end].begin : text.size();
  while (cut_after && end > at && text[end - 1] == ' ') --end;
  std::vector<Run> runs;
  std::string before(cut_before ? std::string(ellipsis) + " " : std::string());
  for (const WordSpan& span : spans) {
    if (span.first < window.first || span.last >= window.end) continue;
    add_run(runs, before.append(text.substr(at, tokens[span.first].begin - at)), false);
    before.clear();
    add_run(runs, text.substr(tokens[span.first].begin, tokens[span.last].end - tokens[span.first].begin), true);
    at = tokens[span.last].end;
  }
  before.append(text.substr(at, end > at ? end - at : 0));
  if (cut_after) before.append(" ").append(ellipsis);
  add_run(runs, before, false);
  return runs;
}

}  // namespace minutebook::query
