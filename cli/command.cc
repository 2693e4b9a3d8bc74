#include "cli/command.h"

#include <algorithm>
#include <array>

namespace minutebook::cli {
namespace {

constexpr std::array table = {
    Command{"index", "PATH…", "adds papers to an index, or brings it up to date",
            "~/papers --council \"Your Council\" --prune", options_of_index, run_index},
    Command{"inspect", "FILE…", "shows what is understood of a file, without an index", "minutes.pdf",
            options_of_inspect, run_inspect},
    Command{"search", "QUERY", "answers a query", "'EHCP timeliness since 2020' --mentions", options_of_search,
            run_search},
    Command{"show", "ID", "shows a paper or an item", "s2ydhwnqn3mi.136 --mark 'EHCP timeliness'", options_of_show,
            run_show},
    Command{"timeline", "QUERY", "counts mentions by time and by council, beside what was searched",
            "'EHCP timeliness' --by municipal-year", options_of_timeline, run_timeline},
    Command{"similar", "ID|FILE", "finds what is most like an item, a paper or a draft", "draft-scope.docx",
            options_of_similar, run_similar},
    Command{"watch", "add|list|remove|run …", "keeps searches and reports what is new", "add ehcp 'EHCP timeliness'",
            options_of_watch, run_watch},
    Command{"reviews", "SUBJECT", "finds prior reviews of a subject, with what was recommended and what came of it",
            "'young carers'", options_of_reviews, run_reviews},
    Command{"actions", "[QUERY]", "lists what committees asked for, and the later items that seem to answer it",
            "'damp since 2022' --open", options_of_actions, run_actions},
    Command{"verify", "FILE", "runs the search of an export again and compares the mentions", "mentions.ndjson",
            options_of_verify, run_verify},
    Command{"serve", "", "answers searches over HTTP: pages, an API, a component for other pages",
            "--listen 127.0.0.1:8080", options_of_serve, run_serve},
    Command{"status", "", "revision and sizes of an index", "--format json", options_of_status, run_status},
    Command{"coverage", "", "what is in an index, and what could not be read", "--gaps", options_of_coverage,
            run_coverage},
    Command{"check", "", "verifies that an index is sound", "--index ~/.local/share/minutebook", options_of_check,
            run_check},
    Command{"remove", "ID|PATH…", "takes sources or papers out for good, or restores them",
            "~/papers/2021/withdrawn.pdf", options_of_remove, run_remove},
};

constexpr std::array codes = {
    ExitCode{exit_success, "found, or done"},
    ExitCode{exit_nothing, "nothing found; no item, paper or source of that name"},
    ExitCode{exit_usage, "wrong options or a bad query"},
    ExitCode{exit_unreadable, "an index or an input cannot be read"},
    ExitCode{exit_partly, "done, but some sources were skipped"},
    ExitCode{exit_interrupted, "stopped by Ctrl-C or SIGTERM; what was done is kept"},
};

}  // namespace

std::span<const ExitCode> exit_codes() {
  return codes;
}

std::span<const Command> commands() {
  return table;
}

const Command* find_command(std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [name](const Command& command) { return command.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace minutebook::cli
