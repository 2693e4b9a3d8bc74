#include "indexer/split.h"

#include <algorithm>
#include <optional>
#include <set>

#include "indexer/decisions.h"
#include "indexer/front_sheet.h"
#include "indexer/items.h"
#include "indexer/text_shapes.h"
#include "schema/analysis.h"

namespace minutebook::indexer {
namespace {

using schema::PaperKind;

PaperSpan span_of(const Head& head) {
  return {.kind = head.kind,
          .begin = head.begin,
          .body = head.body,
          .committee = head.committee,
          .title = head.title,
          .date = head.date};
}

/// Titles of the agenda's items, folded: a block that equals one opens that item's paper.
std::set<std::string> agenda_titles(const std::vector<Block>& blocks, const PaperSpan& agenda, std::size_t end) {
  std::set<std::string> titles;
  for (const ItemSpan& item : find_items(blocks, agenda.body, end, PaperKind::agenda)) {
    if (word_count(item.title) >= 3 && !begins_word(item.title, "minutes"))
      titles.insert(schema::fold_text(item.title));
  }
  return titles;
}

/// A title in the first blocks after a page left blank: names of councils and bodies, then the first block that is
/// neither.
std::string title_after_blank(const std::vector<Block>& blocks, std::size_t at, std::size_t& body) {
  for (std::size_t i = at; i < std::min(at + 4, blocks.size()); ++i) {
    const Block& block = blocks[i];
    if (block.row() || block.page_blank || block.bullet || block.text.size() > 200) return {};
    if (is_body_name(block.text) || only_date(block.text)) continue;
    if (begins_lower(block.text) || ends_sentence(block.text) || leading_enumerator(block.text)) return {};
    body = i + 1;
    return block.text;
  }
  return {};
}

PaperKind kind_by_title(const std::string& title) {
  if (begins_word(title, "appendix") || begins_word(title, "annex") || begins_word(title, "annexe"))
    return PaperKind::appendix;
  if (find_ci(title, "forward plan") != std::string::npos) return PaperKind::forward_plan;
  return PaperKind::other;
}

/// Sections "1", "2" or a front sheet within the span make it a report; else it is what is attached.
PaperKind attached_kind(const std::vector<Block>& blocks, const PaperSpan& span) {
  const PaperKind by_title = kind_by_title(span.title);
  if (by_title != PaperKind::other) return by_title;
  std::size_t sections = 0;
  std::size_t paragraphs = 0;
  for (std::size_t i = span.body; i < span.end; ++i) {
    if (blocks[i].row()) continue;
    if (blocks[i].text.size() > 200) ++paragraphs;
    const auto enumerator = leading_enumerator(blocks[i].text);
    if (enumerator && (enumerator->kind == EnumeratorKind::decimal || enumerator->kind == EnumeratorKind::section))
      ++sections;
  }
  if (sections >= 3 || (span.marked && span.of_item && paragraphs >= 3)) return PaperKind::report;
  if (find_ci(span.title, "work programme") != std::string::npos) return PaperKind::work_programme;
  return span.of_item ? PaperKind::presentation
                      : PaperKind::appendix;  // an item's own paper without sections: its slides
}

/// A report's second copy of a title: the pack's own head wins, its title is taken over.
bool same_paper(const PaperSpan& last, const Head& head) {
  return head.begin <= last.body + 2 && (last.kind != PaperKind::minutes || head.kind == PaperKind::minutes) &&
         last.kind != PaperKind::agenda && head.kind == last.kind;
}

/// The slides or note of an agenda item begin with its title on a line of its own.
bool opens_item_paper(const std::vector<Block>& blocks, std::size_t at, const std::set<std::string>& titles,
                      const PaperSpan& last) {
  const Block& block = blocks[at];
  if (block.row() || block.bullet || block.text.size() > 200 || titles.empty()) return false;
  if (last.kind == PaperKind::agenda && at < last.body + 4) return false;
  return titles.contains(schema::fold_text(block.text)) && at > last.body + 3;
}

/// "Appendix 1" or "Annex B: …" as a heading at the top of a page.
bool opens_appendix(const std::vector<Block>& blocks, std::size_t at) {
  const Block& block = blocks[at];
  const bool top = block.page > 0 && (at == 0 || blocks[at - 1].page < block.page);
  if (!top || block.row() || block.bullet || block.text.size() > 160 || ends_sentence(block.text)) return false;
  return begins_word(block.text, "appendix") || begins_word(block.text, "annex");
}

class Splitter {
 public:
  Splitter(const std::vector<Block>& blocks, const std::map<std::size_t, PackMark>& marks)
      : blocks_(blocks), marks_(marks) {}

  std::vector<PaperSpan> split() {
    for (std::size_t at = 0; at < blocks_.size(); ++at) step(at);
    finish();
    return std::move(spans_);
  }

 private:
  std::size_t from() const { return spans_.empty() ? 0 : spans_.back().body; }

  void step(std::size_t& at) {
    if (open_marked(at) || blocks_[at].item_start) return;  // an item's title opens no paper, whatever it says
    if (blocks_[at].page_blank) {
      after_blank(at);
      return;
    }
    if (const auto head = head_at(blocks_, at, from())) {
      open(*head, at);
      return;
    }
    if (!spans_.empty() && opens_item_paper(blocks_, at, titles_, spans_.back())) {
      titles_.erase(schema::fold_text(blocks_[at].text));
      spans_.push_back(
          PaperSpan{.kind = PaperKind::other, .begin = at, .body = at + 1, .title = blocks_[at].text, .of_item = true});
    }
  }

  /// A paper begins where the pack's bookmarks or page table say so, or with "Appendix …" at the top of a page.
  bool open_marked(std::size_t& at) {
    if (spans_.empty() || spans_.front().kind != PaperKind::agenda || spans_.back().begin >= at) return false;
    const auto mark = marks_.find(at);
    const bool appendix = opens_appendix(blocks_, at) && !begins(spans_.back().title, blocks_[at].text);
    if (mark == marks_.end() && !appendix) return false;
    PaperSpan span{.kind = PaperKind::other, .begin = at, .body = at, .marked = true};
    if (mark != marks_.end()) {
      span.title = mark->second.title;
      span.of_item = mark->second.of_item;
    }
    if (appendix || schema::fold_text(blocks_[at].text) == schema::fold_text(span.title)) {
      span.title = blocks_[at].text;
      span.body = at + 1;
    } else if (const auto head = head_near(at)) {
      const std::string title = span.title;
      span = span_of(*head);
      span.begin = at;
      if (span.title.empty()) span.title = title;
    }
    spans_.push_back(span);
    titles_.erase(schema::fold_text(span.title));
    at = std::max(at, span.body == 0 ? 0 : span.body - 1);
    return true;
  }

  /// What opens within the first blocks of a page.
  std::optional<Head> head_near(std::size_t at) const {
    for (std::size_t i = at; i < std::min(at + 4, blocks_.size()); ++i) {
      const auto head = head_at(blocks_, i, at);
      if (head && head->kind != PaperKind::agenda) return head;
    }
    return std::nullopt;
  }

  void open(const Head& head, std::size_t& at) {
    if (!spans_.empty() && same_paper(spans_.back(), head)) return;
    // Inside minutes a body with a day is a report only behind their end: minutes cite meetings all the time.
    if (!spans_.empty() && spans_.back().kind == PaperKind::minutes && head.kind == PaperKind::report && !ended(head) &&
        !sheet_follows(head))
      return;
    if (!spans_.empty() && head.kind == PaperKind::report && spans_.back().kind == PaperKind::report &&
        head.title.empty() && !sheet_follows(head))
      return;
    if (head.kind == PaperKind::agenda && !spans_.empty()) return;
    // The sheet of the report that has just begun opens no second one.
    if (!spans_.empty() && spans_.back().kind == PaperKind::report && head.begin <= spans_.back().begin + 14 &&
        !sheet_behind_blank(head))
      return;
    spans_.push_back(span_of(head));
    if (spans_.size() == 1) spans_.back().begin = 0;
    if (head.kind == PaperKind::agenda) titles_ = agenda_titles(blocks_, spans_.back(), next_minutes(head.body));
    titles_.erase(schema::fold_text(head.title));
    at = std::max(at, head.body - 1);
  }

  /// The last words of minutes or a page left blank stand between them and `head`.
  bool ended(const Head& head) const {
    for (std::size_t i = spans_.back().body; i < head.begin; ++i) {
      if (blocks_[i].page_blank || ends_minutes(blocks_[i].text)) return true;
    }
    return false;
  }

  bool sheet_behind_blank(const Head& head) const {
    for (std::size_t i = spans_.back().begin; i < head.begin; ++i) {
      if (blocks_[i].page_blank) return true;
    }
    return false;
  }

  /// A front sheet right behind the head, or a blank page right before it.
  bool sheet_follows(const Head& head) const {
    if (head.begin > 0 && blocks_[head.begin - 1].page_blank) return true;
    for (std::size_t i = head.body == 0 ? 0 : head.body - 1; i < std::min(head.body + 3, blocks_.size()); ++i) {
      if (front_sheet_label(blocks_[i])) return true;
    }
    return false;
  }

  /// The agenda's own items end where the minutes of the last meeting or the first report begin.
  std::size_t next_minutes(std::size_t at) const {
    while (at < blocks_.size() && !blocks_[at].page_blank && !head_at(blocks_, at, at)) ++at;
    return at;
  }

  void after_blank(std::size_t at) {
    if (spans_.empty() || at + 1 >= blocks_.size() || marks_.contains(at + 1)) return;
    for (std::size_t i = at + 1; i < std::min(at + 3, blocks_.size()); ++i) {
      if (head_at(blocks_, i, at + 1)) return;  // the head itself will open the paper
    }
    std::size_t body = at + 1;
    const std::string title = title_after_blank(blocks_, at + 1, body);
    if (title.empty()) return;
    PaperSpan span{.kind = PaperKind::other, .begin = at + 1, .body = body, .title = title};
    for (std::size_t i = at + 1; i < body; ++i) {
      if (is_body_name(blocks_[i].text)) span.committee = body_name_in(blocks_[i].text);
    }
    spans_.push_back(std::move(span));
  }

  void finish() {
    if (spans_.empty()) spans_.push_back(PaperSpan{});
    spans_.front().begin = 0;
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      spans_[i].end = i + 1 < spans_.size() ? spans_[i + 1].begin : blocks_.size();
      spans_[i].body = std::min(spans_[i].body, spans_[i].end);
      if (i > 0 && spans_[i].kind == PaperKind::other) spans_[i].kind = attached_kind(blocks_, spans_[i]);
    }
  }

  const std::vector<Block>& blocks_;
  const std::map<std::size_t, PackMark>& marks_;
  std::vector<PaperSpan> spans_;
  std::set<std::string> titles_;
};

}  // namespace

std::vector<PaperSpan> split_papers(const std::vector<Block>& blocks, const std::map<std::size_t, PackMark>& marks) {
  return Splitter(blocks, marks).split();
}

}  // namespace minutebook::indexer
