// Papers, items and passages as plain data: what the indexer understands and the stored record keeps.
// Knows nothing of how they were read or where they are kept. Words: DESIGN.md section 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.h"

namespace minutebook::schema {

// Numbers are on disk (record version in schema/version.h): append only.
enum class PaperKind : std::uint8_t {
  agenda = 0,
  minutes = 1,
  report = 2,
  decision = 3,
  appendix = 4,
  work_programme = 5,
  forward_plan = 6,
  presentation = 7,
  other = 8
};

enum class PassageKind : std::uint8_t {
  text = 0,
  heading = 1,
  resolution = 2,
  recommendation = 3,
  action = 4,
  question = 5,
  attendance = 6,
  declaration = 7,
  table_row = 8,
  boilerplate = 9
};

enum class Outcome : std::uint8_t {
  none = 0,
  noted = 1,
  agreed = 2,
  approved = 3,
  recommended = 4,
  referred = 5,
  deferred = 6,
  withdrawn = 7,
  lost = 8
};

enum class Attendance : std::uint8_t { present = 0, apologies = 1, absent = 2, in_attendance = 3 };

/// Bits: a paper may be written in both.
enum class Language : std::uint8_t { unknown = 0, english = 1, welsh = 2, both = 3 };

inline constexpr int paper_kind_count = 9;
inline constexpr int passage_kind_count = 10;
inline constexpr int language_count = 4;

/// Names as printed in JSON and typed in queries: "work-programme", "table-row", "in-attendance" …
std::string_view name_of(PaperKind kind);
std::string_view name_of(PassageKind kind);
std::string_view name_of(Outcome outcome);  // none -> ""
std::string_view name_of(Attendance attendance);
std::string_view name_of(Language language);  // "en", "cy", "both"; unknown -> ""
/// Accepts the printed name; spaces and underscores count as hyphens. nullopt: no such kind.
std::optional<PaperKind> paper_kind_of(std::string_view name);
std::optional<PassageKind> passage_kind_of(std::string_view name);

/// A paragraph, bullet, resolution or table row: the unit of citation. Never split, never empty.
struct Passage {
  PassageKind kind = PassageKind::text;
  Outcome outcome = Outcome::none;
  int page = 0;           ///< page of the source where it begins, from 1; 0: the source has no pages
  bool scanned = false;   ///< read from a picture of its page (OCR): words may be wrong
  std::string paragraph;  ///< "4.13", "(2)"…; empty: unnumbered
  std::string text;       ///< NFC UTF-8, one line, the words as written
  bool welsh = false;     ///< its words are kept as they are: English rules for endings are not theirs
  bool operator==(const Passage&) const = default;
};

/// Why an item carries a topic: the label as written, how often, where first.
struct TopicEvidence {
  std::string topic;        ///< concept id
  std::string label;        ///< first label found, as written
  std::uint32_t count = 0;  ///< spans in the item
  std::uint32_t passage = 0;
  bool inherited = false;  ///< only through a narrower topic
  bool operator==(const TopicEvidence&) const = default;
};

/// A numbered agenda item, a minute or a section of a report: the unit of indexing.
/// The first passage is the heading (kind heading, text = title) when the item has a title.
struct Item {
  std::string number;  ///< as printed without closing full stop: "24", "CYP15", "3"; empty: `front` or unnumbered
  std::string agenda_number;  ///< the agenda's number where the paper prints both
  std::string title;
  int page = 0;
  bool exempt = false;
  std::vector<Passage> passages;
  std::vector<TopicEvidence> topics;  ///< most telling first; inherited ones last
  bool operator==(const Item&) const = default;
};

struct Person {
  std::string name;  ///< without "Councillor", "Mr" …: "T Long"
  std::string role;  ///< "chair", "Parent Governor (Primary)" …
  Attendance attendance = Attendance::present;
  bool operator==(const Person&) const = default;
};

struct Paper {
  PaperKind kind = PaperKind::other;
  std::string title;
  std::string council;         ///< registry code (GSS where there is one); empty: unknown
  std::string council_name;    ///< as the registry names it
  std::string committee;       ///< display name; empty: unknown
  std::string committee_kind;  ///< schema/committee_kinds.h; empty with an unknown committee
  Date date;                   ///< of the meeting; for minutes the meeting recorded
  std::vector<std::string> portfolios;
  std::vector<std::string> wards;
  bool exempt = false;
  std::optional<bool> key_decision;
  std::vector<Person> people;
  std::vector<Item> items;
  std::vector<std::string> warnings;
  Language language = Language::unknown;  ///< what it is written in; a few sentences of the other do not count
  std::string distinction;  ///< what tells it from papers of the same meeting and kind: item number or title key
  int page = 0;             ///< first page in the source; 0: no pages
  bool operator==(const Paper&) const = default;
};

/// Ids (DESIGN.md section 1): paper = council + committee + date + kind + distinction, else a hash of its content; item
/// = paper id + "." + number, else + ".p" + position; mention = item id + "." + hash of the passage's text, and for the
/// second passage of the item with the same words "~2", for the third "~3".
std::string paper_id(const Paper& paper);
/// Ids of all items of a paper in order; repeated numbers get "~2", "~3".
std::vector<std::string> item_ids(const Paper& paper, std::string_view paper_id);
/// `occurrence`: of the passages of the item with the same words, in order; from 1.
std::string mention_id(std::string_view item_id, std::string_view passage_text, std::uint32_t occurrence = 1);

}  // namespace minutebook::schema
