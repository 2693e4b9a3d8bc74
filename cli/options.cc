#include "cli/options.h"

#include <algorithm>
#include <iostream>
#include <sstream>

#include "cli/command.h"
#include "cli/print.h"
#include "schema/error.h"
#include "schema/index.h"

namespace minutebook::cli {
namespace {

namespace po = boost::program_options;

constexpr const char* argument_name = "minutebook-argument";

std::string help_hint(const Command& command) {
  return "see: minutebook " + std::string(command.name) + " --help";
}

/// The library leaves blanks at the ends of lines.
void print_trimmed(const OptionTable& table) {
  std::stringstream text;
  text << table;
  for (std::string line; std::getline(text, line);) std::cout << line.erase(line.find_last_not_of(' ') + 1) << "\n";
}

void print_help(const Command& command, const OptionTable& table) {
  std::cout << "usage: minutebook " << command.name << (command.arguments.empty() ? "" : " ") << command.arguments
            << " [options]\n"
            << "  " << command.summary << "\n\nfor example:\n"
            << "  minutebook " << command.name << " " << command.example << "\n\n";
  print_trimmed(table);
}

std::string joined(const std::vector<std::string>& values, const char* separator) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : separator) + value;
  return out;
}

/// "-waste" is a query, and an option to whoever reads the command line.
std::string hint_for_unknown(const Command& command, const std::string& option) {
  const bool one_dash = option.size() > 1 && option[1] != '-';
  if (!one_dash || command.arguments.empty()) return help_hint(command);
  return "options first, then -- before what begins with a dash: minutebook " + std::string(command.name) +
         " [options] -- " + option;
}

/// An empty value is a variable that was never set more often than a wish for the default. Only queries may be empty.
void refuse_empty(const po::variables_map& values, const OptionTable& table, const Command& command) {
  for (const auto& [name, value] : values) {
    const auto* text = boost::any_cast<std::string>(&value.value());
    if (text == nullptr || !text->empty() || name == "query" || name == "mark") continue;
    if (table.find(name, false).semantic()->max_tokens() == 0) continue;
    throw schema::Error(schema::ErrorCode::usage, "--" + name + " is empty", help_hint(command));
  }
}

}  // namespace

std::string Options::text(const std::string& name) const {
  return has(name) ? values_[name].as<std::string>() : std::string();
}

std::vector<std::string> Options::arguments() const {
  return has(argument_name) ? values_[argument_name].as<std::vector<std::string>>() : std::vector<std::string>();
}

OptionTable all_options(const Command& command) {
  OptionTable table = command.options();
  table.add_options()("help,h", "this help");
  return table;
}

std::optional<Options> parse_options(const Command& command, const std::vector<std::string>& arguments) {
  const OptionTable shown = all_options(command);
  OptionTable all(shown);
  po::positional_options_description positional;
  if (!command.arguments.empty()) {
    all.add_options()(argument_name, po::value<std::vector<std::string>>());
    positional.add(argument_name, -1);
  }
  // Abbreviated options would turn into others as options are added.
  const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  try {
    po::store(po::command_line_parser(arguments).options(all).positional(positional).style(style).run(), values);
    po::notify(values);
  } catch (const po::too_many_positional_options_error&) {
    throw schema::Error(schema::ErrorCode::usage, std::string(command.name) + " takes no arguments besides options",
                        help_hint(command));
  } catch (const po::unknown_option& error) {
    throw schema::Error(schema::ErrorCode::usage, error.what(), hint_for_unknown(command, error.get_option_name()));
  } catch (const po::error& error) {
    throw schema::Error(schema::ErrorCode::usage, error.what(), help_hint(command));
  }
  if (values.count("help") > 0) {
    print_help(command, shown);
    return std::nullopt;
  }
  refuse_empty(values, all, command);
  Options options(std::move(values));
  // Arguments in brackets may be left out.
  if (!command.arguments.empty() && command.arguments.front() != '[' && options.arguments().empty()) {
    throw schema::Error(schema::ErrorCode::usage,
                        std::string(command.name) + " needs " + std::string(command.arguments), help_hint(command));
  }
  return options;
}

OptionTable empty_option_table() {
  const auto columns = static_cast<unsigned>(output_columns());
  // The names of options take half a line at most.
  return {"options", columns, columns / 2};
}

void add_index_option(OptionTable& table) {
  table.add_options()("index", po::value<std::string>()->value_name("DIR"),
                      "folder of the index (default: $MINUTEBOOK_INDEX, else minutebook in the XDG data folder)");
}

std::string index_folder(const Options& options) {
  const std::string given = options.text("index");
  return given.empty() ? schema::default_index_folder() : given;
}

void add_format_option(OptionTable& table, const std::vector<std::string>& formats) {
  const auto value = po::value<std::string>()->default_value(formats.front());
  table.add_options()("format", value->value_name(joined(formats, "|")), "form of the output");
}

std::string format_of(const Options& options, const std::vector<std::string>& formats) {
  const std::string format = options.text("format");
  if (std::find(formats.begin(), formats.end(), format) != formats.end()) return format;
  throw schema::Error(schema::ErrorCode::usage, "--format does not know \"" + format + "\"",
                      "it takes: " + joined(formats, ", "));
}

void add_metadata_options(OptionTable& table) {
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  table.add_options()(
      "manifest", text("FILE"),
      "what is known of each file: TSV or JSON with path, council, committee, date, kind, title, url, exempt")(
      "council", text("NAME"), "council of all files, by name or code")(
      "committee", text("NAME"), "committee of all files")("base-url", text("URL"),
                                                           "URL of the folder that the paths are relative to")(
      "councils", text("FILE"), "councils to add to the built-in registry (TSV)")(
      "topics", text("FILE"), "vocabulary to use instead of the built-in one (SKOS)");
}

indexer::MetadataOptions metadata_of(const Options& options) {
  return {options.text("manifest"), options.text("council"), options.text("committee"), options.text("base-url")};
}

}  // namespace minutebook::cli
