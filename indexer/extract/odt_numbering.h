// The automatic numbers of an OpenDocument text: lists that stand in each other, continue and start again.
// Knows nothing of text.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/list_numbers.h"
#include "indexer/extract/odt_styles.h"

namespace minutebook::indexer {

class OdtNumbering {
 public:
  explicit OdtNumbering(const OdtStyles& styles) : styles_(styles) {}

  void begin_list(const XmlAttributes& attributes);
  void end_list();
  void begin_item(const XmlAttributes& attributes);
  void end_item();
  /// An entry of a list that has no number.
  void begin_unnumbered();

  /// The label of a paragraph that begins here: of the item's first paragraph only.
  ListLabel take_label();
  /// The label of a heading outside lists; `rank` from 1.
  ListLabel heading_label(int rank);

 private:
  using Counts = std::array<std::optional<int>, odt_list_levels>;
  struct Open {
    std::string style;
    std::string id;
    Counts counts;                 ///< of the outermost list: of all levels
    bool label_due = false;        ///< the item has had no paragraph yet
    std::optional<int> set_value;  ///< the item states its number
  };

  static ListLabel print(const OdtList& list, const Counts& counts, std::size_t level);
  static void count(const OdtList& list, Counts& counts, std::size_t level, std::optional<int> value);

  const OdtStyles& styles_;
  std::vector<Open> open_;
  std::map<std::string, Counts> by_style_;  ///< of the last list of each style
  std::map<std::string, Counts> by_id_;
  Counts outline_counts_;
};

}  // namespace minutebook::indexer
