// Completion of the command line for bash: commands, their options, values that are one of a few, files and folders.
// Made from the tables of commands and options; knows nothing of what a command does.
#pragma once

#include <ostream>

namespace minutebook::cli {

/// A script for share/bash-completion/completions, or to be sourced.
void print_bash_completion(std::ostream& out);

}  // namespace minutebook::cli
