// Options of commands: parsing with help and clear refusals, and the options several commands share.
// Knows nothing of what a command does.
#pragma once

#include <boost/program_options.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/supplied_metadata.h"

namespace minutebook::cli {

using OptionTable = boost::program_options::options_description;

/// Values of the options of one call.
class Options {
 public:
  explicit Options(boost::program_options::variables_map values) : values_(std::move(values)) {}

  bool has(const std::string& name) const { return values_.count(name) > 0; }
  /// Empty if not given.
  std::string text(const std::string& name) const;
  /// What stands on the command line besides options.
  std::vector<std::string> arguments() const;
  template <typename Value>
  Value value(const std::string& name) const {
    return values_[name].as<Value>();
  }

 private:
  boost::program_options::variables_map values_;
};

struct Command;

/// The options of a command with those that all have.
OptionTable all_options(const Command& command);

/// Parses what stands behind the command's name. nullopt: --help was asked for, and printed.
/// Throws Error (usage) with a hint for what is unknown, missing or too much.
std::optional<Options> parse_options(const Command& command, const std::vector<std::string>& arguments);

/// A table without options, as wide as help is printed.
OptionTable empty_option_table();

/// --index DIR
void add_index_option(OptionTable& table);
std::string index_folder(const Options& options);

/// --format; the first of `formats` is the default.
void add_format_option(OptionTable& table, const std::vector<std::string>& formats);
/// Throws Error (usage) for a format that is not one of `formats`.
std::string format_of(const Options& options, const std::vector<std::string>& formats);

/// --manifest, --council, --committee, --base-url, --councils, --topics
void add_metadata_options(OptionTable& table);
indexer::MetadataOptions metadata_of(const Options& options);

}  // namespace minutebook::cli
