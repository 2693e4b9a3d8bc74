#include "indexer/extract/decision_labels.h"

#include <algorithm>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

const std::string* value_of(const std::vector<LabelledValue>& values, std::initializer_list<std::string_view> labels) {
  for (const std::string_view label : labels) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const LabelledValue& one) { return lower(one.label) == label; });
    if (found != values.end() && !found->value.empty()) return &found->value;
  }
  return nullptr;
}

void add_wards(std::string_view value, DocumentFacts& facts) {
  while (!value.empty()) {
    const std::size_t end = std::min(value.find_first_of(";,"), value.size());
    std::string_view ward = trim(value.substr(0, end));
    if (ward.starts_with('(') && ward.ends_with(')')) ward = trim(ward.substr(1, ward.size() - 2));  // "(All Wards);"
    if (!ward.empty()) facts.wards.emplace_back(ward);
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

/// "Cabinet Member for Highways (Historic)" -> "Highways": the office of a member who decides alone.
std::string portfolio_of_office(std::string_view office) {
  for (const std::string_view lead : {"cabinet member for ", "executive member for ", "portfolio holder for ",
                                      "lead member for ", "cabinet member - ", "cabinet member "}) {
    if (!begins(office, lead)) continue;
    std::string_view name = office.substr(lead.size());
    name = trim(name.substr(0, name.find('(')));
    return std::string(name.substr(0, name.find(';')));
  }
  return {};
}

}  // namespace

void add_decision_facts(const std::vector<LabelledValue>& values, DocumentFacts& facts) {
  if (const std::string* day =
          value_of(values, {"date of decision", "decision date", "date decision made", "dyddiad y penderfyniad"})) {
    const auto dates = schema::find_dates(*day);
    if (!dates.empty()) facts.date = schema::iso_date(dates.front().date);
  }
  // "07/11/2018 - Cabinet"
  if (const std::string* meeting =
          value_of(values, {"decided at meeting", "made at meeting", "decision made at meeting"})) {
    const auto dates = schema::find_dates(*meeting);
    if (!dates.empty() && facts.date.empty()) facts.date = schema::iso_date(dates.front().date);
    std::string_view name = *meeting;
    if (!dates.empty()) name = trim(name.substr(dates.front().end));
    while (!name.empty() && (name.front() == '-' || name.front() == ' ')) name.remove_prefix(1);
    facts.committee = std::string(name);
  }
  if (const std::string* key = value_of(values, {"is key decision?", "is key decision", "is this a key decision?",
                                                 "key decision?", "key decision"})) {
    if (begins_word(*key, "yes")) facts.key_decision = "true";
    if (begins_word(*key, "no") || begins_word(*key, "non-key")) facts.key_decision = "false";
  }
  // "Decision type: Key" of a plan's entry.
  if (const std::string* type = value_of(values, {"decision type"}); type != nullptr && facts.key_decision.empty()) {
    if (begins_word(*type, "key")) facts.key_decision = "true";
    if (begins_word(*type, "non-key")) facts.key_decision = "false";
  }
  if (const std::string* wards = value_of(values, {"wards affected", "ward affected", "divisions affected",
                                                   "electoral divisions affected", "wardiau a effeithir"}))
    add_wards(*wards, facts);
  if (const std::string* portfolio = value_of(values, {"portfolio", "cabinet portfolio"})) {
    facts.portfolios.push_back(*portfolio);
  } else if (const std::string* maker = value_of(values, {"decision maker", "decision-maker"})) {
    const std::string office = portfolio_of_office(*maker);
    if (!office.empty()) facts.portfolios.push_back(office);
  }
}

std::optional<MeetingTitle> meeting_of_issue(std::string_view line) {
  while (line.starts_with('#') || line.starts_with('*') || line.starts_with(' ')) line.remove_prefix(1);
  if (!begins_word(line, "meeting:") && !begins(line, "meeting: ")) return std::nullopt;
  const auto dates = schema::find_dates(line);
  if (dates.empty()) return std::nullopt;
  std::string_view name = trim(line.substr(dates.front().end));
  while (name.starts_with('-') || name.starts_with(' ')) name.remove_prefix(1);
  name = trim(name.substr(0, name.find(" (Item")));
  while (name.ends_with('*')) name.remove_suffix(1);
  const std::size_t remark = name.find(" (");  // "Audit Board (this committee no longer meets)"
  if (name.ends_with(')') && remark != std::string_view::npos && word_count(name.substr(remark)) > 4)
    name = name.substr(0, remark);
  return MeetingTitle{std::string(name), dates.front().date};
}

bool announces_decision(const std::vector<LabelledValue>& values) {
  const bool due = value_of(values, {"decision due date", "decision due", "decision due in period",
                                     "notice of proposed decision first published", "notice of decision"}) != nullptr;
  return due && value_of(values, {"date of decision", "decided at meeting", "made at meeting"}) == nullptr;
}

}  // namespace minutebook::indexer
