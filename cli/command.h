// The one table of commands: name, arguments, what it does, its options, how it is run. Help, the manual page,
// completion and dispatch read it. Knows nothing of what a command prints.
#pragma once

#include <span>
#include <string_view>

#include "cli/options.h"

namespace minutebook::cli {

// Exit codes; scripts rely on them.
inline constexpr int exit_success = 0;
inline constexpr int exit_nothing = 1;        ///< nothing found
inline constexpr int exit_usage = 2;          ///< wrong option or bad query
inline constexpr int exit_unreadable = 3;     ///< the index or an input cannot be read
inline constexpr int exit_partly = 4;         ///< done, but some sources were skipped
inline constexpr int exit_interrupted = 130;  ///< stopped by Ctrl-C or SIGTERM; what was done until then is kept

struct ExitCode {
  int code;
  std::string_view meaning;
};
/// As help and the manual page list them.
std::span<const ExitCode> exit_codes();

struct Command {
  std::string_view name;
  std::string_view arguments;  ///< "PATH…"
  std::string_view summary;    ///< one line
  std::string_view example;    ///< arguments of one call, for its help
  OptionTable (*options)();
  /// Returns an exit code; throws schema::Error.
  int (*run)(const Options&);
};

std::span<const Command> commands();
/// nullptr: there is none of that name.
const Command* find_command(std::string_view name);

OptionTable options_of_index();
int run_index(const Options& options);
OptionTable options_of_inspect();
int run_inspect(const Options& options);
OptionTable options_of_search();
int run_search(const Options& options);
OptionTable options_of_show();
int run_show(const Options& options);
OptionTable options_of_timeline();
int run_timeline(const Options& options);
OptionTable options_of_similar();
int run_similar(const Options& options);
OptionTable options_of_watch();
int run_watch(const Options& options);
OptionTable options_of_reviews();
int run_reviews(const Options& options);
OptionTable options_of_actions();
int run_actions(const Options& options);
OptionTable options_of_verify();
int run_verify(const Options& options);
OptionTable options_of_serve();
int run_serve(const Options& options);
OptionTable options_of_status();
int run_status(const Options& options);
OptionTable options_of_coverage();
int run_coverage(const Options& options);
OptionTable options_of_check();
int run_check(const Options& options);
OptionTable options_of_remove();
int run_remove(const Options& options);

}  // namespace minutebook::cli
