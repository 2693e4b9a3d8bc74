// Pages of single decisions and of single agenda items, and the history of an issue.
#include <algorithm>
#include <optional>
#include <set>

#include "indexer/extract/decision_labels.h"
#include "indexer/extract/modern_gov.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// "<p><span class=mgLabel>Decision Maker: </span>Cabinet</p>": the labelled values in the content, which are then left
/// out of it.
std::vector<LabelledValue> take_labels(const HtmlPage& page, NodeId content, NodeMask& taken) {
  const MarkupTree& tree = page.tree;
  std::vector<LabelledValue> values;
  const NodeId end = tree[content].end;
  for (NodeId id = tree.find_class("mgLabel", content, end); id < end; id = tree.find_class("mgLabel", id + 1, end)) {
    const NodeId around = tree[id].name == "p" || tree[id].name == "div" ? id : tree[id].parent;
    const std::string label = tidy_label(text_of(tree, page.dropped, id));
    const std::string whole = text_of(tree, page.dropped, around);
    const std::string own = text_of(tree, page.dropped, id);
    // A label in a paragraph of its own heads what follows it.
    if (label.empty() || around == id || whole.size() <= own.size() || around <= content) continue;
    values.push_back({label, std::string(trim(std::string_view(whole).substr(own.size())))});
    taken[around] = true;
  }
  return values;
}

/// Sections of the page become items of their own: what is decided stands apart from what it is decided on.
void write_sections(const std::vector<ItemSection>& sections, std::vector<std::string>& lines) {
  std::size_t number = 0;
  for (const ItemSection& section : sections) {
    const std::string label = tidy_label(section.label);
    if (label.empty()) {
      add_paragraphs(lines, section.lines);
      continue;
    }
    add_paragraph(lines, "<AI" + std::to_string(++number) + ">");
    add_paragraph(lines, "## " + label);
    add_paragraphs(lines, section.lines);
  }
}

/// The page without its titles.
HtmlPage without_titles(const HtmlPage& page) {
  HtmlPage inner = page;
  for (NodeId id = 0; id < inner.tree.size(); ++id) {
    const bool title = inner.tree.has_class(id, "mgMainTitleTxt") || inner.tree.has_class(id, "mgSubTitleTxt") ||
                       inner.tree[id].name == "h1";
    if (title) inner.dropped[id] = true;
  }
  return inner;
}

/// A link to the meeting in the page's navigation names its committee and day.
std::optional<MeetingTitle> linked_meeting(const HtmlPage& page) {
  const MarkupTree& tree = page.tree;
  const NodeMask nothing(tree.size(), false);
  std::optional<MeetingTitle> found;
  for (NodeId id = tree.find("a", 0, tree.size()); id < tree.size(); id = tree.find("a", id + 1, tree.size())) {
    if (find_ci(tree.attribute(id, "href"), "ielistdocuments.aspx") == std::string_view::npos) continue;
    for (const std::string& title : {text_of(tree, nothing, id), one_line(tree.attribute(id, "title"))}) {
      const MeetingTitle meeting = meeting_of_title(title);
      if (!meeting.date.known() || meeting.committee.empty()) continue;
      if (found && found->date != meeting.date) return std::nullopt;  // several: which one is not stated
      found = meeting;
      break;
    }
  }
  return found;
}

}  // namespace

Extraction read_decision_page(const HtmlPage& page, const ModernGovHead& head) {
  HtmlPage inner = without_titles(page);
  const std::vector<LabelledValue> values = take_labels(page, head.content, inner.dropped);
  std::vector<ItemSection> sections = sections_between(inner, head.content + 1, page.tree[head.content].end);
  std::vector<std::string> lines;
  add_paragraph(lines, head.sub.empty() ? std::string() : "# " + head.sub);
  for (const LabelledValue& one : values) add_paragraph(lines, one.label + ": " + one.value);
  if (values.empty() && sections.empty()) return no_paper("the page of a decision without any text");
  write_sections(sections, lines);
  DocumentFacts facts;
  add_page_facts(page, facts);
  facts.kind = announces_decision(values) ? "forward-plan" : "decision";
  facts.title = head.sub;
  facts.one_paper = true;
  add_decision_facts(values, facts);
  return one_page(std::move(lines), std::move(facts), page.warnings);
}

Extraction read_item_page(const HtmlPage& page, const ModernGovHead& head) {
  const HtmlPage inner = without_titles(page);
  MeetingItem item{.title = head.sub};
  const MarkupTree& tree = page.tree;
  if (item.title.empty()) {
    const NodeId titled = tree.find_class("mgAiTitleTxt", 0, tree.size());
    if (titled < tree.size()) item.title = text_of(tree, page.dropped, titled);
  }
  item.title = without_file_size(item.title);
  item.sections = sections_between(inner, head.content + 1, tree[head.content].end);
  if (item.sections.empty()) return no_paper("the page of an agenda item without any text");
  std::vector<std::string> lines;
  write_item(item, lines);
  DocumentFacts facts;
  add_page_facts(page, facts);
  facts.kind = "other";  // neither the agenda nor the minutes, but one item of them
  facts.title = item.title;
  if (const auto meeting = linked_meeting(page)) {
    facts.committee = meeting->committee;
    facts.date = schema::iso_date(meeting->date);
  }
  facts.one_paper = true;
  return one_page(std::move(lines), std::move(facts), page.warnings);
}

Extraction read_issue_page(const HtmlPage& page, const ModernGovHead& head) {
  const HtmlPage inner = without_titles(page);
  std::vector<std::string> text;
  for (const ItemSection& section : sections_between(inner, head.content + 1, page.tree[head.content].end)) {
    if (!section.label.empty()) add_paragraph(text, "**" + tidy_label(section.label) + "**");
    add_paragraphs(text, section.lines);
  }
  std::vector<std::string> lines;
  add_paragraph(lines, head.sub.empty() ? std::string() : "# " + head.sub);
  std::set<std::string> meetings;
  DocumentFacts facts;
  for (const std::string& line : text) {
    if (const auto meeting = meeting_of_issue(line)) {
      meetings.insert(schema::iso_date(meeting->date) + meeting->committee);
      facts.committee = meeting->committee;
      facts.date = schema::iso_date(meeting->date);
      add_paragraph(lines, "<AI" + std::to_string(meetings.size()) + ">");
    }
    lines.push_back(line);
  }
  if (meetings.empty()) return no_paper("the history of an issue without any meeting");
  if (meetings.size() > 1) {  // the item of several meetings: none of them is the paper's
    facts.committee.clear();
    facts.date.clear();
  }
  add_page_facts(page, facts);
  facts.kind = "other";
  facts.title = head.sub.empty() ? head.main : head.sub;
  facts.one_paper = true;
  return one_page(std::move(lines), std::move(facts), page.warnings);
}

}  // namespace minutebook::indexer
