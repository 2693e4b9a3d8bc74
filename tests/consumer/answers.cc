// Searches, mentions, whole papers and counts by time.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <optional>

#include "commands.h"

using namespace minutebook;

namespace {

std::string number(const std::optional<std::uint64_t>& value) {
  return value ? std::to_string(*value) : "none";
}

std::string marked(const std::vector<TextRun>& runs) {
  std::string text;
  for (const TextRun& run : runs) text += run.highlight ? "[" + run.text + "]" : run.text;
  return text;
}

void print_reading(const Interpretation& read) {
  print("text", read.text);
  for (const std::string& word : read.optional) print("optional", word);
  for (const ShownFilter& filter : read.filters) {
    print("filter", filter.field, filter.typed, filter.from ? iso_date(*filter.from) : "",
          filter.to ? iso_date(*filter.to) : "");
    for (std::size_t i = 0; i < filter.values.size(); ++i) print("value", filter.values[i], filter.labels.at(i));
  }
  for (const ShownExpansion& expansion : read.expansions) {
    print("expansion", expansion.of, expansion.items);
    for (const std::string& to : expansion.to) print("to", to);
  }
  for (const std::string& note : read.notes) print("note", note);
}

void print_coverage(const Coverage& coverage) {
  print("coverage", coverage.papers, coverage.not_searched, coverage.undated, iso_date(coverage.from),
        iso_date(coverage.to), coverage.unread_pages, coverage.unread_sources);
}

void print_paper(const Paper& paper) {
  print("paper", paper.id, name_of(paper.kind), paper.title, paper.source, paper.url, paper.page, paper.copy_of);
  for (const Copy& copy : paper.copies) print("copy", copy.source, copy.url, copy.paper, copy.page, copy.differing);
}

void print_item(const Item& item) {
  print("item", item.id, item.all_words, item.number, item.title, item.page, item.council, item.council_name,
        item.committee, iso_date(item.date), item.grouped, item.mention_count);
  print_paper(item.paper);
}

void print_mention(const Mention& mention) {
  print("mention", mention.id, mention.whole, name_of(mention.kind), name_of(mention.outcome), mention.page,
        mention.scanned, mention.paragraph, mention.text, marked(mention.runs));
}

}  // namespace

void search(const Index& index, const Arguments& queries) {
  SearchOptions options;
  options.count_mentions = true;
  options.group = queries.size() > 1 ? GroupBy::meeting : GroupBy::item;
  for (const Field& field : fields()) {
    if (field.facet) options.facets.push_back({field.name, 0});
  }
  const Answer answer = index.search(queries.at(0), options);
  print("query", answer.query, answer.revision, answer.complete, answer.incomplete_reason);
  print_reading(answer.interpreted);
  print("totals", answer.totals.items, answer.totals.papers, answer.totals.meetings, number(answer.totals.mentions),
        number(answer.totals.whole_mentions), answer.totals.some);
  print_coverage(answer.coverage);
  for (const Facet& facet : answer.facets) {
    print("facet", facet.field, facet.values);
    for (const FacetCount& count : facet.counts) print("count", count.value, count.label, count.count, count.selected);
  }
  for (const Item& item : answer.items) {
    print_item(item);
    for (const Mention& mention : item.mentions) print_mention(mention);
  }
  if (answer.emptied) {
    print("emptied", answer.emptied->reason);
    for (const OperandCount& one : answer.emptied->operands) print("alone", one.typed, one.filter, one.items);
  }
  print("next", answer.next);
}

/// Ids of all items, three to a page.
void pages(const Index& index, const Arguments& queries) {
  SearchOptions options{.limit = 3, .sort = SortOrder::newest, .strict = true};
  do {
    const Answer answer = index.search(queries.at(0), options);
    for (const Item& item : answer.items) print("id", item.id);
    options.cursor = answer.next;
  } while (!options.cursor.empty());
}

namespace {

void print_mentions(Mentions& stream) {
  std::string item;
  for (const CitedMention& cited : stream) {
    if (cited.item.id != item) print_item(cited.item);
    item = cited.item.id;
    print_mention(cited.mention);
  }
  const Totals& totals = stream.answer().totals;
  print("end", stream.count(), stream.digest(), number(totals.mentions), number(totals.whole_mentions), totals.items);
}

}  // namespace

void mentions(const Index& index, const Arguments& queries) {
  Mentions stream = index.mentions(queries.at(0));
  print("begin", number(stream.answer().totals.mentions), stream.answer().totals.items);
  print_mentions(stream);
  print("after", stream.next() == nullptr);
}

namespace {

/// KiB of memory of the program's own now; what is mapped from files is the system's to take away.
std::uint64_t own_memory() {
  std::ifstream status("/proc/self/status");
  std::string name;
  std::uint64_t value = 0;
  while (status >> name && name != "RssAnon:") status.ignore(1000, '\n');
  status >> value;
  return value;
}

}  // namespace

/// Counts the mentions without keeping any, and says how much memory the program had at most.
void memory(const Index& index, const Arguments& queries) {
  Mentions stream = index.mentions(queries.at(0));
  std::uint64_t most = 0;
  while (stream.next() != nullptr) {
    if (stream.count() % 1000 == 1) most = std::max(most, own_memory());
  }
  print("memory", stream.count(), most);
}

void show(const Index& index, const Arguments& arguments) {
  const Document document = index.show(arguments.at(0), arguments.size() > 1 ? arguments[1] : "");
  print("document", document.whole_paper, document.revision, document.council, document.council_name,
        document.committee, iso_date(document.date));
  print_paper(document.paper);
  for (const DocumentItem& item : document.items) {
    print("item", item.id, item.number, item.agenda_number, item.title, item.page);
    for (const std::string& topic : item.topics) print("topic", topic);
    for (const Passage& passage : item.passages) {
      print("passage", name_of(passage.kind), name_of(passage.outcome), passage.page, passage.scanned,
            passage.paragraph, marked(passage.runs), passage.differs);
    }
  }
}

namespace {

void print_counts(const std::string& name, const PeriodCounts& counts) {
  print(name, counts.period, counts.searched, counts.papers, counts.items, counts.mentions);
}

}  // namespace

void timeline(const Index& index, const Arguments& arguments) {
  const std::map<std::string, Period> periods = {
      {"year", Period::year}, {"municipal-year", Period::municipal_year}, {"month", Period::month}};
  const Timeline made = index.timeline(arguments.at(0), {.period = periods.at(arguments.at(1))});
  print_counts("total", made.total);
  print_counts("undated", made.undated);
  for (const PeriodCounts& counts : made.periods) print_counts("period", counts);
  for (const CouncilCounts& council : made.councils) {
    print("council", council.council, council.name);
    print_counts("total", council.total);
    for (const PeriodCounts& counts : council.periods) print_counts("period", counts);
  }
}
