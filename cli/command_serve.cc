#include <iostream>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print_coverage.h"
#include "schema/error.h"
#include "server/embed.h"
#include "server/serve.h"

namespace minutebook::cli {
namespace {

namespace po = boost::program_options;

}  // namespace

OptionTable options_of_serve() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  auto add = table.add_options();
  add("config", po::value<std::string>()->value_name("FILE"), "settings, in TOML");
  add("listen", po::value<std::vector<std::string>>()->value_name("ADDRESS:PORT|/SOCKET"),
      "where to listen (default: 127.0.0.1:8080); may be repeated");
  add("embed-line", "print the lines that put the search into a page, the second with a hash of integrity, and stop");
  add("example-config", "print all settings, each with an example and what it means, and stop");
  return table;
}

int run_serve(const Options& options) {
  if (!options.arguments().empty())
    throw schema::Error(schema::ErrorCode::usage, "serve takes no argument \"" + options.arguments().front() + "\"");
  if (options.has("example-config")) {
    std::cout << server::config_example();
    return exit_success;
  }
  server::Config config = options.has("config") ? server::read_config(options.text("config")) : server::Config{};
  if (options.has("embed-line")) {
    std::cout << server::embed_line(config.base_url, false) << "\n"
              << server::embed_line(config.base_url, true) << "\n";
    if (config.base_url.empty())
      std::cerr << "note: the address is an example; give yours as base-url in the file of --config\n";
    return exit_success;
  }
  if (options.has("index") || config.index.empty()) config.index = index_folder(options);
  if (options.has("listen")) config.listen = options.value<std::vector<std::string>>("listen");
  server::serve(config, [](const schema::Index& index) { return coverage_json(index); });
  return exit_success;
}

}  // namespace minutebook::cli
