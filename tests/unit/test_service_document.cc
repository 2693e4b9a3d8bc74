// What docs/service.md lists of addresses, parameters and settings is what the tables in the code have.
// MINUTEBOOK_UPDATE=1 writes it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include "server/config.h"
#include "server/route.h"
#include "server/search_filters.h"

namespace minutebook::server {
namespace {

/// "lang" of a page that searches nothing is its language, no filter.
bool is_filter(const ParameterSpec& spec) {
  return std::any_of(filter_parameters.begin(), filter_parameters.end(), [&](const ParameterSpec& one) {
    return one.name == spec.name && one.description == spec.description;
  });
}

std::string routes_table() {
  std::ostringstream out;
  out << "\n| address | answers | takes |\n|---|---|---|\n";
  for (const Route& route : routes()) {
    const bool with_id = route.path.size() > 1 && route.path.ends_with('/');
    out << "| `" << route.path << (with_id ? "ID" : "") << "` | " << route.summary << " |";
    bool filters = false;
    std::string between = " ";
    for (const ParameterSpec& one : route.parameters) {
      if (is_filter(one)) {
        filters = true;
        continue;
      }
      out << between << "`" << one.name << "`";
      between = ", ";
    }
    out << (filters ? between + "filters |" : " |") << "\n";
  }
  out << "\n";
  return out.str();
}

std::string parameters_table() {
  std::map<std::string, std::string> meanings;
  for (const Route& route : routes()) {
    for (const ParameterSpec& one : route.parameters) {
      if (is_filter(one)) continue;
      std::string meaning(one.description);
      if (!one.choices.empty()) meaning += "; one of: " + std::string(one.choices);
      if (one.repeated) meaning += "; may be repeated";
      std::string& known = meanings[std::string(one.name)];
      if (known.find(meaning) == std::string::npos) known += (known.empty() ? "" : " / ") + meaning;
    }
  }
  for (const ParameterSpec& one : filter_parameters) {
    std::string& known = meanings[std::string(one.name)];
    known += std::string(known.empty() ? "" : " / ") + "filter: " + std::string(one.description) +
             (one.repeated ? "; may be repeated" : "");
  }
  std::string table = "\n| parameter | means |\n|---|---|\n";
  for (const auto& [name, meaning] : meanings) table += "| `" + name + "` | " + meaning + " |\n";
  return table + "\n";
}

void compare(const std::string& name, const std::string& wanted) {
  const std::string path = std::string(MINUTEBOOK_SOURCE_DIR) + "/docs/service.md";
  std::ifstream in(path);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const std::string open = "<!-- " + name + " -->\n";
  const std::size_t from = text.find(open);
  const std::size_t to = text.find("<!-- /" + name + " -->");
  ASSERT_TRUE(from != std::string::npos && to != std::string::npos) << path << " has no place for " << name;
  const std::size_t begin = from + open.size();
  if (std::getenv("MINUTEBOOK_UPDATE") != nullptr) {
    text.replace(begin, to - begin, wanted);
    std::ofstream(path) << text;
    return;
  }
  EXPECT_EQ(text.substr(begin, to - begin), wanted) << "run the tests with MINUTEBOOK_UPDATE=1 and look at the change";
}

TEST(ReadmeOfTheService, ListsEveryAddress) {
  compare("addresses", routes_table());
}
TEST(ReadmeOfTheService, ListsEveryParameter) {
  compare("parameters", parameters_table());
}
TEST(ReadmeOfTheService, ListsEverySetting) {
  compare("settings", "\n```toml\n" + config_example() + "```\n\n");
}

}  // namespace
}  // namespace minutebook::server
