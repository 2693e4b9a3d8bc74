#include "indexer/manifest_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "indexer/source_file.h"
#include "schema/analysis.h"
#include "schema/date.h"
#include "schema/error.h"
#include "schema/file.h"

namespace minutebook::indexer {
namespace {

using schema::Error;
using schema::ErrorCode;

constexpr std::array<std::string_view, 8> columns = {"path", "council", "committee", "date",
                                                     "kind", "title",   "url",       "exempt"};

bool is_column(std::string_view name) {
  return std::find(columns.begin(), columns.end(), name) != columns.end();
}

[[noreturn]] void refuse(const std::string& place, const std::string& what, std::string hint = {}) {
  throw Error(ErrorCode::usage, place + ": " + what, std::move(hint));
}

std::string column_hint() {
  std::string hint = "columns are ";
  for (const std::string_view column : columns) hint += (column == columns.front() ? "" : ", ") + std::string(column);
  return hint;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

schema::Date read_date(const std::string& value, const std::string& place) {
  const std::optional<schema::DateRange> range = schema::parse_date_range(value);
  if (!range || !range->from || range->from != range->to) {
    refuse(place, "\"" + value + "\" is not a date", "write it as 2024-01-08");
  }
  return *range->from;
}

bool read_flag(std::string value, const std::string& place) {
  for (char& c : value) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (value == "yes" || value == "true") return true;
  if (value == "no" || value == "false") return false;
  refuse(place, "exempt is \"" + value + "\"", "write yes or no");
}

schema::PaperKind read_kind(const std::string& value, const std::string& place) {
  const std::optional<schema::PaperKind> kind = schema::paper_kind_of(value);
  if (kind) return *kind;
  std::string hint = "kinds are ";
  for (int i = 0; i < schema::paper_kind_count; ++i)
    hint += (i == 0 ? "" : ", ") + std::string(name_of(static_cast<schema::PaperKind>(i)));
  refuse(place, "\"" + value + "\" is not a kind of paper", hint);
}

/// Rows are added cell by cell, whatever the file is written in.
class RowReader {
 public:
  RowReader(std::string folder, std::string place) : folder_(std::move(folder)) { row_.place = std::move(place); }

  void set(std::string_view column, const std::string& value) {
    if (value.empty()) return;
    SuppliedMetadata& metadata = row_.metadata;
    if (column == "path") row_.path = absolute_path((std::filesystem::path(folder_) / value).string());
    if (column == "council") metadata.council = schema::to_nfc(value);
    if (column == "committee") metadata.committee = schema::to_nfc(value);
    if (column == "date") metadata.date = read_date(value, row_.place);
    if (column == "kind") metadata.kind = read_kind(value, row_.place);
    if (column == "title") metadata.title = schema::to_nfc(value);
    if (column == "url") metadata.url = value;
    if (column == "exempt") metadata.exempt = read_flag(value, row_.place);
  }

  ManifestRow take() {
    if (row_.path.empty()) refuse(row_.place, "no path is given");
    return std::move(row_);
  }

 private:
  std::string folder_;
  ManifestRow row_;
};

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(trimmed(line.substr(0, tab)));
    if (tab == line.npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

void check_header(const std::vector<std::string>& header, const std::string& place) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (!is_column(header[i])) refuse(place, "unknown column \"" + header[i] + "\"", column_hint());
    const auto here = header.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(header.begin(), here, header[i]) != here)
      refuse(place, "column \"" + header[i] + "\" stands there twice");
  }
  if (std::find(header.begin(), header.end(), "path") == header.end())
    refuse(place, "there is no column \"path\"", column_hint());
}

std::vector<ManifestRow> read_table(std::string_view text, const std::string& name, const std::string& folder) {
  std::vector<ManifestRow> rows;
  std::vector<std::string> header;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    if (trimmed(line).empty()) continue;
    const std::string place = name + " line " + std::to_string(number);
    const std::vector<std::string> cells = cells_of(line);
    if (header.empty()) {
      check_header(cells, place);
      header = cells;
      continue;
    }
    if (cells.size() > header.size()) {
      refuse(place, std::to_string(cells.size()) + " cells under " + std::to_string(header.size()) + " columns");
    }
    RowReader reader(folder, place);
    for (std::size_t i = 0; i < cells.size(); ++i) reader.set(header[i], cells[i]);
    rows.push_back(reader.take());
  }
  if (header.empty()) refuse(name, "the manifest is empty", column_hint());
  return rows;
}

std::string json_value(const nlohmann::json& value, const std::string& key, const std::string& place) {
  if (value.is_null()) return {};
  if (value.is_boolean() && key == "exempt") return value.get<bool>() ? "yes" : "no";
  if (!value.is_string()) refuse(place, "the value of \"" + key + "\" is not a string");
  return trimmed(value.get<std::string>());
}

std::vector<ManifestRow> read_json(std::string_view text, const std::string& name, const std::string& folder) {
  nlohmann::json entries;
  try {
    entries = nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    refuse(name, "not JSON at byte " + std::to_string(error.byte));
  }
  if (!entries.is_array()) refuse(name, "not an array of objects");
  std::vector<ManifestRow> rows;
  for (const nlohmann::json& entry : entries) {
    const std::string place = name + " entry " + std::to_string(rows.size() + 1);
    if (!entry.is_object()) refuse(place, "not an object");
    RowReader reader(folder, place);
    for (const auto& [key, value] : entry.items()) {
      if (!is_column(key)) refuse(place, "unknown key \"" + key + "\"", column_hint());
      reader.set(key, json_value(value, key, place));
    }
    rows.push_back(reader.take());
  }
  return rows;
}

}  // namespace

std::vector<ManifestRow> read_manifest(const std::string& file) {
  const std::string bytes = schema::read_file(file);
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string folder = std::filesystem::path(absolute_path(file)).parent_path().string();
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  const bool json = start != text.npos && (text[start] == '[' || text[start] == '{');
  std::vector<ManifestRow> rows = json ? read_json(text, file, folder) : read_table(text, file, folder);
  std::set<std::string_view> paths;
  for (const ManifestRow& row : rows) {
    if (!paths.insert(row.path).second) refuse(row.place, row.path + " stands in the manifest twice");
  }
  return rows;
}

}  // namespace minutebook::indexer
