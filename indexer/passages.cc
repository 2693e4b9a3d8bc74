#include "indexer/passages.h"

#include <algorithm>
#include <array>

#include "indexer/decisions.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Outcome;
using schema::PaperKind;
using schema::Passage;
using schema::PassageKind;

enum class ItemRole { plain, recommendations, decision, declarations, questions, apologies };

ItemRole role_of(const ItemSpan& item, PaperKind kind) {
  const std::string title = lower(item.title);
  const bool report = kind != PaperKind::minutes && kind != PaperKind::agenda;
  if (report && (title.starts_with("recommend") || title.starts_with("proposed decision") ||
                 title.starts_with("proposed recommendation") || title.starts_with("decision requested") ||
                 title.starts_with("decisions requested")))
    return ItemRole::recommendations;
  if (kind == PaperKind::decision && (title.starts_with("decision") || title.starts_with("details of decision")))
    return ItemRole::decision;
  if (kind == PaperKind::minutes) {
    if (title.find("declaration") != std::string::npos || title.find("disclosure") != std::string::npos ||
        title.find("interests") != std::string::npos || title.find("buddian") != std::string::npos ||
        title.find("diddordeb") != std::string::npos)
      return ItemRole::declarations;
    if (title.starts_with("apolog") || title.starts_with("ymddiheuriad")) return ItemRole::apologies;
    if (contains_word(title, "questions") || contains_word(title, "question")) return ItemRole::questions;
  }
  return ItemRole::plain;
}

bool is_void(std::string_view text) {
  static constexpr std::array<std::string_view, 9> voids = {
      "n/a",          "none", "not applicable", "nil", "no implications", "none identified", "there are none",
      "none arising", "n/a."};
  std::string small = lower(trim(text));
  while (!small.empty() && small.back() == '.') small.pop_back();
  return std::find(voids.begin(), voids.end(), small) != voids.end();
}

bool is_boilerplate(const Block& block) {
  static constexpr std::array<std::string_view, 6> openings = {"the contact officer for this report",
                                                               "the following list of documents",
                                                               "contact officer:",
                                                               "for further information",
                                                               "this report is public",
                                                               "the background papers"};
  if (block.row() && block.cells.size() >= 2) {  // rows of a table of priorities, ticked or not
    const std::string last = lower(block.cells.back());
    const bool tick = last == "x" || last == "\xE2\x9C\x93" || last == "yes";
    return (tick && block.cells.size() >= 3) || find_ci(block.cells[0], "priorit") != std::string::npos ||
           (block.cells.size() >= 3 && block.cells[0].empty() && last.empty() && block.cells.size() == 3);
  }
  return std::any_of(openings.begin(), openings.end(), [&](auto opening) { return begins(block.text, opening); });
}

bool lists_members(const Block& block) {
  return block.row() && (contains_word(block.text, "councillors") || contains_word(block.text, "councillor") ||
                         begins(block.text, "co-opted"));
}

class Reader {
 public:
  Reader(const ItemSpan& item, const PassageContext& context) : context_(context), role_(role_of(item, context.kind)) {}

  void tells_first() { told_first_ = true; }
  void add(const Block& block, std::size_t index, std::vector<Passage>& passages) {
    const bool page_number = block.text.size() <= 4 && block.text.find_first_not_of("0123456789") == std::string::npos;
    if (block.page_blank || page_number) return;
    Passage passage{.page = block.page, .text = block.text};
    const auto enumerator = block.row() ? std::nullopt : leading_enumerator(block.text);
    const std::string_view said = std::string_view(block.text).substr(enumerator ? enumerator->end : 0);
    if (context_.kind == PaperKind::minutes && heads_outcome(block, said, passages)) return;
    bool listed = block.bullet;
    if (enumerator) listed = number(*enumerator, passage) || listed;
    if (!enumerator) passage.paragraph = block.bullet ? paragraph_ : std::string();
    if (!listed && !enumerator && !block.row()) paragraph_.clear();
    if (passage.text.empty()) return;
    classify(block, index, listed, passage);
    list_open_ = ends_list_lead(passage.text);
    passages.push_back(std::move(passage));
  }

 private:
  /// "that:", "The Committee –": a list follows.
  static bool ends_list_lead(std::string_view text) {
    return !text.empty() &&
           (text.back() == ':' || text.ends_with(":-") || text.ends_with("\xE2\x80\x93") || text.ends_with(" -"));
  }

  /// Takes the number off the text; true for a number of a list (not of a paragraph).
  bool number(const Enumerator& enumerator, Passage& passage) {
    const bool paragraph = enumerator.kind == EnumeratorKind::decimal || enumerator.kind == EnumeratorKind::section;
    passage.text = passage.text.substr(enumerator.end);
    if (paragraph) {
      paragraph_ = enumerator.label;
      passage.paragraph = paragraph_;
      return false;
    }
    const std::string& own = enumerator.label;
    passage.paragraph = paragraph_.empty() ? own : paragraph_ + (own.front() == '(' ? own : "(" + own + ")");
    return true;
  }

  /// "Decision" alone: what follows is decided; "Actions:": to be done; "Reasons for decision": the decision is over.
  bool heads_outcome(const Block& block, std::string_view said, std::vector<Passage>& passages) {
    if (block.row() || (block.bullet && said.size() == block.text.size())) return false;
    const bool actions = heads_actions(said);
    const bool decision = heads_decision(said) && !begins_decision(said);
    const bool over = follows_decision(said) || (block.bold && heads_minutes(said));
    if (!decision && !actions && !over) return false;
    deciding_ = headed_ = decision;
    acting_ = actions;
    bare_lead_ = list_open_ = false;
    lead_outcome_ = Outcome::none;
    paragraph_.clear();
    if (over && ends_sentence(said) && said.back() != ':')
      return false;  // "Reasons for decision: to progress the plan."
    passages.push_back(Passage{.kind = PassageKind::heading, .page = block.page, .text = std::string(said)});
    return true;
  }

  bool classify_headed(const Block& block, Passage& passage) {
    if (block.row() || block.margin || is_heading(block)) {
      headed_ = acting_ = false;
      return false;
    }
    if (passage.text.front() == '(') return false;  // "(Reference: report by …)"
    passage.kind = headed_ ? PassageKind::resolution : PassageKind::action;
    passage.outcome = headed_ ? outcome_of(passage.text, Outcome::none) : Outcome::none;
    return true;
  }

  void classify(const Block& block, std::size_t index, bool listed, Passage& passage) {
    if (context_.attendance.contains(index) || (context_.kind == PaperKind::agenda && lists_members(block))) {
      passage.kind = PassageKind::attendance;
    } else if (context_.kind == PaperKind::minutes) {
      classify_minute(block, listed, passage);
    } else {
      classify_report(block, listed, passage);
    }
    if (passage.kind != PassageKind::text) return;
    if (block.row()) {
      passage.kind = is_boilerplate(block) ? PassageKind::boilerplate : PassageKind::table_row;
    } else if (is_void(passage.text) || is_boilerplate(block)) {
      passage.kind = PassageKind::boilerplate;
    } else if (is_heading(block) && !listed) {
      passage.kind = PassageKind::heading;
    }
  }

  void classify_minute(const Block& block, bool listed, Passage& passage) {
    if (const auto outcome = motion_outcome(passage.text)) {
      passage.kind = PassageKind::resolution;
      passage.outcome = *outcome;
      deciding_ = headed_ = acting_ = false;
      return;
    }
    auto opening = decision_opening(passage.text);
    if (!opening && !context_.formal && (informal_decision(passage.text) || (acts_ && is_act(passage.text))))
      opening = PassageKind::resolution;
    acts_ = leads_acts(passage.text) || (acts_ && opening);
    if (opening) {
      headed_ = acting_ = false;
      // "RECOMMENDED: That …" in minutes is a decision of the body whose minutes they are.
      const bool proposes = *opening == PassageKind::recommendation;
      passage.kind = proposes ? PassageKind::resolution : *opening;
      const bool action = *opening == PassageKind::action;
      const Outcome stated = outcome_of(passage.text, proposes ? Outcome::recommended : Outcome::none);
      passage.outcome = !action ? stated : deciding_ ? Outcome::agreed : Outcome::none;
      if (!action)
        lead_outcome_ =
            ends_list_lead(passage.text) && passage.outcome != Outcome::recommended ? Outcome::none : passage.outcome;
      // An entry of a list that decides something by itself: the entries behind it are its neighbours, not its parts.
      const bool entry = !context_.formal && listed && !ends_list_lead(passage.text);
      deciding_ = (deciding_ || !action) && !entry;
      noting_ = passage.outcome == Outcome::noted;
      bare_lead_ = !action && (ends_list_lead(passage.text) || passage.text.size() < 24);
      return;
    }
    if (block.margin) {
      passage.kind = PassageKind::action;
      return;
    }
    if (ends_minutes(passage.text)) {
      deciding_ = headed_ = acting_ = false;
      return;
    }
    if ((headed_ || acting_) && classify_headed(block, passage)) return;
    if (deciding_ && !(noting_ && role_ == ItemRole::declarations) && !block.row() &&
        (listed || ((bare_lead_ || list_open_) && !is_heading(block)))) {
      passage.kind = PassageKind::resolution;
      passage.outcome = outcome_of(passage.text, lead_outcome_);
      if (lead_outcome_ == Outcome::recommended) passage.outcome = lead_outcome_;
      bare_lead_ = false;
      return;
    }
    if (deciding_ && records_vote(passage.text)) return;
    deciding_ = false;
    classify_by_item(passage);
  }

  void classify_by_item(Passage& passage) const {
    switch (role_) {
      case ItemRole::declarations:
        passage.kind = PassageKind::declaration;
        break;
      case ItemRole::apologies:
        passage.kind = PassageKind::attendance;
        break;
      case ItemRole::questions:
        if (begins_word(passage.text, "question") || (!passage.text.empty() && passage.text.back() == '?'))
          passage.kind = PassageKind::question;
        break;
      case ItemRole::plain:
      case ItemRole::recommendations:
      case ItemRole::decision:
        break;
    }
  }

  void classify_report(const Block& block, bool listed, Passage& passage) {
    const auto opening = decision_opening(passage.text);
    if (is_void(passage.text) || block.margin) return;
    if (role_ == ItemRole::decision && !block.row()) {
      const auto motion = motion_outcome(passage.text);
      stated_ = stated_ || states_decision(passage.text);
      if (told_first_ && !stated_) return;  // what led to the decision
      passage.kind = PassageKind::resolution;
      passage.outcome = motion.value_or(outcome_of(passage.text, Outcome::agreed));
    } else if (context_.kind == PaperKind::decision &&
               (opening == PassageKind::resolution || (listed && is_act(passage.text)))) {
      passage.kind = PassageKind::resolution;
      passage.outcome = outcome_of(passage.text, Outcome::agreed);
    } else if ((role_ == ItemRole::recommendations && !block.row()) || opening == PassageKind::recommendation) {
      passage.kind = PassageKind::recommendation;
    } else if (opening == PassageKind::action && context_.kind != PaperKind::agenda) {
      passage.kind = PassageKind::action;
    }
  }

  const PassageContext& context_;
  ItemRole role_;
  std::string paragraph_;    // number of the paragraph that bullets belong to
  bool deciding_ = false;    // inside a resolution
  bool noting_ = false;      // a resolution that notes
  bool headed_ = false;      // below a heading "Decision"
  bool acts_ = false;        // in the list behind "The Committee:"
  bool told_first_ = false;  // the story stands above the decision
  bool stated_ = false;      // the decision's own words were reached
  bool acting_ = false;      // below a heading "Actions"
  bool bare_lead_ = false;   // its opening said nothing yet: "Resolved that:"
  bool list_open_ = false;   // the passage before announced a list
  Outcome lead_outcome_ = Outcome::none;
};

/// Minutes are cited by numbers such as "CYP15": they stand in the heading as printed. A plain figure matches any
/// other.
std::string heading_text(const ItemSpan& item) {
  const bool reference = item.number.find_first_not_of("0123456789.") != std::string::npos && item.number.size() > 2;
  return reference ? item.number + " " + item.title : item.title;
}

}  // namespace

bool uses_formal_decisions(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const auto opening = blocks[i].row() ? std::nullopt : decision_opening(blocks[i].text);
    if (opening && word_count(blocks[i].text) <= 2 && find_ci(blocks[i].text, "resolved") == std::string::npos)
      continue;  // "Noted" in a column beside the text
    if (begins_word(blocks[i].text, "the") && blocks[i].text.find("resolved") != std::string::npos) continue;  // told
    if (opening == PassageKind::resolution || (!blocks[i].row() && heads_decision(blocks[i].text))) return true;
  }
  return false;
}

std::vector<Passage> read_passages(const std::vector<Block>& blocks, const ItemSpan& item,
                                   const PassageContext& context) {
  std::vector<Passage> passages;
  if (!item.title.empty()) {
    passages.push_back(
        Passage{.kind = PassageKind::heading, .page = blocks[item.begin].page, .text = heading_text(item)});
  }
  Reader reader(item, context);
  for (std::size_t i = item.body; i < item.end; ++i) {
    if (states_decision(blocks[i].text)) reader.tells_first();
  }
  if (!item.note.empty()) reader.add(Block{.text = item.note, .page = blocks[item.begin].page}, item.begin, passages);
  for (std::size_t i = item.body; i < item.end; ++i) reader.add(blocks[i], i, passages);
  return passages;
}

}  // namespace minutebook::indexer
