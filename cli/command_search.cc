#include <algorithm>
#include <iostream>

#include "cli/boilerplate_option.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/search_options.h"
#include "query/citation.h"
#include "query/include/minutebook/search.h"
#include "query/print_atom.h"
#include "query/print_csv.h"
#include "query/print_json.h"
#include "query/print_ndjson.h"
#include "query/print_query.h"
#include "query/print_text.h"
#include "schema/error.h"

namespace minutebook::cli {
namespace {

namespace po = boost::program_options;

const std::vector<std::string> formats = {"text", "json", "csv", "ndjson", "ris", "bibtex", "atom"};
constexpr std::size_t default_facet_values = 10;
constexpr std::size_t default_feed_entries = 50;

bool is_one_of(const std::string& format, std::initializer_list<const char*> others) {
  return std::find(others.begin(), others.end(), format) != others.end();
}

[[noreturn]] void refuse(const std::string& option, const std::string& value, const std::string& choices) {
  throw schema::Error(schema::ErrorCode::usage, "--" + option + " does not know \"" + value + "\"",
                      "it takes: " + choices);
}

query::SortOrder sort_of(const Options& options, const std::string& format) {
  const std::string name = options.text("sort");
  if (name.empty()) return format == "atom" ? query::SortOrder::newest : query::SortOrder::relevance;
  if (name == "relevance") return query::SortOrder::relevance;
  if (name == "newest") return query::SortOrder::newest;
  if (name == "oldest") return query::SortOrder::oldest;
  refuse("sort", name, "relevance, newest, oldest");
}

query::GroupBy group_of(const Options& options) {
  const std::string name = options.text("group");
  if (name == "item") return query::GroupBy::item;
  if (name == "paper") return query::GroupBy::paper;
  if (name == "meeting") return query::GroupBy::meeting;
  refuse("group", name, "item, paper, meeting");
}

/// "committee:5"
query::FacetWish facet_of(const std::string& text, std::size_t values) {
  const std::size_t colon = text.find(':');
  const auto field = schema::find_field(text.substr(0, colon));
  if (!field || !schema::field_of(*field).facet) {
    std::string names;
    for (const schema::Field& one : schema::fields) {
      if (one.facet) names += (names.empty() ? "" : ", ") + std::string(one.name);
    }
    refuse("facet", text, names);
  }
  if (colon == std::string::npos) return {*field, values};
  const std::string digits = text.substr(colon + 1);
  const bool number =
      !digits.empty() && digits.size() < 7 && digits.find_first_not_of("0123456789") == std::string::npos;
  if (!number) refuse("facet", text, "NAME or NAME:N, for example committee:5");
  return {*field, static_cast<std::size_t>(std::stoul(digits))};
}

std::vector<query::FacetWish> facets_of(const Options& options, const std::string& format) {
  std::vector<query::FacetWish> wishes;
  if (options.has("facet")) {
    // Where nobody has to read them all, all values are given unless a number says otherwise.
    const std::size_t values = format == "json" ? 0 : default_facet_values;
    for (const std::string& text : options.value<std::vector<std::string>>("facet"))
      wishes.push_back(facet_of(text, values));
  } else if (format == "json") {
    for (const schema::Field& field : schema::fields) {
      if (field.facet) wishes.push_back({field.id, 0});
    }
  }
  return wishes;
}

/// Read as a signed number: the option parser would take -1 for the largest unsigned one.
std::size_t limit_of(const Options& options) {
  const auto limit = options.value<std::int64_t>("limit");
  if (limit >= 0) return static_cast<std::size_t>(limit);
  throw schema::Error(schema::ErrorCode::usage, "--limit " + std::to_string(limit) + " is no number of rows",
                      "give 0 or more, or --all");
}

/// Entries of reference managers and feeds are items or papers.
void refuse_rows_without_entry(const query::SearchOptions& wanted, const std::string& format) {
  if (!wanted.mention_rows && wanted.group != query::GroupBy::meeting) return;
  throw schema::Error(schema::ErrorCode::usage, "--format " + format + " has an entry for each item or paper",
                      "leave --mentions and --group meeting out, or use --format csv or json");
}

query::SearchOptions search_options(const Options& options, const std::string& format) {
  query::SearchOptions made;
  made.everything = options.has("all") || format == "ndjson" ||
                    (is_one_of(format, {"csv", "ris", "bibtex"}) && !options.has("limit"));
  if (format == "atom") made.limit = default_feed_entries;
  if (options.has("limit")) made.limit = limit_of(options);
  made.cursor = options.text("cursor");
  made.sort = sort_of(options, format);
  made.group = group_of(options);
  const bool references = is_one_of(format, {"ris", "bibtex", "atom"});
  made.strict = options.has("strict") || references;
  made.mention_rows = options.has("mentions");
  if (options.has("count") && options.text("count") != "mentions") refuse("count", options.text("count"), "mentions");
  made.count_mentions = options.has("count");
  if (made.mention_rows && made.group != query::GroupBy::item) {
    throw schema::Error(schema::ErrorCode::usage, "--mentions has a row for each mention, --group one for many items",
                        "use one of them");
  }
  if (format == "ndjson" && (!made.mention_rows || options.has("limit") || options.has("cursor"))) {
    throw schema::Error(schema::ErrorCode::usage, "--format ndjson is an export of every mention",
                        "add --mentions and leave --limit and --cursor out, or use --format json");
  }
  if (references) {
    refuse_rows_without_entry(made, format);
    made.mentions_per_item = 1;
  }
  made.runs = format != "csv";
  made.count_labels = format == "text" || format == "json";
  made.facets = facets_of(options, format);
  made.explain = options.has("explain");
  return made;
}

struct ExportWish {
  std::string format;
  std::string query;
  query::ExpansionWish expansion;
  bool boilerplate = true;
};

/// Rows go out as they are found; what closes a CSV stands on standard error, for a table has no place for it.
query::Answer run_export(query::OpenIndex& index, const query::ResolvedQuery& query,
                         const query::SearchOptions& options, const ExportWish& wish) {
  query::ExportDigest digest;
  const auto count = [&](const query::Result& row) {
    for (const query::Mention& mention : row.mentions) digest.add(mention.id, mention.whole);
  };
  if (wish.format == "ndjson") {
    query::print_export_head(
        std::cout, {wish.query, wish.expansion.expand, wish.expansion.only, wish.expansion.without, wish.boilerplate});
    query::Answer answer = query::export_mentions(index, query, options, [&](const query::Result& row) {
      count(row);
      query::print_export_rows(std::cout, row, index.index().revision);
    });
    query::print_export_end(std::cout, answer, digest);
    return answer;
  }
  query::CsvMentions rows(std::cout, index.index().revision);
  query::Answer answer = query::export_mentions(index, query, options, [&](const query::Result& row) {
    count(row);
    rows.add(row);
  });
  std::cerr << with_commas(digest.mentions()) << " mentions, revision " << answer.revision << ", digest "
            << digest.text() << "\n";
  return answer;
}

void print_references(const query::Answer& answer, query::GroupBy group, const std::string& format) {
  for (const query::Result& row : answer.results) {
    const query::Citation citation = group == query::GroupBy::paper ? paper_citation_of(row) : citation_of(row);
    if (format == "ris") {
      print_ris(std::cout, citation);
    } else {
      print_bibtex(std::cout, citation);
    }
  }
}

void print_answer(const query::Answer& answer, const query::SearchOptions& wanted, const std::string& format,
                  bool cite) {
  if (format == "json") {
    print_json(std::cout, answer, wanted.mention_rows);
  } else if (format == "csv") {
    print_csv(std::cout, answer, wanted.mention_rows);
  } else if (format == "atom") {
    print_atom(std::cout, query::feed_of(answer));
  } else if (is_one_of(format, {"ris", "bibtex"})) {
    print_references(answer, wanted.group, format);
  } else {
    query::TextStyle style = terminal_style();
    if (wanted.mention_rows) style.mentions = 0;
    style.cite = cite;
    print_text(std::cout, answer, style);
  }
}

}  // namespace

OptionTable options_of_search() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  auto add = table.add_options();
  add("limit", po::value<std::int64_t>()->value_name("N"),
      "rows at most (default: 10; 50 with --format atom; all of them with csv, ris and bibtex)");
  add("cursor", text("CURSOR"), "go on where the page before ended");
  add("all", "every row; leaves items with only some of the words out");
  add("strict", "leave items with only some of the words out");
  add("sort", text("relevance|newest|oldest"), "order of the rows (default: relevance; newest with --format atom)");
  add("group", po::value<std::string>()->default_value("item")->value_name("item|paper|meeting"),
      "one row for each; the best item stands for it");
  add("facet", po::value<std::vector<std::string>>()->value_name("NAME[:N]"),
      "count the values of a field, the N largest (default: 10; all of them with --format json); may be repeated");
  add("mentions", "one row for each mention");
  add("count", text("mentions"), "count the mentions as well");
  add("explain", "show how the query was understood, compiled and proved");
  add("cite", "say how each item is cited");
  add_expansion_options(table);
  add_boilerplate_option(table);
  return table;
}

int run_search(const Options& options) {
  const std::string format = format_of(options, formats);
  query::SearchOptions wanted = search_options(options, format);
  const query::ExpansionWish expansion = expansion_wish(options);
  query::OpenIndex index(schema::open_index(index_folder(options)));
  const std::string text = joined_arguments(options);
  const bool boilerplate = boilerplate_counts(options);
  const auto understand = [&](const std::string& query) {
    return with_boilerplate(understand_query(index, query, expansion), boilerplate);
  };
  const query::ResolvedQuery query = understand(text);
  wanted.read_again = understand;
  // The rows behind a cursor are a rest, and no export of every mention.
  const bool exported =
      wanted.mention_rows && wanted.everything && wanted.cursor.empty() && (format == "csv" || format == "ndjson");
  query::Answer answer = exported ? run_export(index, query, wanted, {format, text, expansion, boilerplate})
                                  : search(index, query, wanted);
  if (wanted.explain)
    answer.explained.insert(answer.explained.begin() + 1, "parsed: " + query::print_query(query::parse(text).root));
  if (!exported) print_answer(answer, wanted, format, options.has("cite"));
  if (wanted.explain && !is_one_of(format, {"text", "json"})) {
    for (const std::string& line : answer.explained) std::cerr << line << "\n";
  }
  return answer.totals.items > 0 ? exit_success : exit_nothing;
}

}  // namespace minutebook::cli
