// The manual page minutebook(1), in the language of man(7), made from the tables of commands, options and fields.
// Knows nothing of what a command does.
#pragma once

#include <ostream>

namespace minutebook::cli {

/// The whole page. Printed by the program itself, so it says what this program does.
void print_manual(std::ostream& out);

}  // namespace minutebook::cli
