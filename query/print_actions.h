// What was asked for as text for people, as JSON and as CSV.
// Knows nothing of how it was found.
#pragma once

#include <ostream>
#include <string>
#include <utility>

#include "query/include/minutebook/actions.h"
#include "query/print_text.h"

namespace minutebook::query {

void print_actions_text(std::ostream& out, const Actions& actions, const TextStyle& style);
void print_actions_json(std::ostream& out, const Actions& actions);
/// One row for each request; a head row.
void print_actions_csv(std::ostream& out, const Actions& actions);

enum class ActionForm { json, csv };

/// The same as these two print, a piece at a time, for what should not be held whole.
class ActionPieces {
 public:
  ActionPieces(ActionList list, ActionForm form) : list_(std::move(list)), form_(form) {}
  /// Some tens of kilobytes; empty: that was all.
  std::string next();

 private:
  ActionList list_;
  const ActionForm form_;
  bool begun_ = false;
  bool first_ = true;
  bool ended_ = false;
};

}  // namespace minutebook::query
