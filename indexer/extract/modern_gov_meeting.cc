// The page of a meeting: its agenda, and the decisions and minutes that were written into it.
#include <algorithm>
#include <optional>
#include <set>

#include "indexer/extract/modern_gov.h"
#include "indexer/extract/page_address.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// "<a name="AI6235">" in the row: the system's number of the item.
std::string item_id(const MarkupTree& tree, NodeId row) {
  for (NodeId id = tree.find("a", row, tree[row].end); id < tree[row].end; id = tree.find("a", id + 1, tree[row].end)) {
    std::string_view name = tree.attribute(id, "name");
    if (name.empty()) name = tree.attribute(id, "id");
    if (name.starts_with("AI") && name.size() > 2 && name.find_first_not_of("0123456789", 2) == std::string_view::npos)
      return std::string(name.substr(2));
  }
  return {};
}

/// A row of an item: its cell with the number (perhaps empty), its cell with the text, further cells.
struct ItemRow {
  NodeId number = 0;
  NodeId content = 0;
  std::vector<NodeId> others;  ///< notes, times
};

std::optional<ItemRow> item_row(const HtmlPage& page, NodeId row) {
  const MarkupTree& tree = page.tree;
  std::vector<NodeId> cells = tree.children(row);
  std::erase_if(cells, [&](NodeId id) { return tree[id].name != "td"; });
  if (cells.empty()) return std::nullopt;
  const auto numbered =
      std::find_if(cells.begin(), cells.end(), [&](NodeId id) { return tree.has_class(id, "mgItemNumberCell"); });
  ItemRow found;
  if (numbered != cells.end()) {
    found.number = *numbered;
    cells.erase(numbered);
  } else if (cells.size() > 1) {
    found.number = cells.front();
    cells.erase(cells.begin());
  }
  // The text stands in the cell with the title, or in the longest one.
  const auto titled = std::find_if(cells.begin(), cells.end(), [&](NodeId id) {
    return tree.find_class("mgAiTitleTxt", id, tree[id].end) < tree[id].end;
  });
  const auto longest = std::max_element(cells.begin(), cells.end(), [&](NodeId a, NodeId b) {
    return text_of(tree, page.dropped, a).size() < text_of(tree, page.dropped, b).size();
  });
  const auto content = titled != cells.end() ? titled : longest;
  if (content == cells.end()) return std::nullopt;
  found.content = *content;
  cells.erase(content);
  found.others = std::move(cells);
  return found;
}

/// The element that holds the title, in the cell of the text.
NodeId title_in(const MarkupTree& tree, NodeId cell) {
  const NodeId end = tree[cell].end;
  if (const NodeId titled = tree.find_class("mgAiTitleTxt", cell + 1, end); titled < end) return titled;
  for (NodeId id = cell + 1; id < end; ++id) {
    const std::string& name = tree[id].name;
    if (name == "p" || name == "h2" || name == "h3" || name == "h4" || name == "strong") return id;
  }
  return cell;
}

std::optional<MeetingItem> read_item(const HtmlPage& page, NodeId row) {
  const std::optional<ItemRow> cells = item_row(page, row);
  if (!cells) return std::nullopt;
  const MarkupTree& tree = page.tree;
  MeetingItem item{.id = item_id(tree, row)};
  if (cells->number != 0) item.number = text_of(tree, page.dropped, cells->number);
  const NodeId title = title_in(tree, cells->content);
  item.title = without_file_size(text_of(tree, page.dropped, title));
  if (item.title.empty()) return std::nullopt;
  if (title == cells->content) return item;
  // The report that the title links to stands before the item's other documents.
  std::vector<std::string> reports = document_lines(page, title, tree[title].end);
  item.sections = sections_between(page, tree[title].end, tree[cells->content].end);
  if (!reports.empty()) {
    const auto documents = std::find_if(item.sections.begin(), item.sections.end(), [](const ItemSection& section) {
      return section_kind(section.label) != SectionKind::agenda;
    });
    item.sections.insert(documents, {.label = {}, .lines = std::move(reports)});
  }
  for (const NodeId other : cells->others) {
    const std::string note = text_of(tree, page.dropped, other);
    if (!note.empty()) item.sections.insert(item.sections.begin(), {.label = {}, .lines = {note}});
  }
  return item;
}

NodeId table_around(const MarkupTree& tree, NodeId row) {
  NodeId table = tree[row].parent;
  while (table != 0 && tree[table].name != "table") table = tree[table].parent;
  return table;
}

/// A row of the table of items itself: older designs put that into tables that place it on the page.
bool is_item_row(const MarkupTree& tree, NodeId row) {
  if (tree.has_class(table_around(tree, row), "mgItemTable")) return true;
  const std::vector<NodeId> cells = tree.children(row);
  return std::any_of(cells.begin(), cells.end(), [&](NodeId id) { return tree.has_class(id, "mgItemNumberCell"); });
}

/// The items of all such tables, which are then left out of the front.
std::vector<MeetingItem> read_items(const HtmlPage& page, NodeMask& outside) {
  const MarkupTree& tree = page.tree;
  std::vector<MeetingItem> items;
  for (NodeId row = tree.find("tr", 0, tree.size()); row < tree.size();) {
    if (!is_item_row(tree, row)) {
      row = tree.find("tr", row + 1, tree.size());
      continue;
    }
    outside[table_around(tree, row)] = true;
    if (std::optional<MeetingItem> item = read_item(page, row)) items.push_back(std::move(*item));
    row = tree.find("tr", tree[row].end, tree.size());
  }
  return items;
}

/// What stands round the table of items: place, contact, notes, lists of those present.
std::vector<std::string> front_lines(const HtmlPage& page, const ModernGovHead& head, NodeMask outside) {
  const MarkupTree& tree = page.tree;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const bool title = tree.has_class(id, "mgMainTitleTxt") || tree.has_class(id, "mgSubTitleTxt") ||
                       tree.has_class(id, "mgLinks") || tree[id].name == "h1";
    if (tree[id].element() && title) outside[id] = true;
  }
  std::vector<std::string> lines =
      lines_of({tree, outside, head.content, tree[head.content].end, LinkParagraphs::drop});
  for (std::string& line : lines) {
    const std::size_t directions = find_ci(line, " view directions");
    if (directions != std::string::npos) line.erase(directions);
  }
  drop_site_phrases(lines);
  return lines;
}

}  // namespace

Extraction read_meeting_page(const HtmlPage& page, const ModernGovHead& head) {
  NodeMask outside = page.dropped;
  const std::vector<MeetingItem> items = read_items(page, outside);
  std::vector<std::string> lines;
  const std::string title = head.sub.empty() ? page.title : head.sub;
  add_paragraph(lines, title.empty() ? std::string() : "# " + title);
  const std::vector<std::string> front = front_lines(page, head, std::move(outside));
  if (items.empty() && front.empty()) return no_paper("the page of a meeting without an agenda");
  add_paragraphs(lines, front);
  for (const MeetingItem& item : items) write_item(item, lines);
  DocumentFacts facts;
  add_page_facts(page, facts);
  facts.kind = kind_of_items(items);
  facts.committee = head.meeting.committee;
  facts.date = schema::iso_date(head.meeting.date);
  facts.status = status_of_words(head.main + " " + head.sub + " " + page.title);
  facts.one_paper = true;
  add_portfolios(items, facts);
  std::vector<std::string> warnings = page.warnings;
  if (const std::size_t parts = count_full_text_offers(page.tree); parts > 0)
    warnings.push_back("the page shows only the beginning of " + std::to_string(parts) +
                       (parts == 1 ? " text" : " texts") + "; the printed minutes have the rest");
  return one_page(std::move(lines), std::move(facts), std::move(warnings));
}

}  // namespace minutebook::indexer
