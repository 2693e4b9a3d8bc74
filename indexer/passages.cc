#include "indexer/passages.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/decisions.h"
#include "indexer/minute_decisions.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Outcome;
using schema::PaperKind;
using schema::Passage;
using schema::PassageKind;

/// What the title of an item tells of its passages.
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

/// "None", "N/A": a section that the form of the report demands and nobody had anything to say in.
bool is_void(std::string_view text) {
  static constexpr std::array<std::string_view, 8> voids = {
      "n/a", "none", "not applicable", "nil", "no implications", "none identified", "there are none", "none arising"};
  std::string small = lower(trim(text));
  while (!small.empty() && small.back() == '.') small.pop_back();
  return std::find(voids.begin(), voids.end(), small) != voids.end();
}

/// Contact lines, lists of background papers, tables of priorities: the same words in every report.
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
           (block.cells.size() == 3 && block.cells[0].empty() && last.empty());
  }
  return std::any_of(openings.begin(), openings.end(), [&](auto opening) { return begins(block.text, opening); });
}

/// A row of an agenda's front: the members who are summoned.
bool lists_members(const Block& block) {
  return block.row() && (contains_word(block.text, "councillors") || contains_word(block.text, "councillor") ||
                         begins(block.text, "co-opted"));
}

/// Numbers, kinds and outcomes of the passages of one item, block by block.
class Reader {
 public:
  /// `story_first`: in the notice of a decision, what led to it stands above the decision's own words.
  Reader(ItemRole role, bool story_first, const PassageContext& context)
      : context_(context),
        role_(role),
        decisions_(MinuteStyle{.formal = context.formal, .declarations = role == ItemRole::declarations}),
        decided_(!story_first) {}

  void add(const Block& block, std::size_t index, std::vector<Passage>& passages) {
    const bool page_number = block.text.size() <= 4 && block.text.find_first_not_of("0123456789") == std::string::npos;
    if (block.page_blank || page_number) return;
    Passage passage{.page = block.page, .text = block.text};
    const auto enumerator = block.row() ? std::nullopt : leading_enumerator(block.text);
    const std::string_view said = std::string_view(block.text).substr(enumerator ? enumerator->end : 0);
    if (context_.kind == PaperKind::minutes && heads_part(block, said, passages)) return;
    bool listed = block.bullet;
    if (enumerator) {
      listed = number(*enumerator, passage) || listed;
    } else if (lone_ && !block.row()) {
      passage.paragraph = lone_->paragraph;
      listed = lone_->listed || listed;
    } else {
      passage.paragraph = block.bullet ? paragraph_ : std::string();
      if (!listed && !block.row()) paragraph_.clear();
    }
    lone_.reset();
    if (passage.text.empty()) {
      lone_ = LoneNumber{passage.paragraph, listed};
      return;
    }
    classify(block, index, listed, passage);
    decisions_.pass(passage);
    passages.push_back(std::move(passage));
  }

 private:
  /// A number on a line by itself: that of the paragraph below it.
  struct LoneNumber {
    std::string paragraph;
    bool listed = false;
  };

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

  /// The heading of a part of a minute becomes a passage by itself, without its number.
  bool heads_part(const Block& block, std::string_view said, std::vector<Passage>& passages) {
    const PartHead head = decisions_.begin_part(block, said);
    if (head != PartHead::none) {
      paragraph_.clear();
      lone_.reset();
    }
    if (head != PartHead::heading) return false;
    passages.push_back(Passage{.kind = PassageKind::heading, .page = block.page, .text = std::string(said)});
    return true;
  }

  void classify(const Block& block, std::size_t index, bool listed, Passage& passage) {
    if (context_.attendance.contains(index) || (context_.kind == PaperKind::agenda && lists_members(block))) {
      passage.kind = PassageKind::attendance;
    } else if (context_.kind != PaperKind::minutes) {
      classify_report(block, listed, passage);
    } else if (!decisions_.take(block, listed, passage)) {
      classify_by_item(passage);
    }
    if (passage.kind == PassageKind::text) classify_by_form(block, listed, passage);
  }

  /// What neither decides nor proposes anything: a row, a heading, words that stand in every paper.
  static void classify_by_form(const Block& block, bool listed, Passage& passage) {
    if (block.row()) {
      passage.kind = is_boilerplate(block) ? PassageKind::boilerplate : PassageKind::table_row;
    } else if (is_void(passage.text) || is_boilerplate(block)) {
      passage.kind = PassageKind::boilerplate;
    } else if (is_heading(block) && !listed) {
      passage.kind = PassageKind::heading;
    }
  }

  /// In minutes: what the item's title makes of a passage that decides nothing.
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

  /// In all other papers: recommendations, and what a notice of a decision decides.
  void classify_report(const Block& block, bool listed, Passage& passage) {
    const auto opening = decision_opening(passage.text);
    const bool proposed = proposing_ && listed && !block.row();
    proposing_ = proposed || (opening == PassageKind::recommendation && announces_list(passage.text));
    if (is_void(passage.text) || block.margin) return;
    if (role_ == ItemRole::decision && !block.row()) {
      const auto motion = motion_outcome(passage.text);
      decided_ = decided_ || states_decision(passage.text);
      if (!decided_) return;  // what led to the decision
      passage.kind = PassageKind::resolution;
      passage.outcome = motion.value_or(outcome_of(passage.text, Outcome::agreed));
    } else if (context_.kind == PaperKind::decision &&
               (opening == PassageKind::resolution || (listed && is_act(passage.text)))) {
      passage.kind = PassageKind::resolution;
      passage.outcome = outcome_of(passage.text, Outcome::agreed);
    } else if ((role_ == ItemRole::recommendations && !block.row()) || opening == PassageKind::recommendation ||
               proposed) {
      passage.kind = PassageKind::recommendation;
    } else if (opening == PassageKind::action && context_.kind != PaperKind::agenda) {
      passage.kind = PassageKind::action;
    }
  }

  const PassageContext& context_;
  ItemRole role_;
  MinuteDecisions decisions_;
  bool decided_;                    // the words of the notice's decision are reached
  bool proposing_ = false;          // in the list behind "Recommendation: That the Panel:"
  std::optional<LoneNumber> lone_;  // stood on the line before
  std::string paragraph_;           // number of the paragraph that bullets belong to
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
  const ItemRole role = role_of(item, context.kind);
  const auto body = blocks.begin() + static_cast<std::ptrdiff_t>(item.body);
  const bool story_first =
      role == ItemRole::decision && std::any_of(body, blocks.begin() + static_cast<std::ptrdiff_t>(item.end),
                                                [](const Block& block) { return states_decision(block.text); });
  Reader reader(role, story_first, context);
  if (!item.note.empty()) reader.add(Block{.text = item.note, .page = blocks[item.begin].page}, item.begin, passages);
  for (std::size_t i = item.body; i < item.end; ++i) reader.add(blocks[i], i, passages);
  return passages;
}

}  // namespace minutebook::indexer
