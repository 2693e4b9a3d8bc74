#include "query/print_watch.h"

#include <algorithm>

#include "query/citation.h"
#include "query/json_parts.h"
#include "query/text_layout.h"

namespace minutebook::query {

namespace {

const char* const otherwise =
    "the query is understood otherwise than at the last run (its words or the vocabulary mean more or less), so papers "
    "that were there before may be new here";

std::uint64_t changed_in(const WatchReport& report) {
  return static_cast<std::uint64_t>(
      std::count_if(report.news.begin(), report.news.end(), [](const WatchNews& news) { return news.changed; }));
}

std::string summary_of(const WatchReport& report) {
  const std::uint64_t changed = changed_in(report);
  const std::uint64_t fresh = report.news.size() - changed;
  std::string line = fresh + changed == 0 ? "nothing new" : with_commas(fresh) + " new";
  if (changed > 0) line += ", " + with_commas(changed) + " changed";
  if (!report.since.empty()) line += " since " + report.since;
  return line + "; " + counted(report.items, "item") + " in all";
}

/// Where in the item: "p. 4, 3.1"; empty: not known.
std::string place_of(const Mention& mention) {
  std::string place = mention.page == 0 ? std::string() : "p. " + std::to_string(mention.page);
  if (!mention.paragraph.empty()) place += (place.empty() ? "" : ", ") + mention.paragraph;
  return place;
}

void print_news(TextLayout& layout, const WatchNews& news) {
  const Result& row = news.row;
  layout.blank();
  const std::string& title = row.title.empty() ? row.paper.title : row.title;
  const std::string what = news.changed ? "changed: " : "new: ";
  layout.line({what + (title.empty() ? "(without a title)" : title), true}, 2);
  if (!news.was.empty()) layout.line({"takes the place of paper " + news.was + ", reported before", false}, 4);
  layout.line({citation_line(citation_of(row)), false}, 4);
  for (const Mention& mention : row.mentions) layout.runs(place_of(mention), mention.runs, 6);
  layout.line({row.paper.source, false}, 4);
  layout.line({"id " + row.id, false}, 4);
}

Json news_json(const WatchNews& news) {
  Json made = item_json(news.row);
  made.erase("tier");
  if (!news.was.empty()) made["was"] = news.was;
  Json& mentions = made["mentions"] = Json::array();
  for (const Mention& mention : news.row.mentions) {
    Json one = {{"id", mention.id}};
    add_mention_json(one, mention);
    one["citation"] = citation_line(citation_of(news.row, mention));
    one["runs"] = runs_json(mention.runs);
    mentions.push_back(std::move(one));
  }
  return made;
}

Json report_json(const WatchReport& report) {
  Json made = {
      {"name", report.name},     {"query", report.query},       {"since", or_null(report.since)},
      {"before", report.before}, {"revision", report.revision}, {"understood_otherwise", report.understood_otherwise},
      {"items", report.items},   {"mentions", report.mentions}};
  made["new"] = Json::array();
  made["changed"] = Json::array();
  for (const WatchNews& news : report.news) made[news.changed ? "changed" : "new"].push_back(news_json(news));
  return made;
}

}  // namespace

void print_text(std::ostream& out, std::span<const WatchReport> reports, const TextStyle& style) {
  TextLayout layout(out, style.bold, style.columns);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (i > 0) layout.blank();
    layout.line({reports[i].name + ": " + reports[i].query, true}, 0);
    layout.line({summary_of(reports[i]), false}, 2);
    if (reports[i].understood_otherwise) layout.line({otherwise, false}, 2);
    for (const WatchNews& news : reports[i].news) print_news(layout, news);
  }
}

void print_json(std::ostream& out, std::span<const WatchReport> reports) {
  Json list = Json::array();
  for (const WatchReport& report : reports) list.push_back(report_json(report));
  write_line(out, {{"watches", std::move(list)}});
}

Feed feed_of(std::span<const WatchReport> reports, const std::string& now) {
  Feed feed;
  feed.id = "urn:minutebook:watches";
  feed.title = "Minutebook: watches";
  feed.updated = now;
  if (reports.size() == 1) {
    feed.id = "urn:minutebook:watch:" + reports.front().name;
    feed.title = "Minutebook: " + reports.front().name + ": " + reports.front().query;
  }
  for (const WatchReport& report : reports) {
    for (const WatchNews& news : report.news) {
      FeedEntry& entry = feed.entries.emplace_back(entry_of(news.row));
      entry.id = "urn:minutebook:watch:" + report.name + ":item:" + news.row.id;
      entry.updated = now;
      if (news.changed) entry.title = "Changed: " + entry.title;
    }
  }
  return feed;
}

}  // namespace minutebook::query
