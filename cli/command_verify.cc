#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/boilerplate_option.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/search_options.h"
#include "query/export_digest.h"
#include "query/export_file.h"
#include "schema/error.h"

namespace minutebook::cli {
namespace {

const std::vector<std::string> formats = {"text", "json"};

query::ExportFile read_file(const std::string& path) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none))
    throw schema::Error(schema::ErrorCode::unreadable, path + " is a folder", "give a file that was exported");
  std::ifstream in(path, std::ios::binary);
  if (!in)
    throw schema::Error(schema::ErrorCode::unreadable, path + " cannot be opened", "give a file that was exported");
  return query::read_export(in, path);
}

query::ExportedMention exported(const query::Result& row, const query::Mention& mention) {
  return {.id = mention.id,
          .item_id = row.id,
          .match = mention.whole ? "whole" : "part",
          .page = mention.page == 0 ? std::string() : std::to_string(mention.page),
          .paragraph = mention.paragraph,
          .committee = row.committee,
          .date = schema::iso_date(row.date),
          .number = row.number,
          .title = row.title,
          .text = mention.text};
}

/// What the file says, and what the command does: a CSV file says nothing.
query::ExpansionWish wish_of(const Options& options, const query::ExportFile& file) {
  const query::ExpansionWish given = expansion_wish(options);
  if (given != query::ExpansionWish()) return given;
  return {file.expand, file.only, file.without};
}

/// A file that says what it answers is not compared with the answer to something else.
std::string query_of(const Options& options, const query::ExportFile& file) {
  if (!file.query && !options.has("query")) {
    throw schema::Error(schema::ErrorCode::usage, "a CSV file does not say what was asked for",
                        "add --query with the query it answers");
  }
  if (!file.query) return options.text("query");
  if (!options.has("query") || options.text("query") == *file.query) return *file.query;
  throw schema::Error(schema::ErrorCode::usage, "--query is not what the export answers",
                      "leave it out: lines of JSON say it themselves");
}

std::vector<query::ExportedMention> search_again(query::OpenIndex& index, const query::ResolvedQuery& query) {
  std::vector<query::ExportedMention> mentions;
  query::export_mentions(index, query, {}, [&](const query::Result& row) {
    for (const query::Mention& mention : row.mentions) mentions.push_back(exported(row, mention));
  });
  return mentions;
}

struct Verdict {
  std::string query;
  const query::ExportFile& file;
  std::uint64_t revision = 0;
  std::size_t now = 0;
  query::ExportDifference difference;
};

nlohmann::ordered_json json_of(const query::ExportedMention& mention) {
  return {{"mention", mention.id}, {"id", mention.item_id},          {"committee", mention.committee},
          {"date", mention.date},  {"number", mention.number},       {"title", mention.title},
          {"page", mention.page},  {"paragraph", mention.paragraph}, {"match", mention.match},
          {"text", mention.text}};
}

void print_verdict_json(const Verdict& verdict) {
  nlohmann::ordered_json made = {{"query", verdict.query},
                                 {"exported",
                                  {{"revision", verdict.file.revision},
                                   {"mentions", verdict.file.mentions.size()},
                                   {"digest", verdict.file.counted}}},
                                 {"now", {{"revision", verdict.revision}, {"mentions", verdict.now}}},
                                 {"same", verdict.difference.none()}};
  for (const char* key : {"added", "removed", "changed"}) made[key] = nlohmann::ordered_json::array();
  for (const auto& one : verdict.difference.added) made["added"].push_back(json_of(one));
  for (const auto& one : verdict.difference.removed) made["removed"].push_back(json_of(one));
  for (const auto& one : verdict.difference.changed)
    made["changed"].push_back({{"before", json_of(one.before)}, {"after", json_of(one.after)}});
  std::cout << made.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

void print_mention(const char* sign, const query::ExportedMention& mention) {
  std::string place = mention.committee;
  for (const std::string& part : {mention.date, mention.number, mention.title,
                                  mention.page.empty() ? std::string() : "p. " + mention.page, mention.paragraph}) {
    if (!part.empty()) place += (place.empty() ? "" : ", ") + part;
  }
  std::cout << sign << ' ' << printable(place) << "\n    " << printable(mention.text) << "\n";
}

void print_verdict_text(const Verdict& verdict) {
  const query::ExportDifference& difference = verdict.difference;
  std::cout << "exported: " << counted(verdict.file.mentions.size(), "mention") << ", revision "
            << verdict.file.revision << "\nnow:      " << counted(verdict.now, "mention") << ", revision "
            << verdict.revision << "\n";
  if (difference.none()) {
    std::cout << "The same mentions.\n";
    return;
  }
  std::cout << with_commas(difference.added.size()) << " added, " << with_commas(difference.removed.size())
            << " removed, " << with_commas(difference.changed.size()) << " changed\n";
  for (const auto& one : difference.added) print_mention("+", one);
  for (const auto& one : difference.removed) print_mention("-", one);
  for (const auto& one : difference.changed) {
    print_mention("<", one.before);
    print_mention(">", one.after);
  }
}

}  // namespace

OptionTable options_of_verify() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  auto add = table.add_options();
  add("query", boost::program_options::value<std::string>()->value_name("QUERY"),
      "what was asked for; lines of JSON say it themselves");
  add_expansion_options(table);
  add_boilerplate_option(table);
  return table;
}

int run_verify(const Options& options) {
  const std::string format = format_of(options, formats);
  if (options.arguments().size() != 1) {
    throw schema::Error(schema::ErrorCode::usage, "verify takes one file",
                        "make one with: minutebook search QUERY --mentions --format ndjson >FILE");
  }
  const query::ExportFile file = read_file(options.arguments().front());
  const std::string text = query_of(options, file);
  query::OpenIndex index(schema::open_index(index_folder(options)));
  const bool boilerplate = file.boilerplate && boilerplate_counts(options);
  const auto now =
      search_again(index, with_boilerplate(understand_query(index, text, wish_of(options, file)), boilerplate));
  const Verdict verdict{text, file, index.index().revision, now.size(), compare_exports(file.mentions, now)};
  if (format == "json") {
    print_verdict_json(verdict);
  } else {
    print_verdict_text(verdict);
  }
  return verdict.difference.none() ? exit_success : exit_nothing;
}

}  // namespace minutebook::cli
