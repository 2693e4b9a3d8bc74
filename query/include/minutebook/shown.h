// A paper or an item in full, as plain data: what `show` gives back.
// Knows nothing of how it was looked up or how it is printed. Not installed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/include/minutebook/answer.h"

namespace minutebook::query {

/// A passage of an item that is shown in full.
struct ShownPassage {
  schema::PassageKind kind = schema::PassageKind::text;
  schema::Outcome outcome = schema::Outcome::none;
  int page = 0;
  bool scanned = false;  ///< read from a picture of its page (OCR)
  std::string paragraph;
  std::vector<Run> runs;  ///< the whole text, marked where asked for
  bool differs = false;   ///< of a copy: the paper that is found in its place has not these words
};

struct ShownItem {
  std::string id;
  std::string number;
  std::string agenda_number;
  std::string title;
  int page = 0;
  std::vector<std::string> topics;  ///< labels
  std::vector<ShownPassage> passages;
};

/// A paper, or one item of it.
struct Shown {
  bool whole_paper = false;
  std::uint64_t revision = 0;
  PaperView paper;
  std::string council;
  std::string council_name;
  std::string committee;
  schema::Date date;
  std::vector<ShownItem> items;
};

}  // namespace minutebook::query
