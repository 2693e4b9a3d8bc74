// A paper or an item in full: what Index::show gives back.
// Plain data; knows nothing of how it was looked up.
#pragma once

#include <minutebook/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook {

/// A passage in full.
struct Passage {
  PassageKind kind = PassageKind::text;
  Outcome outcome = Outcome::none;
  int page = 0;           ///< 0: the source has no pages
  bool scanned = false;   ///< read from a picture of its page (OCR)
  std::string paragraph;  ///< empty: unnumbered
  std::vector<TextRun> runs;
  bool differs = false;  ///< of a copy: the paper that is found in its place has not these words
};

struct DocumentItem {
  std::string id;
  std::string number;
  std::string agenda_number;  ///< where the paper prints both
  std::string title;
  int page = 0;
  std::vector<std::string> topics;  ///< labels
  std::vector<Passage> passages;
};

struct Document {
  bool whole_paper = false;  ///< false: one item of it
  std::uint64_t revision = 0;
  Paper paper;
  std::string council;  ///< code; empty: unknown
  std::string council_name;
  std::string committee;
  Date date;
  std::vector<DocumentItem> items;
};

}  // namespace minutebook
