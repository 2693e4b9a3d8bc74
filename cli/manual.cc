#include "cli/manual.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "cli/command.h"
#include "schema/fields.h"
#include "schema/version.h"

namespace minutebook::cli {
namespace {

constexpr std::string_view introduction =
    R"(Minutebook reads the papers of UK councils (agendas, minutes, reports, decisions; as PDF, HTML, XML, DOCX, ODT, RTF and
text), understands their meetings, items, resolutions and topics, and answers with the exact passages, each with its
council, committee, date, minute number, page and words.
.P
Totals, facets and mentions are exact, however many there are. What a query was understood to mean is shown; what cannot
be honoured is refused.
)";

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> variables = {{
    {"MINUTEBOOK_INDEX", "folder of the index, if no --index is given"},
    {"XDG_DATA_HOME", "where the index is otherwise, in a folder of the name minutebook (default: ~/.local/share)"},
    {"NO_COLOR", "if set, nothing is coloured"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> examples = {{
    {"minutebook index ~/papers", "reads all papers of a folder; run again, what is new and what changed"},
    {"minutebook search 'EHCP timeliness since 2020'", "the items that answer best, with their passages"},
    {"minutebook search 'EHCP timeliness since 2020' --mentions --format csv --all >mentions.csv", "every mention"},
    {"minutebook reviews 'young carers'", "who has reviewed this before, and what came of it"},
    {"minutebook serve", "search pages at http://127.0.0.1:8080"},
}};

/// Text of a line: signs that roff would read are written as roff wants them.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\\') {
      out += "\\e";
    } else if (letter == '-') {
      out += "\\-";
    } else if (letter == '\'' || letter == '`') {
      out += letter == '\'' ? "\\(aq" : "\\(ga";
    } else if (letter == '\n') {
      out += ' ';
    } else {
      out += letter;
    }
  }
  // A control character begins a request only at the beginning of a line.
  return out.starts_with('.') ? "\\&" + out : out;
}

void print_entry(std::ostream& out, std::string_view name, std::string_view rest, std::string_view description) {
  out << ".TP\n\\fB" << escaped(name) << "\\fR";
  if (!rest.empty()) out << " \\fI" << escaped(rest) << "\\fR";
  out << "\n" << escaped(description) << "\n";
}

template <std::size_t size>
void print_entries(std::ostream& out, std::string_view heading,
                   const std::array<std::pair<std::string_view, std::string_view>, size>& entries) {
  out << ".SH " << heading << "\n";
  for (const auto& [name, description] : entries) print_entry(out, name, "", description);
}

void print_command(std::ostream& out, const Command& command) {
  out << ".SS \"" << escaped(command.name) << (command.arguments.empty() ? "" : " ") << escaped(command.arguments)
      << "\"\n"
      << escaped(command.summary) << "; for example\n.br\n\\fBminutebook " << escaped(command.name) << " "
      << escaped(command.example) << "\\fR\n";
  const OptionTable table = all_options(command);
  for (const auto& option : table.options()) {
    const std::string parameter = option->semantic()->max_tokens() > 0 ? option->format_parameter() : "";
    print_entry(out, "--" + option->long_name(), parameter, option->description());
  }
}

void print_fields(std::ostream& out) {
  out << ".SH FIELDS OF A QUERY\n";
  for (const schema::Field& field : schema::fields) {
    const std::string description = std::string(field.description) + ". Example: " + std::string(field.example);
    print_entry(out, std::string(field.name) + ":", field.alias.empty() ? "" : "or " + std::string(field.alias) + ":",
                description);
  }
}

}  // namespace

void print_manual(std::ostream& out) {
  out << ".TH MINUTEBOOK 1 \"\" \"minutebook " << schema::program_version << "\" \"User Commands\"\n"
      << ".nh\n.ad l\n"
      << ".SH NAME\nminutebook \\- full\\-text search for UK council papers\n"
      << ".SH SYNOPSIS\n\\fBminutebook\\fR \\fICOMMAND\\fR [\\fIarguments\\fR] [\\fIoptions\\fR]\n"
      << ".SH DESCRIPTION\n"
      << introduction << ".SH COMMANDS\n";
  for (const Command& command : commands()) print_command(out, command);
  print_fields(out);
  out << ".SH EXIT STATUS\n";
  for (const auto& [code, meaning] : exit_codes()) print_entry(out, std::to_string(code), "", meaning);
  print_entries(out, "ENVIRONMENT", variables);
  print_entries(out, "EXAMPLES", examples);
  out << ".SH SEE ALSO\nThe query language, the service and how papers are read are described in the documents "
         "installed "
         "beside this page, in share/doc/minutebook.\n";
}

}  // namespace minutebook::cli
