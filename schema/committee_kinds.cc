// The kind of a committee: ordered rules of schema/committee_kinds.tsv. Keys and display forms:
// schema/committee_names.cc.
#include "schema/committee_kinds.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "schema/analysis.h"
#include "schema/data.h"
#include "schema/name_pattern.h"
#include "schema/tab_table.h"

namespace minutebook::schema {

namespace {

// A name is a line of a front page; what is longer is none.
constexpr std::size_t longest_name = 400;
constexpr std::size_t most_kept_results = 20000;

struct KindRule {
  std::string kind;
  NamePattern pattern;
};

std::vector<KindRule> read_rules() {
  std::vector<KindRule> rules;
  for (const TabRow& row :
       read_tab_table(embedded_committee_kinds(), {"kind", "regex"}, "schema/committee_kinds.tsv")) {
    rules.push_back({std::string(row.cells[0]), NamePattern(row.cells[1])});
  }
  return rules;
}

const std::vector<KindRule>& rules() {
  static const std::vector<KindRule> all = read_rules();
  return all;
}

std::string decide(const std::string& name) {
  for (const KindRule& rule : rules()) {
    if (rule.pattern.found_in(name)) return rule.kind;
  }
  return "other";
}

/// Names come back on every paper of a committee; an expression costs some microseconds, a look here a fraction of one.
class KindCache {
 public:
  std::string kind_of(std::string_view name) {
    const std::string key(cut_utf8(name, longest_name));
    {
      const std::lock_guard lock(mutex_);
      const auto found = kinds_.find(key);
      if (found != kinds_.end()) return found->second;
    }
    const std::string display = committee_display(key);
    std::string kind = display.empty() ? std::string() : decide(display);
    const std::lock_guard lock(mutex_);
    if (kinds_.size() >= most_kept_results) kinds_.clear();
    kinds_.emplace(key, kind);
    return kind;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> kinds_;
};

std::vector<std::string> distinct_kinds() {
  std::vector<std::string> kinds;
  for (const KindRule& rule : rules()) {
    if (rule.kind != "other" && std::find(kinds.begin(), kinds.end(), rule.kind) == kinds.end())
      kinds.push_back(rule.kind);
  }
  kinds.emplace_back("other");
  return kinds;
}

}  // namespace

std::string committee_kind(std::string_view name) {
  static KindCache cache;
  return cache.kind_of(name);
}

const std::vector<std::string>& committee_kinds() {
  static const std::vector<std::string> kinds = distinct_kinds();
  return kinds;
}

}  // namespace minutebook::schema
