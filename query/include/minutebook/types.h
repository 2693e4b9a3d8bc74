// Papers, items and mentions as answers hold them: plain data, which may be copied and kept for as long as one likes.
// Texts are UTF-8 without markup. Knows nothing of searching.
#pragma once

#include <minutebook/export.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// A day; {0, 0, 0}: not known.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  bool known() const { return year != 0; }
  auto operator<=>(const Date&) const = default;
};

/// "2024-01-08"; empty for a date that is not known.
MINUTEBOOK_API std::string iso_date(const Date& date);

enum class PaperKind { agenda, minutes, report, decision, appendix, work_programme, forward_plan, presentation, other };

enum class PassageKind {
  text,
  heading,
  resolution,
  recommendation,
  action,
  question,
  attendance,
  declaration,
  table_row,
  boilerplate
};

/// What was resolved.
enum class Outcome { none, noted, agreed, approved, recommended, referred, deferred, withdrawn, lost };

/// As typed in queries and printed in JSON: "work-programme", "table-row"; Outcome::none is empty.
MINUTEBOOK_API std::string_view name_of(PaperKind kind);
MINUTEBOOK_API std::string_view name_of(PassageKind kind);
MINUTEBOOK_API std::string_view name_of(Outcome outcome);

/// A stretch of text, highlighted or not.
struct TextRun {
  std::string text;
  bool highlight = false;
  bool operator==(const TextRun&) const = default;
};

/// A passage (paragraph, resolution, table row …) that answers a query.
struct Mention {
  std::string id;      ///< stays the same when the paper is indexed again with the same words
  bool whole = false;  ///< holds all operands of the query's text; else some of them, and the item the rest elsewhere
  PassageKind kind = PassageKind::text;
  Outcome outcome = Outcome::none;
  int page = 0;               ///< from 1; 0: the source has no pages
  bool scanned = false;       ///< read from a picture of its page (OCR): words may be wrong
  std::string paragraph;      ///< "4.13"; empty: unnumbered
  std::string text;           ///< the whole passage
  std::vector<TextRun> runs;  ///< a window of it round the highlights; empty where mentions are streamed
};

/// Another place of the same paper.
struct Copy {
  std::string source;
  std::string url;              ///< empty: none known
  std::string paper;            ///< id of the paper there; empty: the whole source is the same, byte for byte
  int page = 0;                 ///< where it begins; 0: the source has no pages
  std::uint32_t differing = 0;  ///< passages there that the paper has not in these words
};

/// An agenda, minutes, a report …
struct Paper {
  std::string id;
  PaperKind kind = PaperKind::other;
  std::string title;
  std::string source;        ///< path as indexed
  std::string url;           ///< empty: none known
  int page = 0;              ///< where it begins in the source; 0: no pages
  std::vector<Copy> copies;  ///< by path
  std::string copy_of;       ///< id of the paper that is found in place of this one; empty: this is found itself
};

/// A passage with everything that is needed to cite it. Empty strings and zeros: not known, or the source has none.
struct CitedPassage {
  std::string council;  ///< code
  std::string council_name;
  std::string committee;
  Date date;          ///< of the meeting
  std::string paper;  ///< id
  PaperKind paper_kind = PaperKind::other;
  std::string paper_title;
  std::string source;  ///< path as indexed
  std::string url;
  std::string item;  ///< id
  std::string number;
  std::string title;
  int page = 0;
  bool scanned = false;   ///< read from a picture of its page (OCR): words may be wrong
  std::string paragraph;  ///< "4.13"
  PassageKind kind = PassageKind::text;
  Outcome outcome = Outcome::none;
  std::string mention;  ///< id of the passage
  std::string text;     ///< the whole passage
};

/// An item of an agenda, a minute or a section of a report: what a search finds.
struct Item {
  std::string id;
  bool all_words = true;  ///< false: holds only some of the words; such items come after all others
  double score = 0;
  std::string number;  ///< "24", "CYP15"; empty: unnumbered
  std::string title;
  int page = 0;         ///< 0: no pages
  std::string council;  ///< code; empty: unknown
  std::string council_name;
  std::string committee;  ///< empty: unknown
  Date date;              ///< of the meeting
  Paper paper;
  std::uint32_t grouped = 1;        ///< items of the answer in this row's group (SearchOptions::group)
  std::uint32_t mention_count = 0;  ///< also those not in `mentions`
  std::vector<Mention> mentions;    ///< best first
};

}  // namespace minutebook
