#include "schema/paper.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "schema/analysis.h"
#include "schema/committee_kinds.h"
#include "schema/digest.h"

namespace minutebook::schema {

namespace {

constexpr std::array<std::string_view, paper_kind_count> paper_kind_names = {
    "agenda", "minutes", "report", "decision", "appendix", "work-programme", "forward-plan", "presentation", "other"};

constexpr std::array<std::string_view, passage_kind_count> passage_kind_names = {
    "text",     "heading",    "resolution",  "recommendation", "action",
    "question", "attendance", "declaration", "table-row",      "boilerplate"};

constexpr std::array<std::string_view, 9> outcome_names = {
    "", "noted", "agreed", "approved", "recommended", "referred", "deferred", "withdrawn", "lost"};

constexpr std::array<std::string_view, 4> attendance_names = {"present", "apologies", "absent", "in-attendance"};

constexpr std::array<std::string_view, language_count> language_names = {"", "en", "cy", "both"};

constexpr std::size_t paper_id_characters = 12;
constexpr std::size_t mention_id_characters = 8;

template <typename Kind, std::size_t size>
std::optional<Kind> kind_of(const std::array<std::string_view, size>& names, std::string_view name) {
  std::string wanted = fold_text(name);
  std::replace(wanted.begin(), wanted.end(), ' ', '-');
  std::replace(wanted.begin(), wanted.end(), '_', '-');
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) return std::nullopt;
  return static_cast<Kind>(found - names.begin());
}

/// What identifies a paper whose council, committee and date are all unknown: what it says.
std::string content_key(const Paper& paper) {
  std::string key(name_of(paper.kind));
  for (const Item& item : paper.items) {
    for (const Passage& passage : item.passages) key.append("\n").append(passage.text);
  }
  return key;
}

std::string meeting_key(const Paper& paper) {
  std::string key = paper.council;
  key.append("|").append(committee_key(paper.committee, paper.council_name));
  key.append("|").append(iso_date(paper.date));
  key.append("|").append(name_of(paper.kind));
  key.append("|").append(paper.distinction);
  return key;
}

}  // namespace

std::string_view name_of(PaperKind kind) {
  return paper_kind_names[static_cast<std::size_t>(kind)];
}
std::string_view name_of(PassageKind kind) {
  return passage_kind_names[static_cast<std::size_t>(kind)];
}
std::string_view name_of(Outcome outcome) {
  return outcome_names[static_cast<std::size_t>(outcome)];
}
std::string_view name_of(Language language) {
  return language_names[static_cast<std::size_t>(language)];
}
std::string_view name_of(Attendance attendance) {
  return attendance_names[static_cast<std::size_t>(attendance)];
}

std::optional<PaperKind> paper_kind_of(std::string_view name) {
  return kind_of<PaperKind>(paper_kind_names, name);
}
std::optional<PassageKind> passage_kind_of(std::string_view name) {
  return kind_of<PassageKind>(passage_kind_names, name);
}

std::string paper_id(const Paper& paper) {
  const bool placed = !paper.council.empty() || !paper.committee.empty() || paper.date.known();
  return base32(sha256(placed ? meeting_key(paper) : content_key(paper)), paper_id_characters);
}

std::vector<std::string> item_ids(const Paper& paper, std::string_view paper_id) {
  std::vector<std::string> ids;
  ids.reserve(paper.items.size());
  std::unordered_map<std::string, int> met;
  for (std::size_t position = 0; position < paper.items.size(); ++position) {
    std::string name = slug(paper.items[position].number);
    if (name.empty()) name = position == 0 ? "front" : "p" + std::to_string(position);
    std::string id = std::string(paper_id) + "." + name;
    const int times = ++met[id];
    if (times > 1) id += "~" + std::to_string(times);
    ids.push_back(std::move(id));
  }
  return ids;
}

std::string mention_id(std::string_view item_id, std::string_view passage_text, std::uint32_t occurrence) {
  std::string id = std::string(item_id) + "." + base32(sha256(passage_text), mention_id_characters);
  if (occurrence > 1) id += "~" + std::to_string(occurrence);
  return id;
}

}  // namespace minutebook::schema
