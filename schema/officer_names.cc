#include "schema/officer_names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "schema/word_marks.h"

namespace minutebook::schema {
namespace {

// A field is a line of a front sheet; what is longer is prose.
constexpr std::size_t longest_field = 16;
// From the first word of an office to the one for the post: "Scrutiny Research Officer".
constexpr std::size_t words_to_post = 4;
constexpr std::size_t longest_name = 3;

/// Fields of front sheets that hold who wrote the paper or answers for it; the second word may be missing. `plain`: the
/// label is an everyday word.
struct FieldLabel {
  std::string_view first;
  std::string_view second;
  bool plain = false;
};
constexpr auto author_fields = std::to_array<FieldLabel>({{"report", "of"},
                                                          {"report", "by"},
                                                          {"report", "author"},
                                                          {"report", "authors"},
                                                          {"reporting", "officer"},
                                                          {"contact", "officer"},
                                                          {"contact", "officers"},
                                                          {"lead", "officer"},
                                                          {"responsible", "officer"},
                                                          {"presenting", "officer"},
                                                          {"presented", "by"},
                                                          {"prepared", "by"},
                                                          {"decision", "maker"},
                                                          {"decision", "taken"},
                                                          {"author", {}},
                                                          {"authors", {}},
                                                          {"from", {}, true},
                                                          {"by", {}, true}});

// Words of offices and bodies: a name does not hold one.
constexpr auto offices = std::to_array<std::string_view>(
    {"acting",    "adviser",  "assistant", "board",      "borough",   "cabinet", "chair",     "chairman",
     "chief",     "city",     "clerk",     "committee",  "corporate", "council", "county",    "department",
     "deputy",    "director", "district",  "executive",  "group",     "head",    "interim",   "lead",
     "leader",    "manager",  "member",    "monitoring", "officer",   "panel",   "portfolio", "principal",
     "programme", "scrutiny", "secretary", "section",    "senior",    "service", "services",  "solicitor",
     "strategic", "the",      "team",      "town",       "treasurer"});

// An office has one of these.
constexpr auto posts =
    std::to_array<std::string_view>({"adviser", "chair", "chairman", "chief", "clerk", "director", "executive", "head",
                                     "leader", "manager", "member", "officer", "secretary", "solicitor", "treasurer"});

// Words of services, and of what reports are about, that are nobody's name ("Young", "Banks" and "Grant" are).
constexpr auto subjects = std::to_array<std::string_view>(
    {"accounts",       "achievement", "adoption",      "adult",          "adults",
     "ageing",         "annual",      "area",          "arrangements",   "assets",
     "assurance",      "audit",       "budget",        "building",       "buildings",
     "business",       "capital",     "care",          "change",         "children",
     "childrens",      "climate",     "commercial",    "communities",    "community",
     "complaints",     "contract",    "contracts",     "control",        "countywide",
     "culture",        "customer",    "customers",     "data",           "democratic",
     "development",    "devolution",  "digital",       "early",          "economic",
     "economy",        "education",   "electoral",     "emergency",      "empty",
     "energy",         "environment", "environmental", "equality",       "estates",
     "external",       "families",    "family",        "final",          "finance",
     "financial",      "findings",    "further",       "governance",     "growth",
     "health",         "help",        "high",          "highways",       "homelessness",
     "homes",          "hub",         "hubs",          "housing",        "human",
     "improvement",    "inclusion",   "information",   "infrastructure", "internal",
     "justice",        "key",         "learning",      "legal",          "leisure",
     "libraries",      "licensing",   "local",         "management",     "medium",
     "mental",         "national",    "nature",        "needs",          "neighbourhood",
     "neighbourhoods", "new",         "outcomes",      "parking",        "parks",
     "participation",  "passenger",   "people",        "performance",    "place",
     "placements",     "places",      "planning",      "plan",           "policy",
     "procurement",    "progress",    "property",      "proposed",       "protection",
     "public",         "quality",     "quarterly",     "realm",          "recovery",
     "regeneration",   "regulatory",  "report",        "resources",      "review",
     "risk",           "roads",       "safeguarding",  "safety",         "scene",
     "school",         "schools",     "send",          "skills",         "social",
     "special",        "statement",   "strategy",      "support",        "sustainable",
     "technology",     "tourism",     "traffic",       "transport",      "treasury",
     "update",         "virtual",     "waste",         "wellbeing",      "work",
     "workforce",      "youth"});

constexpr auto small =
    std::to_array<std::string_view>({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "to", "with"});

template <typename List>
bool among(std::string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Words {
 public:
  Words(std::span<const std::string_view> folded, std::span<const std::uint8_t> marks)
      : folded_(folded), marks_(marks) {}

  std::size_t size() const { return folded_.size(); }
  bool capital(std::size_t at) const { return at < size() && (marks_[at] & mark_capitalised) != 0; }
  bool address(std::size_t at) const { return at < size() && (marks_[at] & (mark_address | mark_addresses)) != 0; }
  bool initial(std::size_t at) const { return folded_[at].size() == 1; }
  bool is_by(std::size_t at) const { return at < size() && folded_[at] == "by"; }
  bool is_small(std::size_t at) const { return among(folded_[at], small); }

  /// Of an office: "Director", not "director" in prose.
  bool office(std::size_t at) const { return capital(at) && among(folded_[at], offices); }
  bool holds_post(std::size_t first, std::size_t end) const {
    for (std::size_t at = first; at < std::min(end, size()); ++at) {
      if (capital(at) && among(folded_[at], posts)) return true;
    }
    return false;
  }

  /// A first name, an initial or a surname, as far as a word can tell. Where all is in capitals none can.
  bool of_name(std::size_t at) const {
    if (!capital(at) || address(at)) return false;
    const std::string_view word = folded_[at];
    if (initial(at)) return true;
    if ((marks_[at] & mark_lower_case) == 0 || among(word, offices) || among(word, subjects) || among(word, small))
      return false;
    const auto ends = [word](std::string_view ending) { return word.ends_with(ending); };
    return !ends("tion") && !ends("tions") && !ends("ities") && !ends("ship") && !ends("ships");
  }

  /// Words of the label that the passage begins with, and whether it is an everyday word; nullopt: none.
  std::optional<std::pair<std::size_t, bool>> label() const {
    for (const FieldLabel& label : author_fields) {
      if (size() == 0 || folded_[0] != label.first || !capital(0)) continue;
      if (label.second.empty()) return std::pair(std::size_t{1}, label.plain);
      if (size() > 1 && folded_[1] == label.second) return std::pair(std::size_t{2}, label.plain);
    }
    return std::nullopt;
  }

 private:
  std::span<const std::string_view> folded_;
  std::span<const std::uint8_t> marks_;
};

/// Up to the first surname that follows a first name or initials; nothing if there is none.
std::optional<NamedWords> name_at(const Words& words, std::size_t first) {
  bool initials_alone = true;
  for (std::size_t at = first; at < words.size() && words.of_name(at); ++at) {
    if (!words.initial(at) && at > first) return NamedWords{first, at + 1};
    initials_alone = initials_alone && words.initial(at);
  }
  return std::nullopt;
}

std::optional<NamedWords> name_in_field(const Words& words) {
  const auto label = words.label();
  if (!label) return std::nullopt;
  const auto [length, plain] = *label;
  std::size_t first = length;
  // "Decision taken by: …"
  if (words.is_by(first)) ++first;
  while (words.address(first)) ++first;
  const std::optional<NamedWords> name = name_at(words, first);
  if (name) return !plain || words.office(name->end) ? name : std::nullopt;
  // "Report of: Director of Housing (Judith Quill)"
  if (words.size() > longest_field || words.size() < length + 3) return std::nullopt;
  const std::size_t last = words.size() - 1;
  const bool behind_office = words.holds_post(length, last - 1) && !words.is_small(last - 2);
  const bool a_name = words.of_name(last - 1) && words.of_name(last) && !words.initial(last);
  return behind_office && a_name ? std::optional(NamedWords{last - 1, last + 1}) : std::nullopt;
}

}  // namespace

std::vector<NamedWords> names_of_officers(std::span<const std::string_view> folded,
                                          std::span<const std::uint8_t> marks) {
  const Words words(folded, marks);
  std::vector<NamedWords> names;
  if (const auto name = name_in_field(words)) names.push_back(*name);
  for (std::size_t first = 0; first < words.size();) {
    std::size_t end = first;
    while (words.of_name(end)) ++end;
    const bool length = end - first >= 2 && end - first <= longest_name;
    if (length && !words.initial(end - 1) && words.office(end) && words.holds_post(end, end + words_to_post)) {
      const NamedWords name{first, end};
      if (names.empty() || names.back() != name) names.push_back(name);
    }
    first = std::max(end, first) + 1;
  }
  return names;
}

}  // namespace minutebook::schema
