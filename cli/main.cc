// The command `minutebook`: finds the command in the table, runs it, turns every error into one line and an exit code.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/manual.h"
#include "cli/print.h"
#include "query/unknown_id.h"
#include "schema/error.h"
#include "schema/version.h"

namespace {

using namespace minutebook;

/// A file opened as descriptor 1 or 2 would otherwise be written over by messages.
void keep_standard_streams_open() {
  int descriptor = 0;
  do {
    descriptor = ::open("/dev/null", O_RDWR);
  } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
  if (descriptor > STDERR_FILENO) ::close(descriptor);
}

void print_help() {
  std::cout << "usage: minutebook COMMAND [arguments] [options]\n\ncommands:\n";
  std::vector<std::vector<std::string>> rows;
  for (const cli::Command& command : cli::commands()) {
    std::string usage(command.name);
    if (!command.arguments.empty()) usage.append(" ").append(command.arguments);
    rows.push_back({"  " + usage, std::string(command.summary)});
  }
  cli::print_table(std::cout, rows, {false, false});
  std::cout
      << "\nminutebook COMMAND --help describes a command; minutebook --version tells the version;\n"
         "minutebook --generate man prints the manual page, --generate bash the completion for bash\n\nexit codes:\n";
  rows.clear();
  for (const auto& [code, meaning] : cli::exit_codes())
    rows.push_back({"  " + std::to_string(code), std::string(meaning)});
  cli::print_table(std::cout, rows, {false, false});
}

int fail(int code, std::string_view message, std::string_view hint) {
  std::cout.flush();
  std::cerr << "minutebook: " << cli::printable(message) << "\n";
  if (!hint.empty()) std::cerr << "  " << cli::printable(hint) << "\n";
  return code;
}

int exit_code_of(schema::ErrorCode code) {
  switch (code) {
    case schema::ErrorCode::usage:
      return cli::exit_usage;
    case schema::ErrorCode::unreadable:
      return cli::exit_unreadable;
  }
  return cli::exit_unreadable;
}

int generate(const std::vector<std::string>& arguments) {
  if (arguments == std::vector<std::string>{"man"}) {
    cli::print_manual(std::cout);
  } else if (arguments == std::vector<std::string>{"bash"}) {
    cli::print_bash_completion(std::cout);
  } else {
    return fail(cli::exit_usage, "--generate takes man or bash", "minutebook --generate man | man -l -");
  }
  return cli::exit_success;
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return fail(cli::exit_usage, "no command is given", "see: minutebook --help");
  const std::string& name = arguments.front();
  if (name == "help" && arguments.size() > 1) return run({arguments[1], "--help"});
  if (name == "--help" || name == "-h" || name == "help") {
    print_help();
    return cli::exit_success;
  }
  if (name == "--version") {
    std::cout << "minutebook " << schema::program_version << "\n";
    return cli::exit_success;
  }
  if (name == "--generate") return generate({arguments.begin() + 1, arguments.end()});
  const cli::Command* command = cli::find_command(name);
  if (command == nullptr)
    return fail(cli::exit_usage, "there is no command \"" + name + "\"", "see: minutebook --help");
  const std::optional<cli::Options> options = cli::parse_options(*command, {arguments.begin() + 1, arguments.end()});
  return options ? command->run(*options) : cli::exit_success;
}

}  // namespace

int main(int count, char** values) {
  keep_standard_streams_open();
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  int code = cli::exit_success;
  try {
    code = run({values + std::min(count, 1), values + count});
  } catch (const query::UnknownId& error) {
    code = fail(cli::exit_nothing, error.what(), error.hint());
  } catch (const schema::Error& error) {
    code = fail(exit_code_of(error.code()), error.what(), error.hint());
  } catch (const std::bad_alloc&) {
    code = fail(cli::exit_unreadable, "there is not enough memory", "");
  } catch (const std::exception& error) {
    code = fail(cli::exit_unreadable, error.what(), "");
  }
  // Output that did not reach its file is no success.
  if (!std::cout.flush()) return fail(cli::exit_unreadable, "the output could not be written", "");
  return code;
}
