// The README's table of fields is the table in the code. MINUTEBOOK_UPDATE=1 writes it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "schema/fields.h"

namespace minutebook::schema {
namespace {

std::string fields_table() {
  std::ostringstream out;
  out << "\n| field | or | facet | finds | example |\n|---|---|---|---|---|\n";
  for (const Field& field : fields) {
    out << "| `" << field.name << ":` | " << (field.alias.empty() ? "" : "`" + std::string(field.alias) + ":`") << " | "
        << (field.facet ? "yes" : "") << " | " << field.description << " | `" << field.example << "` |\n";
  }
  out << "\n";
  return out.str();
}

void compare(const std::string& file) {
  const std::string path = std::string(MINUTEBOOK_SOURCE_DIR) + "/" + file;
  std::ifstream in(path);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const std::string open = "<!-- fields -->\n";
  const std::string close = "<!-- /fields -->";
  const std::size_t from = text.find(open);
  const std::size_t to = text.find(close);
  ASSERT_TRUE(from != std::string::npos && to != std::string::npos) << file << " has no place for the table of fields";
  const std::size_t begin = from + open.size();
  if (std::getenv("MINUTEBOOK_UPDATE") != nullptr) {
    text.replace(begin, to - begin, fields_table());
    std::ofstream(path) << text;
    return;
  }
  EXPECT_EQ(text.substr(begin, to - begin), fields_table())
      << "run the tests with MINUTEBOOK_UPDATE=1 and look at the change";
}

TEST(Readme, TableOfFields) {
  compare("README.md");
}
TEST(Readme, TableOfFieldsInTheLanguagesReference) {
  compare("docs/query-language.md");
}

}  // namespace
}  // namespace minutebook::schema
