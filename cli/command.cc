#include "cli/command.h"

#include <algorithm>
#include <array>

namespace minutebook::cli {
namespace {

constexpr std::array table = {
    Command{"index", "PATH…", "adds papers to an index, or brings it up to date", run_index},
    Command{"inspect", "FILE…", "shows what is understood of a file, without an index", run_inspect},
    Command{"search", "QUERY", "answers a query", run_search},
    Command{"show", "ID", "shows a paper or an item", run_show},
    Command{"timeline", "QUERY", "counts mentions by time and by council, beside what was searched", run_timeline},
    Command{"similar", "ID|FILE", "finds what is most like an item, a paper or a draft", run_similar},
    Command{"watch", "add|list|remove|run …", "keeps searches and reports what is new", run_watch},
    Command{"reviews", "SUBJECT", "finds prior reviews of a subject, with what was recommended and what came of it",
            run_reviews},
    Command{"actions", "[QUERY]", "lists what committees asked for, and the later items that seem to answer it",
            run_actions},
    Command{"verify", "FILE", "runs the search of an export again and compares the mentions", run_verify},
    Command{"serve", "", "answers searches over HTTP: pages, an API, a component for other pages", run_serve},
    Command{"status", "", "revision and sizes of an index", run_status},
    Command{"coverage", "", "what is in an index, and what could not be read", run_coverage},
    Command{"check", "", "verifies that an index is sound", run_check},
    Command{"remove", "ID|PATH…", "takes sources or papers out for good, or restores them", run_remove},
};

}  // namespace

std::span<const Command> commands() {
  return table;
}

const Command* find_command(std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [name](const Command& command) { return command.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace minutebook::cli
