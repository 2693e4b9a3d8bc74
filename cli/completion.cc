#include "cli/completion.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace minutebook::cli {
namespace {

/// What bash's "compgen" is told to complete the value of an option with, by the name of the value in help; empty: a
/// text of the user's own.
std::string completion_of(std::string_view value_name) {
  if (value_name == "DIR") return "-d";
  if (value_name == "FILE") return "-f";
  if (value_name.find('|') == std::string_view::npos) return "";
  std::string words(value_name);
  std::replace(words.begin(), words.end(), '|', ' ');
  return "-W '" + words + "'";
}

/// The name of an option's value without its default: "text|json (=text)" -> "text|json".
std::string value_name(const boost::program_options::option_description& option) {
  const std::string name = option.semantic()->name();
  return name.substr(0, name.find(" (="));
}

std::string option_names(const Command& command) {
  std::string names;
  const OptionTable table = all_options(command);
  for (const auto& option : table.options()) names += (names.empty() ? "--" : " --") + option->long_name();
  return names;
}

void print_values(std::ostream& out, const Command& command) {
  const OptionTable table = all_options(command);
  for (const auto& option : table.options()) {
    if (option->semantic()->max_tokens() == 0) continue;
    out << "    '" << command.name << " --" << option->long_name() << "') want=(" << completion_of(value_name(*option))
        << ") ;;\n";
  }
}

/// Arguments are files where the table calls them so.
void print_arguments(std::ostream& out, const Command& command) {
  const bool files = command.arguments.find("FILE") != std::string_view::npos ||
                     command.arguments.find("PATH") != std::string_view::npos;
  out << "    " << command.name << ") options='" << option_names(command) << "' files=" << (files ? "yes" : "no")
      << " ;;\n";
}

constexpr std::string_view beginning = R"(# Completion of minutebook for bash.

_minutebook() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  local options='' files=no want=(none)
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
)";

constexpr std::string_view values_begin = R"(    return
  fi
  case "$command $before" in
)";

// "none" stands for "no option is before the cursor that wants a value".
constexpr std::string_view arguments_begin = R"(  esac
  if [[ ${want[0]} != none ]]; then
    ((${#want[@]})) && mapfile -t COMPREPLY < <(compgen "${want[@]}" -- "$word")
    [[ ${want[0]} == -[df] ]] && compopt -o filenames
    return
  fi
  case $command in
)";

constexpr std::string_view end = R"(  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [[ $files == yes ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
    compopt -o filenames
  fi
}

complete -F _minutebook minutebook
)";

}  // namespace

void print_bash_completion(std::ostream& out) {
  out << beginning << "    mapfile -t COMPREPLY < <(compgen -W '";
  for (const Command& command : commands()) out << command.name << " ";
  out << "--help --version' -- \"$word\")\n" << values_begin;
  for (const Command& command : commands()) print_values(out, command);
  out << arguments_begin;
  for (const Command& command : commands()) print_arguments(out, command);
  out << end;
}

}  // namespace minutebook::cli
