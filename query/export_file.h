// Reading an export of mentions back: lines of JSON (query/print_ndjson.h) or CSV (query/print_csv.h).
// Knows nothing of indexes.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace minutebook::query {

struct ExportedMention {
  std::string id;
  std::string item_id;
  std::string match;      ///< "whole" | "part"
  std::string page;       ///< in figures; empty: none
  std::string paragraph;  ///< empty: unnumbered
  std::string committee;
  std::string date;
  std::string number;  ///< of the item
  std::string title;   ///< of the item
  std::string text;
  bool operator==(const ExportedMention&) const = default;
};

struct ExportFile {
  std::optional<std::string> query;  ///< as typed; without: the file does not say (CSV)
  bool expand = true;                ///< only lines of JSON say so, and the next three
  bool only = false;
  std::vector<std::string> without;
  bool boilerplate = true;
  std::uint64_t revision = 0;
  std::string digest;   ///< as the file states it; empty: it does not
  std::string counted;  ///< of the mentions read
  std::vector<ExportedMention> mentions;
};

/// `name` stands for the file in messages. Throws schema::Error (unreadable): no export of mentions, a damaged line
/// (with its number), one that was cut off, rows that are not those of its digest.
ExportFile read_export(std::istream& in, const std::string& name);

struct ChangedMention {
  ExportedMention before;
  ExportedMention after;
};

struct ExportDifference {
  std::vector<ExportedMention> added;
  std::vector<ExportedMention> removed;
  std::vector<ChangedMention> changed;  ///< same words elsewhere or matched otherwise, or other words in their place
  bool none() const { return added.empty() && removed.empty() && changed.empty(); }
};

/// In the order of `after`, then of `before`. A mention whose words changed has a new id: it counts as changed if it is
/// the only one of its item that went and the only one that came.
ExportDifference compare_exports(const std::vector<ExportedMention>& before, const std::vector<ExportedMention>& after);

}  // namespace minutebook::query
