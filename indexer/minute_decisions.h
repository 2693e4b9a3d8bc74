// Where decisions begin and end in an item of minutes, block by block: heads ("Decision"), openings ("Resolved that:"),
// the lists behind them, verdicts on motions. Knows nothing of papers other than minutes or of paragraph numbers.
#pragma once

#include <string_view>

#include "indexer/blocks.h"
#include "schema/paper.h"

namespace minutebook::indexer {

/// How minutes are read besides their own words.
struct MinuteStyle {
  bool formal = true;         ///< the paper records decisions with a formal word ("Resolved")
  bool declarations = false;  ///< the item records interests: what is noted there stays a declaration
};

/// A line that heads a part of a minute.
enum class PartHead {
  none,
  heading,   ///< "Decision", "Actions:", "Reasons for decision:"
  sentence,  ///< "Reasons for decision: to progress the plan."
};

/// "Resolved that:", "The Committee –": a list follows.
bool announces_list(std::string_view text);

/// Reads the blocks of one item in their order.
class MinuteDecisions {
 public:
  explicit MinuteDecisions(const MinuteStyle& style) : style_(style) {}

  /// "Decision" alone: what follows is decided; "Actions:": to be done; "Reasons for decision": the decision is over.
  /// `said`: the block's text without its number.
  PartHead begin_part(const Block& block, std::string_view said);
  /// Sets the kind and outcome of a passage that is a decision, an action or a part of one, and says whether the
  /// decisions account for it (a vote and the last words of minutes stay text); false: nothing is decided here. `block`
  /// is what the passage was made of, `listed`: it is an entry of a list.
  bool take(const Block& block, bool listed, schema::Passage& passage);
  /// A passage of whatever kind is complete: the next one may be an entry of the list it announces.
  void pass(const schema::Passage& passage) { list_open_ = announces_list(passage.text); }

 private:
  bool take_opening(bool listed, schema::Passage& passage);
  void open(schema::PassageKind opening, bool listed, schema::Passage& passage);
  bool take_headed(const Block& block, schema::Passage& passage);
  bool take_entry(const Block& block, bool listed, schema::Passage& passage);
  void end_decision() { deciding_ = headed_ = acting_ = false; }

  MinuteStyle style_;
  bool deciding_ = false;   // inside a resolution
  bool noting_ = false;     // a resolution that notes
  bool headed_ = false;     // below a heading "Decision"
  bool acting_ = false;     // below a heading "Actions"
  bool acts_ = false;       // in the list behind "The Committee:"
  bool bare_lead_ = false;  // its opening said nothing yet: "Resolved that:"
  bool list_open_ = false;  // the passage before announced a list
  schema::Outcome lead_outcome_ = schema::Outcome::none;
};

}  // namespace minutebook::indexer
