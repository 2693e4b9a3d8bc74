#include "query/export_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "query/export_digest.h"
#include "schema/error.h"

namespace minutebook::query {

namespace {

using Json = nlohmann::json;

[[noreturn]] void fail(const std::string& name, const std::string& what) {
  throw schema::Error(schema::ErrorCode::unreadable, name + " " + what,
                      "an export is made with: minutebook search QUERY --mentions --format ndjson (or csv)");
}

std::string text_of(const Json& line, const char* key) {
  const auto found = line.find(key);
  if (found == line.end() || found->is_null()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

ExportedMention mention_of(const Json& line) {
  return {.id = text_of(line, "mention"),
          .item_id = text_of(line, "id"),
          .match = text_of(line, "match"),
          .page = text_of(line, "page"),
          .paragraph = text_of(line, "paragraph"),
          .committee = text_of(line, "committee"),
          .date = text_of(line, "date"),
          .number = text_of(line, "number"),
          .title = text_of(line, "title"),
          .text = text_of(line, "text")};
}

void read_head(const Json& line, const std::string& name, ExportFile& file) {
  if (text_of(line, "export") != "mentions") fail(name, "is no export of mentions");
  file.query = text_of(line, "query");
  try {
    file.expand = line.value("expand", true);
    file.only = line.value("only", false);
    file.without = line.value("without", std::vector<std::string>());
    file.boilerplate = line.value("boilerplate", "include") != "exclude";
  } catch (const Json::exception&) {
    fail(name, "is damaged in line 1");
  }
}

void read_end(const Json& line, const std::string& name, ExportFile& file) {
  const auto revision = line.find("revision");
  if (revision == line.end() || !revision->is_number_unsigned()) fail(name, "is damaged in its last line");
  file.revision = *revision;
  file.digest = text_of(line, "digest");
  if (file.digest.empty()) fail(name, "is damaged in its last line");
}

void read_lines(std::istream& in, const std::string& name, std::string line, ExportFile& file) {
  bool closed = false;
  std::size_t number = 1;
  do {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || closed) fail(name, "is damaged in line " + std::to_string(number));
    if (number == 1) {
      read_head(json, name, file);
    } else if (json.contains("end")) {
      read_end(json, name, file);
      closed = true;
    } else {
      file.mentions.push_back(mention_of(json));
    }
    ++number;
  } while (std::getline(in, line));
  if (!closed) fail(name, "was cut off: the line that closes an export is missing");
}

/// Cells of the next row of a CSV file (RFC 4180); nullopt: the end.
std::optional<std::vector<std::string>> csv_row(std::istream& in) {
  if (in.peek() == std::istream::traits_type::eof()) return std::nullopt;
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (char c = 0; in.get(c);) {
    if (quoted) {
      if (c != '"') {
        cells.back() += c;
      } else if (in.peek() == '"') {
        cells.back() += static_cast<char>(in.get());
      } else {
        quoted = false;
      }
    } else if (c == '"' && cells.back().empty()) {
      quoted = true;
    } else if (c == ',') {
      cells.emplace_back();
    } else if (c == '\n') {
      break;
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

/// Without the apostrophe that keeps a spreadsheet from taking a cell for a formula.
std::string unguarded(std::string cell) {
  if (cell.size() > 1 && cell[0] == '\'' && std::string("=+-@\t\r").find(cell[1]) != std::string::npos)
    cell.erase(0, 1);
  return cell;
}

struct Column {
  const char* name;
  std::string ExportedMention::*member;
};

constexpr std::array<Column, 10> columns = {{{"mention_id", &ExportedMention::id},
                                             {"item_id", &ExportedMention::item_id},
                                             {"match", &ExportedMention::match},
                                             {"page", &ExportedMention::page},
                                             {"paragraph", &ExportedMention::paragraph},
                                             {"committee", &ExportedMention::committee},
                                             {"date", &ExportedMention::date},
                                             {"number", &ExportedMention::number},
                                             {"title", &ExportedMention::title},
                                             {"text", &ExportedMention::text}}};

void read_csv(std::istream& in, const std::string& name, ExportFile& file) {
  const std::vector<std::string> heads = csv_row(in).value_or(std::vector<std::string>());
  const auto place = [&](const std::string& head) {
    const auto found = std::find(heads.begin(), heads.end(), head);
    if (found == heads.end()) fail(name, "is no export of mentions: it has no column \"" + head + "\"");
    return static_cast<std::size_t>(found - heads.begin());
  };
  std::array<std::size_t, columns.size()> places{};
  for (std::size_t i = 0; i < columns.size(); ++i) places[i] = place(columns[i].name);
  const std::size_t revision = place("revision");
  while (const auto cells = csv_row(in)) {
    if (cells->size() != heads.size())
      fail(name, "is damaged in row " + std::to_string(file.mentions.size() + 2) + ": it has " +
                     std::to_string(cells->size()) + " cells, the first row " + std::to_string(heads.size()));
    ExportedMention& mention = file.mentions.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i) mention.*columns[i].member = unguarded((*cells)[places[i]]);
    file.revision = std::strtoull((*cells)[revision].c_str(), nullptr, 10);
  }
}

}  // namespace

ExportFile read_export(std::istream& in, const std::string& name) {
  ExportFile file;
  if (in.peek() == std::istream::traits_type::eof()) fail(name, "is empty");
  if (in.peek() == '{') {
    std::string line;
    std::getline(in, line);
    read_lines(in, name, std::move(line), file);
  } else {
    read_csv(in, name, file);
  }
  if (in.bad()) fail(name, "cannot be read");
  ExportDigest digest;
  for (const ExportedMention& mention : file.mentions) digest.add(mention.id, mention.match == "whole");
  file.counted = digest.text();
  if (!file.digest.empty() && file.digest != file.counted)
    fail(name, "was changed: its rows are not those of its digest");
  return file;
}

ExportDifference compare_exports(const std::vector<ExportedMention>& before,
                                 const std::vector<ExportedMention>& after) {
  std::map<std::string, const ExportedMention*> old;
  for (const ExportedMention& one : before) old.emplace(one.id, &one);
  std::set<std::string> kept;
  std::map<std::string, std::vector<const ExportedMention*>> came;  // by item
  ExportDifference difference;
  for (const ExportedMention& one : after) {
    const auto found = old.find(one.id);
    if (found == old.end()) {
      came[one.item_id].push_back(&one);
      continue;
    }
    kept.insert(one.id);
    if (*found->second != one) difference.changed.push_back({*found->second, one});
  }
  std::map<std::string, std::vector<const ExportedMention*>> went;
  for (const ExportedMention& one : before) {
    if (!kept.contains(one.id)) went[one.item_id].push_back(&one);
  }
  const auto replaced = [&](const std::string& item) {
    return came.contains(item) && went.contains(item) && came[item].size() == 1 && went[item].size() == 1;
  };
  for (const ExportedMention& one : after) {
    if (old.contains(one.id)) continue;
    if (replaced(one.item_id)) {
      difference.changed.push_back({*went[one.item_id].front(), one});
    } else {
      difference.added.push_back(one);
    }
  }
  for (const ExportedMention& one : before) {
    if (!kept.contains(one.id) && !replaced(one.item_id)) difference.removed.push_back(one);
  }
  return difference;
}

}  // namespace minutebook::query
