#include <algorithm>
#include <array>
#include <ctime>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/search_options.h"
#include "query/print_watch.h"
#include "query/watch_file.h"
#include "schema/error.h"

namespace minutebook::cli {
namespace {

using Json = nlohmann::ordered_json;
using query::WatchFolder;

const std::vector<std::string> formats = {"text", "json", "atom"};

/// UTC, RFC 3339.
std::string time_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

struct Call {
  const Options& options;
  std::vector<std::string> arguments;  // after the action
  std::string folder;
  std::string format;
};

[[noreturn]] void refuse(const std::string& what, const std::string& hint) {
  throw schema::Error(schema::ErrorCode::usage, what, hint);
}

void print_json_line(const Json& json) {
  std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
}

/// Throws what opening it throws, before anything is written beside it.
void require_index(const std::string& folder) {
  if (schema::current_revision(folder) == 0) schema::open_index(folder);
}

void refuse_taken(const WatchFolder& watches, const std::string& name) {
  if (watches.has(name))
    refuse("there is a watch \"" + name + "\" already", "choose another name, or remove that one first");
}

/// An option of another action would be dropped in silence.
void refuse_options_of_others(const Call& call, const std::string& action) {
  for (const auto& [option, owner] : {std::pair{"all", "add"}, {"no-expand", "add"}, {"peek", "run"}}) {
    if (call.options.has(option) && action != owner)
      refuse("--" + std::string(option) + " is for watch " + owner, "leave it out of watch " + action);
  }
}

int add_watch(const Call& call) {
  if (call.arguments.size() < 2) refuse("watch add takes a name and a query", "minutebook watch add NAME QUERY");
  query::Watch watch;
  watch.name = call.arguments.front();
  watch.created = time_now();
  watch.expand = !call.options.has("no-expand");
  for (std::size_t i = 1; i < call.arguments.size(); ++i) watch.query += (i > 1 ? " " : "") + call.arguments[i];
  const WatchFolder watches(call.folder);
  query::OpenIndex index(schema::open_index(call.folder));
  const query::ResolvedQuery query = understand_query(index, watch.query, watch.expand);
  refuse_taken(watches, watch.name);
  // Made once in any case: a query that cannot be answered is refused now, not at some run by night.
  query::Watch started = watch;
  const query::WatchReport report = start_watch(index, query, started, watch.created);
  const WatchFolder::Lock lock(watches);
  refuse_taken(watches, watch.name);
  watches.write(call.options.has("all") ? watch : started);
  if (call.format == "json") {
    print_json_line(
        {{"added", watch.name}, {"query", watch.query}, {"items", report.items}, {"mentions", report.mentions}});
  } else {
    std::cout << "added " << watch.name << ": " << counted(report.items, "item") << " now"
              << (call.options.has("all") ? "; the first run reports them" : "; a run reports what comes later")
              << "\n";
  }
  return exit_success;
}

int list_watches(const Call& call) {
  if (!call.arguments.empty()) refuse("watch list takes no names", "it names all watches");
  const WatchFolder watches(call.folder);
  Json list = Json::array();
  std::vector<std::vector<std::string>> rows = {{"name", "last run", "reported", "query"}};
  for (const std::string& name : watches.names()) {
    const query::Watch watch = watches.read(name);
    const std::string last = watch.last_run.empty() ? "never" : watch.last_run;
    rows.push_back({watch.name, last, with_commas(watch.seen.size()), printable(watch.query)});
    list.push_back({{"name", watch.name},
                    {"query", watch.query},
                    {"expand", watch.expand},
                    {"created", watch.created},
                    {"last_run", watch.last_run.empty() ? Json() : Json(watch.last_run)},
                    {"revision", watch.revision},
                    {"items", watch.seen.size()}});
  }
  if (call.format == "json") {
    print_json_line({{"watches", std::move(list)}});
  } else if (rows.size() == 1) {
    std::cout << "no watches; add one with: minutebook watch add NAME QUERY\n";
  } else {
    print_table(std::cout, rows, {false, false, true, false});
  }
  return exit_success;
}

int remove_watches(const Call& call) {
  if (call.arguments.empty()) refuse("watch remove takes names", "minutebook watch list names those there are");
  const WatchFolder watches(call.folder);
  for (const std::string& name : call.arguments) {
    if (!watches.has(name)) watches.read(name);
  }
  const WatchFolder::Lock lock(watches);
  for (const std::string& name : call.arguments) watches.remove(name);
  if (call.format == "json") {
    print_json_line({{"removed", call.arguments}});
  } else {
    for (const std::string& name : call.arguments) std::cout << "removed " << name << "\n";
  }
  return exit_success;
}

void print_reports(const Call& call, const std::vector<query::WatchReport>& reports, const std::string& now) {
  if (call.format == "json") {
    print_json(std::cout, reports);
  } else if (call.format == "atom") {
    print_atom(std::cout, query::feed_of(reports, now));
  } else {
    print_text(std::cout, reports, terminal_style());
  }
  std::cout.flush();
}

/// Runs watches one after the other; one that cannot be run does not keep the others from it.
class WatchRun {
 public:
  /// The index is opened under the lock: no run reports from an older one than the run before it.
  explicit WatchRun(const Call& call)
      : call_(call),
        watches_(call.folder),
        lock_(call.options.has("peek") ? nullptr : std::make_unique<WatchFolder::Lock>(watches_)),
        index_(schema::open_index(call.folder)) {}

  int run() {
    const std::vector<std::string> names = call_.arguments.empty() ? watches_.names() : call_.arguments;
    if (names.empty()) refuse("there are no watches", "add one with: minutebook watch add NAME QUERY");
    const std::string now = time_now();
    std::set<std::string> met;
    for (const std::string& name : names) {
      if (met.insert(name).second) run_one(name, now);
    }
    print_reports(call_, reports_, now);
    // What was not handed out is not marked as reported.
    if (!std::cout) {
      throw schema::Error(schema::ErrorCode::unreadable, "the report could not be written",
                          "nothing was marked as reported; run it again");
    }
    if (lock_) {
      for (const query::Watch& watch : done_) watches_.write(watch);
    }
    if (failed_ != exit_success) return failed_;
    const bool any = std::any_of(reports_.begin(), reports_.end(), [](const auto& one) { return !one.news.empty(); });
    return any ? exit_success : exit_nothing;
  }

 private:
  void run_one(const std::string& name, const std::string& now) {
    try {
      query::Watch watch = watches_.read(name);
      const query::ResolvedQuery query = understand_query(index_, watch.query, watch.expand);
      reports_.push_back(run_watch(index_, query, watch, now));
      done_.push_back(std::move(watch));
    } catch (const schema::Error& error) {
      std::cerr << "minutebook: watch " << printable(name) << ": " << printable(error.what()) << "\n";
      if (!error.hint().empty()) std::cerr << "  " << printable(error.hint()) << "\n";
      failed_ = error.code() == schema::ErrorCode::usage ? exit_usage : exit_unreadable;
    }
  }

  const Call& call_;
  WatchFolder watches_;
  std::unique_ptr<WatchFolder::Lock> lock_;  // null: the watches are only looked at
  query::OpenIndex index_;
  std::vector<query::WatchReport> reports_;
  std::vector<query::Watch> done_;
  int failed_ = exit_success;
};

}  // namespace

OptionTable options_of_watch() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  auto add = table.add_options();
  add("all", "add: the first run reports what there is already");
  add("no-expand", "add: labels and acronyms mean only themselves");
  add("peek", "run: report, and report the same again the next time");
  return table;
}

int run_watch(const Options& options) {
  const std::vector<std::string> given = options.arguments();
  const Call call{options, {given.begin() + 1, given.end()}, index_folder(options), format_of(options, formats)};
  const std::string& action = given.front();
  require_index(call.folder);
  refuse_options_of_others(call, action);
  if (call.format == "atom" && action != "run") refuse("--format atom is for watch run", "use --format json or text");
  if (action == "add") return add_watch(call);
  if (action == "list") return list_watches(call);
  if (action == "remove") return remove_watches(call);
  if (action == "run") return WatchRun(call).run();
  refuse("watch does not know \"" + action + "\"", "it takes: add NAME QUERY, list, remove NAME, run [NAME]");
}

}  // namespace minutebook::cli
