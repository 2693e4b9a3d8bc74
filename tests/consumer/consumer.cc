// Uses every part of the installed library and prints what it gave back, one line a fact, cells between tabs. The tests
// compare the lines with what the command prints.
#include <minutebook/minutebook.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

namespace {

using namespace minutebook;

static_assert(std::ranges::input_range<Mentions>);
static_assert(std::is_copy_constructible_v<Index> && std::is_nothrow_move_constructible_v<Index>);
static_assert(!std::is_copy_constructible_v<Mentions> && std::is_nothrow_move_constructible_v<Mentions>);
static_assert(MINUTEBOOK_VERSION_NUMBER ==
              MINUTEBOOK_VERSION_MAJOR * 10000 + MINUTEBOOK_VERSION_MINOR * 100 + MINUTEBOOK_VERSION_PATCH);

using Arguments = std::vector<std::string>;

template <typename... Cells>
void print(const std::string& name, const Cells&... cells) {
  std::cout << name;
  (..., (std::cout << "\t" << cells));
  std::cout << "\n";
}

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

void mentions(const Index& index, const Arguments& queries) {
  Mentions stream = index.mentions(queries.at(0));
  print("begin", number(stream.answer().totals.mentions), stream.answer().totals.items);
  print_mentions(stream);
  print("after", stream.next() == nullptr);
}

/// KiB of memory of the program's own now; what is mapped from files is the system's to take away.
std::uint64_t own_memory() {
  std::ifstream status("/proc/self/status");
  std::string name;
  std::uint64_t value = 0;
  while (status >> name && name != "RssAnon:") status.ignore(1000, '\n');
  status >> value;
  return value;
}

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

void print_counts(const std::string& name, const PeriodCounts& counts) {
  print(name, counts.period, counts.searched, counts.papers, counts.items, counts.mentions);
}

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

void print_cited(const CitedPassage& cited) {
  print("cited", cited.mention, name_of(cited.kind), name_of(cited.outcome), cited.paper, name_of(cited.paper_kind),
        cited.paper_title, cited.source, cited.url, cited.item, cited.number, cited.title, cited.page, cited.scanned,
        cited.paragraph, cited.text);
  print("of", cited.council, cited.council_name, cited.committee, iso_date(cited.date));
}

void print_list(const std::string& name, const std::vector<std::string>& list) {
  for (const std::string& one : list) print(name, one);
}

void print_replies(const std::string& name, const std::vector<ReviewReply>& replies) {
  for (const ReviewReply& reply : replies) {
    print(name, name_of(reply.stance), reply.words, reply.officer);
    print_cited(reply.where);
  }
}

void print_review(const Review& review) {
  print("review", review.name, review.council, review.council_name, name_of(review.stage), review.names_subject,
        iso_date(review.first_mention), iso_date(review.last_mention), iso_date(review.report_date));
  print_list("also called", review.also_called);
  print_list("form", review.forms);
  print_list("committee", review.committees);
  print_list("planned for", review.planned_for);
  print_list("joined by", review.joined_by);
  for (const int year : review.years) print("year", year);
  for (const std::size_t other : review.may_be_same) print("may be same", other);
  for (const ReviewMembers& members : review.members) {
    print_list("member", members.names);
    print_cited(members.where);
  }
  for (const ReviewRecommendation& one : review.recommendations) {
    print("recommendation", one.number, one.text);
    print_cited(one.where);
    print_replies("response", one.responses);
    print_replies("update", one.updates);
  }
  for (const ReviewStatement& one : review.statements) {
    print("statement", name_of(one.stage), one.form);
    print_cited(one.where);
  }
}

void reviews(const Index& index, const Arguments& arguments) {
  const Reviews made = index.reviews(arguments.at(0));
  print("searched", made.searched.query, made.searched.totals.items, made.searched.coverage.papers,
        made.searched.items.size());
  print_list("council", made.councils);
  for (const Review& review : made.reviews) print_review(review);
}

void actions(const Index& index, const Arguments& arguments) {
  const bool open_only = arguments.size() > 1 && arguments[1] == "open";
  const bool everything = arguments.size() > 1 && arguments[1] == "everything";
  const Actions made = index.actions(arguments.at(0), {.everything = everything, .open_only = open_only});
  print("searched", made.searched.query, made.searched.totals.items, made.searched.coverage.papers,
        made.searched.items.size());
  print("counts", made.answered, made.none_found, made.cannot_tell);
  for (const Action& action : made.actions) {
    print("action", name_of(action.asked), name_of(action.said), name_of(action.trace), action.text, action.addressee,
          action.due.words, action.due.date, iso_date(action.searched_until));
    print_cited(action.where);
    for (const CitedPassage& cited : action.also) print_cited(cited);
    if (!action.answer) continue;
    print("answer", action.answer->in_title, action.answer->says_so);
    print_list("shared", action.answer->words);
    print_cited(action.answer->where);
  }
}

void suggest(const Index& index, const Arguments& arguments) {
  const std::size_t limit = arguments.size() > 1 ? std::stoul(arguments[1]) : 6;
  for (const Completion& one : index.suggest(arguments.at(0), limit))
    print(std::string(name_of(one.kind)), one.text, one.items);
}

std::vector<std::string> ids_of(const Index& index, const std::string& query) {
  std::vector<std::string> ids;
  for (const Item& item : index.search(query, {.everything = true}).items) ids.push_back(item.id);
  for (const CitedMention& cited : index.mentions(query)) ids.push_back(cited.mention.id);
  return ids;
}

/// Asks every query from four threads at once, with a bad one between; all must get what one thread gets.
void threads(const Index& index, const Arguments& queries) {
  std::map<std::string, std::vector<std::string>> expected;
  for (const std::string& query : queries) expected[query] = ids_of(index, query);
  std::vector<int> differing(4);
  std::vector<std::thread> running;
  for (int& count : differing) {
    running.emplace_back([&count, &index, &queries, &expected] {
      for (int round = 0; round < 3; ++round) {
        for (const std::string& query : queries) {
          try {
            (void)index.search("(" + query);
            ++count;
          } catch (const Error& error) {
            if (error.code() != ErrorCode::query) ++count;
          }
          if (ids_of(index, query) != expected.at(query)) ++count;
        }
      }
    });
  }
  for (std::thread& one : running) one.join();
  int sum = 0;
  for (const int count : differing) sum += count;
  print("differing", sum);
}

/// Two streams at once, each read in turns, on an index that is closed meanwhile.
void interleaved(const Index& opened, const Arguments& queries) {
  std::optional<Index> index(opened);
  Mentions first = index->mentions(queries.at(0));
  Mentions second = index->mentions(queries.at(1), {.sort = SortOrder::oldest});
  Mentions abandoned = index->mentions(queries.at(0));
  (void)abandoned.next();
  index.reset();
  bool more = true;
  while (more) {
    more = first.next() != nullptr;
    more = second.next() != nullptr || more;
  }
  abandoned = std::move(first);
  print("first", abandoned.count(), abandoned.digest());
  print("second", second.count(), second.digest());
}

std::string name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::query:
      return "query";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::internal:
      return "internal";
  }
  return "";
}

void refused(const std::function<void()>& call) {
  try {
    call();
    print("no error");
  } catch (const Error& error) {
    print("error", name_of(error.code()), error.position() ? std::to_string(*error.position()) : "none", error.what(),
          error.hint());
  }
}

/// Every kind of wrong call; then the index still answers.
void errors(const Index& index, const Arguments& arguments) {
  refused([&] { Index::open(arguments.at(0)); });
  refused([&] { (void)index.search("transport AND (school"); });
  refused([&] { (void)index.search("é council:Nowhereshire"); });
  refused([&] { (void)index.search("exempt:perhaps"); });
  refused([&] { (void)index.mentions("\"school"); });
  refused([&] { (void)index.timeline("kind:nothing"); });
  refused([&] { (void)index.reviews("kind:nothing"); });
  refused([&] { (void)index.actions("school AND (bus"); });
  refused([&] { (void)index.show("nosuchid"); });
  refused([&] { (void)index.show("nosuchid", "\"school"); });
  refused([&] { (void)index.search("school", {.facets = {{"title", 1}}}); });
  refused([&] { (void)index.search("school", {.cursor = "1-1-0-0"}); });
  print("items", index.search("school").totals.items);
}

void state(const Index& index, const Arguments&) {
  print("version", version(), MINUTEBOOK_VERSION, std::string(version()) == MINUTEBOOK_VERSION);
  print("index", index.folder(), index.revision(), index.outdated(), default_index_folder());
  for (const Field& field : fields()) print("field", field.name, field.alias, field.facet, field.example);
}

/// Says before and after a line of input whether the index is outdated, and what it finds.
void outdated(const Index& index, const Arguments&) {
  for (int asked = 0; asked < 2; ++asked) {
    std::cout << "outdated\t" << index.outdated() << "\t" << index.search("damp").totals.items << std::endl;
    std::string line;
    if (asked == 0) std::getline(std::cin, line);
  }
}

int run(const Arguments& arguments) {
  const std::map<std::string, void (*)(const Index&, const Arguments&)> commands = {
      {"search", search},     {"pages", pages},
      {"mentions", mentions}, {"show", show},
      {"timeline", timeline}, {"reviews", reviews},
      {"actions", actions},   {"suggest", suggest},
      {"threads", threads},   {"interleaved", interleaved},
      {"errors", errors},     {"state", state},
      {"outdated", outdated}, {"memory", memory}};
  std::cout << std::boolalpha;
  const Index index = Index::open(arguments.at(0));
  commands.at(arguments.at(1))(index, {arguments.begin() + 2, arguments.end()});
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  return run({arguments + 1, arguments + count});
}
