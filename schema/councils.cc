// The registry: reading its table, looking up codes, names and hosts. Names in running text: schema/find_councils.cc.
#include "schema/councils.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "schema/analysis.h"
#include "schema/characters.h"
#include "schema/council_names.h"
#include "schema/data.h"
#include "schema/error.h"
#include "schema/find_councils.h"
#include "schema/tab_table.h"

namespace minutebook::schema {

namespace {

const std::vector<std::string_view>& columns() {
  static const std::vector<std::string_view> names = {"code",      "gss",     "other_gss",      "official_name",
                                                      "nice_name", "type",    "nation",         "start_date",
                                                      "end_date",  "website", "committee_host", "aliases"};
  return names;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& byte : out) byte = ascii_lower(byte);
  return out;
}

class RowReader {
 public:
  RowReader(const TabRow& row, const std::string& table) : row_(row), table_(table) {}

  Council read() const {
    Council council;
    council.registry_code = required(0);
    council.code = cell(1).empty() ? council.registry_code : cell(1);
    for (const std::string_view code : split_list(row_.cells[2], ';')) council.former_codes.emplace_back(code);
    council.official_name = required(3);
    council.nice_name = required(4);
    council.type = required(5);
    council.nation = cell(6);
    council.start = date(7);
    council.end = date(8);
    council.website = lower(cell(9));
    council.committee_host = lower(cell(10));
    for (const std::string_view alias : split_list(row_.cells[11], ';')) council.aliases.emplace_back(alias);
    return council;
  }

 private:
  std::string cell(std::size_t column) const { return std::string(row_.cells[column]); }

  std::string required(std::size_t column) const {
    if (row_.cells[column].empty()) fail(column, "is empty");
    return cell(column);
  }

  Date date(std::size_t column) const {
    if (row_.cells[column].empty()) return {};
    const std::optional<Date> parsed = parse_iso_date(row_.cells[column]);
    if (!parsed) fail(column, "'" + cell(column) + "' is no date of the form yyyy-mm-dd");
    return *parsed;
  }

  [[noreturn]] void fail(std::size_t column, const std::string& why) const {
    throw Error(ErrorCode::unreadable,
                table_ + ":" + std::to_string(row_.line) + ": " + std::string(columns()[column]) + " " + why,
                "correct the line, or leave the table out");
  }

  const TabRow& row_;
  const std::string& table_;
};

std::vector<Council> read_councils(std::string_view tsv, const std::string& name) {
  std::vector<Council> councils;
  std::unordered_map<std::string, std::size_t> lines;
  for (const TabRow& row : read_tab_table(tsv, columns(), name)) {
    councils.push_back(RowReader(row, name).read());
    const auto [first, added] = lines.emplace(councils.back().registry_code, row.line);
    if (!added) {
      throw Error(ErrorCode::unreadable, name + ":" + std::to_string(row.line) + ": code '" + first->first +
                                             "' stands in line " + std::to_string(first->second) + " already");
    }
  }
  return councils;
}

bool existed(const Council& council, const Date& date) {
  return (!council.start.known() || council.start <= date) && (!council.end.known() || date <= council.end);
}

}  // namespace

CouncilRegistry CouncilRegistry::from_tsv(std::string_view tsv, const std::string& name_for_errors) {
  CouncilRegistry registry;
  registry.councils_ = read_councils(tsv, name_for_errors);
  registry.index();
  return registry;
}

const CouncilRegistry& CouncilRegistry::built_in() {
  static const CouncilRegistry registry = from_tsv(embedded_councils(), "schema/councils.tsv");
  return registry;
}

CouncilRegistry CouncilRegistry::with_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string tsv{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    throw Error(ErrorCode::unreadable, path + ": the table of councils cannot be read",
                "check the path and its permissions");
  }
  CouncilRegistry registry;
  registry.councils_ = read_councils(embedded_councils(), "schema/councils.tsv");
  for (Council& council : read_councils(tsv, path)) {
    const auto same = std::find_if(registry.councils_.begin(), registry.councils_.end(),
                                   [&](const Council& known) { return known.registry_code == council.registry_code; });
    if (same == registry.councils_.end()) {
      registry.councils_.push_back(std::move(council));
    } else {
      *same = std::move(council);
    }
  }
  registry.index();
  return registry;
}

void CouncilRegistry::add_host(const std::string& host, std::size_t row) {
  if (host.empty()) return;
  std::vector<std::size_t>& rows = by_host_[host.starts_with("www.") ? host.substr(4) : host];
  if (rows.empty() || rows.back() != row) rows.push_back(row);
}

void CouncilRegistry::index() {
  auto finder = std::make_shared<CouncilFinder>();
  for (std::size_t row = 0; row < councils_.size(); ++row) {
    const Council& council = councils_[row];
    by_code_.emplace(council.code, row);
    by_code_.emplace(council.registry_code, row);
    for (const std::string& code : council.former_codes) by_code_.emplace(code, row);
    add_host(council.committee_host, row);
    add_host(council.website, row);
    for (const CouncilName& name : names_of_council(council)) {
      std::string key;
      for (const std::string& word : name.words) key += key.empty() ? word : " " + word;
      by_key_[key].push_back(row);
      finder->add(name, row);
    }
  }
  finder->finish();
  finder_ = std::move(finder);
}

const Council* CouncilRegistry::by_code(std::string_view code) const {
  const auto found = by_code_.find(std::string(code));
  return found == by_code_.end() ? nullptr : &councils_[found->second];
}

std::vector<const Council*> CouncilRegistry::existing(const std::vector<std::size_t>& rows, const Date& date) const {
  std::vector<const Council*> all;
  for (const std::size_t row : rows) all.push_back(&councils_[row]);
  if (!date.known() || all.size() < 2) return all;
  std::vector<const Council*> then;
  std::copy_if(all.begin(), all.end(), std::back_inserter(then),
               [&](const Council* council) { return existed(*council, date); });
  return then.empty() ? all : then;
}

std::vector<const Council*> CouncilRegistry::by_name(std::string_view name, const Date& date) const {
  const auto found = by_key_.find(council_key(name));
  if (found != by_key_.end()) return existing(found->second, date);
  std::string code(name);
  for (char& byte : code) {
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - ('a' - 'A'));
  }
  const Council* council = by_code(code);
  return council == nullptr ? std::vector<const Council*>() : std::vector<const Council*>{council};
}

std::vector<const Council*> CouncilRegistry::by_host(std::string_view host, const Date& date) const {
  std::string rest = lower(host);
  while (true) {
    const auto found = by_host_.find(rest);
    if (found != by_host_.end()) return existing(found->second, date);
    const std::size_t dot = rest.find('.');
    if (dot == std::string::npos) return {};
    rest.erase(0, dot + 1);
  }
}

std::vector<CouncilMention> CouncilRegistry::find(std::string_view text, bool places) const {
  std::vector<CouncilMention> mentions;
  for (const CouncilFinder::Match& match : finder_->find(text, places)) {
    CouncilMention mention{match.begin, match.end, {}, match.full};
    for (const std::size_t row : match.rows) mention.councils.push_back(&councils_[row]);
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

std::string host_of_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  } else if (url.starts_with("//")) {
    url.remove_prefix(2);
  } else {
    return {};
  }
  url = url.substr(0, url.find_first_of("/?#"));
  const std::size_t user = url.rfind('@');
  if (user != std::string_view::npos) url.remove_prefix(user + 1);
  if (!url.starts_with('[')) url = url.substr(0, url.find(':'));
  return lower(url);
}

}  // namespace minutebook::schema
