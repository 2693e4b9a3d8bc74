// The one table of commands: name, arguments, what it does, how it is run. Help, completion and dispatch read it.
// Knows nothing of options or of what a command prints.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::cli {

// Exit codes; scripts rely on them.
inline constexpr int exit_success = 0;
inline constexpr int exit_nothing = 1;        ///< nothing found
inline constexpr int exit_usage = 2;          ///< wrong option or bad query
inline constexpr int exit_unreadable = 3;     ///< the index or an input cannot be read
inline constexpr int exit_partly = 4;         ///< done, but some sources were skipped
inline constexpr int exit_interrupted = 130;  ///< stopped by Ctrl-C or SIGTERM; what was done until then is kept

struct Command {
  std::string_view name;
  std::string_view arguments;  ///< "PATH…"
  std::string_view summary;    ///< one line
  std::string_view example;    ///< arguments of one call, for its help
  /// Takes the arguments after the command's name, returns an exit code; throws schema::Error.
  int (*run)(const std::vector<std::string>&);
};

std::span<const Command> commands();
/// nullptr: there is none of that name.
const Command* find_command(std::string_view name);

int run_index(const std::vector<std::string>& arguments);
int run_inspect(const std::vector<std::string>& arguments);
int run_search(const std::vector<std::string>& arguments);
int run_show(const std::vector<std::string>& arguments);
int run_timeline(const std::vector<std::string>& arguments);
int run_similar(const std::vector<std::string>& arguments);
int run_watch(const std::vector<std::string>& arguments);
int run_reviews(const std::vector<std::string>& arguments);
int run_actions(const std::vector<std::string>& arguments);
int run_verify(const std::vector<std::string>& arguments);
int run_serve(const std::vector<std::string>& arguments);
int run_status(const std::vector<std::string>& arguments);
int run_coverage(const std::vector<std::string>& arguments);
int run_check(const std::vector<std::string>& arguments);
int run_remove(const std::vector<std::string>& arguments);

}  // namespace minutebook::cli
