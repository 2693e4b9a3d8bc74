#include "query/include/minutebook/watch.h"

#include <algorithm>
#include <functional>

#include "query/mentions.h"
#include "query/open_index.h"
#include "schema/analysis.h"
#include "schema/digest.h"

namespace minutebook::query {

namespace {

constexpr std::size_t hash_characters = 20;

/// A mention's id without its item's: the hash of its words.
std::string end_of(const Mention& mention, const std::string& item_id) {
  return mention.id.substr(std::min(item_id.size() + 1, mention.id.size()));
}

std::string reading_of(const OpenIndex& index, const ResolvedQuery& query) {
  std::string text = query.interpreted + "\n" + index.index().vocabulary->digest();
  for (const Expansion& expansion : query.expansions) {
    // Spellings are looked for whether or not papers have them yet.
    if (expansion.spelling) continue;
    for (const std::string& label : expansion.to) text += "\n" + label;
  }
  return schema::base32(schema::sha256(text), hash_characters);
}

/// Ends of mentions reported for any item of a paper; null: none was.
bool add_seen_of_paper(const Watch& watch, const std::string& paper, std::set<std::string>& ends) {
  bool any = false;
  const std::string first = paper + ".";
  for (auto it = watch.seen.lower_bound(first); it != watch.seen.end() && it->first.starts_with(first); ++it) {
    ends.insert(it->second.begin(), it->second.end());
    any = true;
  }
  return any;
}

using NewsSink = std::function<void(WatchNews news)>;

class Scan {
 public:
  Scan(Watch& watch, const NewsSink& sink) : watch_(watch), sink_(sink) {}

  void take(const Result& row) {
    const auto known = watch_.seen.find(row.id);
    WatchNews news;
    std::set<std::string> before;
    bool reported = known != watch_.seen.end();
    if (reported) {
      before = known->second;
    } else {
      for (const CopyView& copy : row.paper.copies_detail) {
        if (copy.paper.empty() || !add_seen_of_paper(watch_, copy.paper, before)) continue;
        if (news.was.empty()) news.was = copy.paper;
        reported = true;
      }
    }
    news.changed = reported;
    std::vector<Mention> fresh;
    std::set<std::string> ends = before;
    for (const Mention& mention : row.mentions) {
      if (ends.insert(end_of(mention, row.id)).second) fresh.push_back(mention);
    }
    const bool is_news = !reported || !fresh.empty();
    found_.emplace_back(row.id, std::move(ends));
    if (!is_news) return;
    news.row = row;
    news.row.mentions = std::move(fresh);
    sink_(std::move(news));
  }

  /// After all rows: while they are read, an item must not make its own paper look reported.
  void remember() {
    for (auto& [item, ends] : found_) watch_.seen[item] = std::move(ends);
  }

 private:
  Watch& watch_;
  const NewsSink& sink_;
  std::vector<std::pair<std::string, std::set<std::string>>> found_;
};

WatchReport scan(OpenIndex& index, const ResolvedQuery& query, Watch& watch, const NewsSink& sink) {
  Scan scan(watch, sink);
  const SearchOptions options = {.sort = SortOrder::newest};
  const Answer answer = export_mentions(index, query, options, [&](const Result& row) { scan.take(row); });
  scan.remember();
  const std::string reading = reading_of(index, query);
  WatchReport report;
  report.name = watch.name;
  report.query = watch.query;
  report.since = watch.last_run;
  report.before = watch.revision;
  report.revision = answer.revision;
  report.understood_otherwise = !watch.understood.empty() && watch.understood != reading;
  report.items = answer.totals.items;
  report.mentions = answer.totals.mentions.value_or(0);
  watch.revision = answer.revision;
  watch.understood = reading;
  return report;
}

/// The part of a passage round its highlights.
std::vector<Run> snippet_of(const std::vector<Run>& whole) {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marked;
  for (const Run& run : whole) {
    if (run.highlight) marked.emplace_back(text.size(), text.size() + run.text.size());
    text += run.text;
  }
  std::vector<schema::Token> tokens;
  schema::find_tokens(text, tokens);
  std::vector<WordSpan> spans;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const auto inside = [&](const auto& range) {
      return tokens[i].begin >= range.first && tokens[i].end <= range.second;
    };
    if (std::any_of(marked.begin(), marked.end(), inside)) spans.push_back({i, i});
  }
  return runs_of(text, spans, {tokens.size(), snippet_words});
}

/// Mentions of an export come without highlights.
void highlight(OpenIndex& index, const ResolvedQuery& query, Result& row) {
  if (row.mentions.empty()) return;
  const Shown shown = show(index, row.id, &query);
  for (Mention& mention : row.mentions) {
    for (const ShownPassage& passage : shown.items.front().passages) {
      std::string text;
      for (const Run& run : passage.runs) text += run.text;
      if (text != mention.text) continue;
      mention.runs = snippet_of(passage.runs);
      break;
    }
  }
}

}  // namespace

WatchReport start_watch(OpenIndex& index, const ResolvedQuery& query, Watch& watch, const std::string& now) {
  WatchReport report = scan(index, query, watch, [](const WatchNews&) {});
  watch.last_run = now;
  return report;
}

WatchReport run_watch(OpenIndex& index, const ResolvedQuery& query, Watch& watch, const std::string& now) {
  std::vector<WatchNews> found;
  WatchReport report = scan(index, query, watch, [&](WatchNews news) { found.push_back(std::move(news)); });
  for (WatchNews& news : found) highlight(index, query, news.row);
  report.news = std::move(found);
  watch.last_run = now;
  return report;
}

}  // namespace minutebook::query
