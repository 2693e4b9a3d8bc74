#include "query/facade_convert.h"

#include <algorithm>
#include <iterator>

#include "query/include/minutebook/error.h"
#include "schema/fields.h"

namespace minutebook::query {

namespace {

FacetWish wish_of(const minutebook::FacetRequest& request) {
  const auto field = schema::find_field(request.field);
  if (field && schema::field_of(*field).facet) return {*field, request.limit};
  std::string names;
  for (const schema::Field& one : schema::fields) {
    if (one.facet) names += (names.empty() ? "" : ", ") + std::string(one.name);
  }
  throw minutebook::Error(minutebook::ErrorCode::usage, "\"" + request.field + "\" cannot be counted as a facet",
                          "facets are: " + names);
}

}  // namespace

minutebook::TextRun to_public(const Run& run) {
  return {run.text, run.highlight};
}

minutebook::Copy to_public(const CopyView& copy) {
  return {copy.source, copy.url, copy.paper, copy.page, copy.differing};
}

minutebook::Paper to_public(const PaperView& paper) {
  minutebook::Paper made;
  made.id = paper.id;
  made.kind = to_public(paper.kind);
  made.title = paper.title;
  made.source = paper.source;
  made.url = paper.url;
  made.page = paper.page;
  made.copies = all_to_public(paper.copies_detail);
  made.copy_of = paper.copy_of;
  return made;
}

minutebook::Totals to_public(const Totals& totals) {
  return {totals.items, totals.papers, totals.meetings, totals.mentions, totals.whole_mentions, totals.some};
}

minutebook::Coverage to_public(const Coverage& coverage) {
  minutebook::Coverage made;
  made.papers = coverage.papers;
  made.not_searched = coverage.not_searched;
  made.undated = coverage.undated;
  made.from = to_public(coverage.from);
  made.to = to_public(coverage.to);
  made.unread_pages = coverage.unread_pages;
  made.unread_sources = coverage.unread_sources;
  return made;
}

minutebook::FacetCount to_public(const FacetCount& count) {
  return {count.value, count.label, count.count, count.selected};
}

minutebook::Facet to_public(const Facet& facet) {
  return {std::string(schema::field_of(facet.field).name), all_to_public(facet.counts), facet.values};
}

minutebook::ShownFilter to_public(const ShownFilter& filter) {
  minutebook::ShownFilter made;
  made.field = schema::field_of(filter.field).name;
  made.values = filter.values;
  made.labels = filter.labels;
  if (filter.range.from) made.from = to_public(*filter.range.from);
  if (filter.range.to) made.to = to_public(*filter.range.to);
  made.typed = filter.typed;
  return made;
}

minutebook::ShownExpansion to_public(const ShownExpansion& expansion) {
  return {expansion.of, expansion.to, expansion.items};
}

minutebook::Interpretation to_public(const Interpreted& read) {
  return {read.text, read.optional, all_to_public(read.filters), all_to_public(read.expansions), read.notes};
}

minutebook::OperandCount to_public(const Alone& alone) {
  return {alone.typed, alone.filter, alone.items};
}

minutebook::Item to_public(const Result& row) {
  minutebook::Item made = item_to_public(row);
  made.mentions = all_to_public(row.mentions);
  return made;
}

minutebook::Passage to_public(const ShownPassage& passage) {
  minutebook::Passage made;
  made.kind = to_public(passage.kind);
  made.outcome = to_public(passage.outcome);
  made.page = passage.page;
  made.scanned = passage.scanned;
  made.paragraph = passage.paragraph;
  made.runs = all_to_public(passage.runs);
  made.differs = passage.differs;
  return made;
}

minutebook::DocumentItem to_public(const ShownItem& item) {
  minutebook::DocumentItem made;
  made.id = item.id;
  made.number = item.number;
  made.agenda_number = item.agenda_number;
  made.title = item.title;
  made.page = item.page;
  made.topics = item.topics;
  made.passages = all_to_public(item.passages);
  return made;
}

minutebook::PeriodCounts to_public(const PeriodCounts& counts) {
  return {counts.period, counts.searched, counts.papers, counts.items, counts.mentions};
}

minutebook::CouncilCounts to_public(const CouncilCounts& council) {
  return {council.council, council.name, to_public(council.total), all_to_public(council.periods)};
}

minutebook::Date to_public(const schema::Date& date) {
  return {date.year, date.month, date.day};
}

schema::Date from_public(const minutebook::Date& date) {
  return {date.year, date.month, date.day};
}

minutebook::Mention to_public(const Mention& mention) {
  minutebook::Mention made;
  made.id = mention.id;
  made.whole = mention.whole;
  made.kind = to_public(mention.kind);
  made.outcome = to_public(mention.outcome);
  made.page = mention.page;
  made.scanned = mention.scanned;
  made.paragraph = mention.paragraph;
  made.text = mention.text;
  made.runs = all_to_public(mention.runs);
  return made;
}

minutebook::Item item_to_public(const Result& row) {
  minutebook::Item made;
  made.id = row.id;
  made.all_words = row.tier == Tier::all;
  made.score = row.score;
  made.number = row.number;
  made.title = row.title;
  made.page = row.page;
  made.council = row.council;
  made.council_name = row.council_name;
  made.committee = row.committee;
  made.date = to_public(row.date);
  made.paper = to_public(row.paper);
  made.grouped = row.grouped;
  made.mention_count = row.mention_count;
  return made;
}

minutebook::Answer to_public(const Answer& answer) {
  minutebook::Answer made;
  made.query = answer.query;
  made.revision = answer.revision;
  made.interpreted = to_public(answer.interpreted);
  made.totals = to_public(answer.totals);
  made.coverage = to_public(answer.coverage);
  made.complete = answer.complete;
  made.incomplete_reason = answer.incomplete_reason;
  made.facets = all_to_public(answer.facets);
  made.items = all_to_public(answer.results);
  made.next = answer.next;
  if (answer.emptied) made.emptied = {answer.emptied->reason, all_to_public(answer.emptied->operands)};
  made.explained = answer.explained;
  return made;
}

minutebook::Document to_public(const Shown& shown) {
  minutebook::Document made;
  made.whole_paper = shown.whole_paper;
  made.revision = shown.revision;
  made.paper = to_public(shown.paper);
  made.council = shown.council;
  made.council_name = shown.council_name;
  made.committee = shown.committee;
  made.date = to_public(shown.date);
  made.items = all_to_public(shown.items);
  return made;
}

minutebook::Timeline to_public(const Timeline& timeline) {
  minutebook::Timeline made;
  made.query = timeline.query;
  made.revision = timeline.revision;
  made.interpreted = to_public(timeline.interpreted);
  made.coverage = to_public(timeline.coverage);
  made.total = to_public(timeline.total);
  made.undated = to_public(timeline.undated);
  made.periods = all_to_public(timeline.periods);
  made.councils = all_to_public(timeline.councils);
  return made;
}

SearchOptions from_public(const minutebook::SearchOptions& options) {
  SearchOptions made;
  made.limit = options.limit;
  made.everything = options.everything;
  made.cursor = options.cursor;
  made.sort = from_public(options.sort);
  made.group = from_public(options.group);
  made.strict = options.strict;
  made.count_mentions = options.count_mentions;
  made.mentions_per_item = options.mentions_per_item;
  for (const minutebook::FacetRequest& facet : options.facets) made.facets.push_back(wish_of(facet));
  made.explain = options.explain;
  return made;
}

}  // namespace minutebook::query

std::string minutebook::iso_date(const Date& date) {
  return schema::iso_date(query::from_public(date));
}
