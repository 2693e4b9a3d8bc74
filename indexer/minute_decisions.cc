#include "indexer/minute_decisions.h"

#include "indexer/decisions.h"
#include "indexer/item_candidates.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {

using schema::Outcome;
using schema::Passage;
using schema::PassageKind;

bool announces_list(std::string_view text) {
  return !text.empty() &&
         (text.back() == ':' || text.ends_with(":-") || text.ends_with("\xE2\x80\x93") || text.ends_with(" -"));
}

PartHead MinuteDecisions::begin_part(const Block& block, std::string_view said) {
  if (block.row() || (block.bullet && said.size() == block.text.size())) return PartHead::none;
  const bool actions = heads_actions(said);
  const bool decision = heads_decision(said) && !begins_decision(said);
  const bool over = follows_decision(said) || (block.bold && heads_minutes(said));
  if (!decision && !actions && !over) return PartHead::none;
  deciding_ = headed_ = decision;
  acting_ = actions;
  bare_lead_ = list_open_ = false;
  lead_outcome_ = Outcome::none;
  return over && ends_sentence(said) && said.back() != ':' ? PartHead::sentence : PartHead::heading;
}

bool MinuteDecisions::take(const Block& block, bool listed, Passage& passage) {
  if (const auto verdict = motion_outcome(passage.text)) {
    passage.kind = PassageKind::resolution;
    passage.outcome = *verdict;
    end_decision();
    return true;
  }
  if (take_opening(listed, passage)) return true;
  if (block.margin) {
    passage.kind = PassageKind::action;
    return true;
  }
  if (ends_minutes(passage.text)) {
    end_decision();
    return true;
  }
  if ((headed_ || acting_) && take_headed(block, passage)) return true;
  if (deciding_ && take_entry(block, listed, passage)) return true;
  if (deciding_ && records_vote(passage.text)) return true;
  deciding_ = false;
  return false;
}

/// "Resolved that …"; in minutes without formal words "It was agreed that …" too.
bool MinuteDecisions::take_opening(bool listed, Passage& passage) {
  auto opening = decision_opening(passage.text);
  if (!opening && !style_.formal && (informal_decision(passage.text) || (acts_ && is_act(passage.text))))
    opening = PassageKind::resolution;
  acts_ = leads_acts(passage.text) || (acts_ && opening);
  if (opening) open(*opening, listed, passage);
  return opening.has_value();
}

void MinuteDecisions::open(PassageKind opening, bool listed, Passage& passage) {
  headed_ = acting_ = false;
  // "RECOMMENDED: That …" in minutes is a decision of the body whose minutes they are.
  const bool proposes = opening == PassageKind::recommendation;
  const bool action = opening == PassageKind::action;
  const bool leads = announces_list(passage.text);
  passage.kind = proposes ? PassageKind::resolution : opening;
  const Outcome stated = outcome_of(passage.text, proposes ? Outcome::recommended : Outcome::none);
  passage.outcome = !action ? stated : deciding_ ? Outcome::agreed : Outcome::none;
  if (!action) lead_outcome_ = leads && passage.outcome != Outcome::recommended ? Outcome::none : passage.outcome;
  // An entry of a list that decides something by itself: the entries behind it are its neighbours, not its parts.
  const bool entry = !style_.formal && listed && !leads;
  deciding_ = (deciding_ || !action) && !entry;
  noting_ = passage.outcome == Outcome::noted;
  bare_lead_ = !action && (leads || passage.text.size() < 24);
}

/// Below "Decision" or "Actions:" everything is decided or to be done, until a row, a note in the margin or a heading.
bool MinuteDecisions::take_headed(const Block& block, Passage& passage) {
  if (block.row() || block.margin || is_heading(block)) {
    headed_ = acting_ = false;
    return false;
  }
  if (passage.text.front() == '(') return false;  // "(Reference: report by …)"
  passage.kind = headed_ ? PassageKind::resolution : PassageKind::action;
  passage.outcome = headed_ ? outcome_of(passage.text, Outcome::none) : Outcome::none;
  return true;
}

/// An entry of the list a resolution opened, or the words that its bare opening announced.
bool MinuteDecisions::take_entry(const Block& block, bool listed, Passage& passage) {
  if (noting_ && style_.declarations) return false;
  if (block.row() || (!listed && ((!bare_lead_ && !list_open_) || is_heading(block)))) return false;
  passage.kind = PassageKind::resolution;
  passage.outcome = outcome_of(passage.text, lead_outcome_);
  if (lead_outcome_ == Outcome::recommended) passage.outcome = lead_outcome_;
  bare_lead_ = false;
  return true;
}

}  // namespace minutebook::indexer
