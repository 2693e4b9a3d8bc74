#include "indexer/extract/modern_gov.h"

#include <algorithm>
#include <array>

#include "indexer/extract/main_text.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// Titles of pages that lead to papers and are none.
struct Navigation {
  std::string_view title;  ///< its beginning, in lower case
  std::string_view what;
};

constexpr std::array<Navigation, 30> navigation = {{{"browse meetings", "a list of meetings"},
                                                    {"browse committee meetings", "a list of meetings"},
                                                    {"committee meetings", "a list of meetings"},
                                                    {"pori cyfarfodydd", "a list of meetings"},
                                                    {"calendar", "a calendar of meetings"},
                                                    {"calendr", "a calendar of meetings"},
                                                    {"meetings calendar", "a calendar of meetings"},
                                                    {"monthly meetings calendar", "a calendar of meetings"},
                                                    {"agenda management timetable", "a calendar of meetings"},
                                                    {"committee structure", "a list of committees"},
                                                    {"committees", "a list of committees"},
                                                    {"strwythur pwyllgorau", "a list of committees"},
                                                    {"committee details", "a page about a committee"},
                                                    {"committee information", "a page about a committee"},
                                                    {"outside bodies", "a list of outside bodies"},
                                                    {"outside body details", "a page about an outside body"},
                                                    {"your councillors", "a list of councillors"},
                                                    {"councillors", "a list of councillors"},
                                                    {"find councillor", "a list of councillors"},
                                                    {"councillor details", "a page about a councillor"},
                                                    {"register of interests", "a register of a councillor's interests"},
                                                    {"election results", "a page of election results"},
                                                    {"search", "a page to search with"},
                                                    {"advanced search", "a page to search with"},
                                                    {"what's new", "a list of new pages"},
                                                    {"whats new", "a list of new pages"},
                                                    {"library", "a list of documents"},
                                                    {"subscribe", "a page to subscribe with"},
                                                    {"browse forward plans", "a list of forward plans"},
                                                    {"epetitions", "a list of petitions"}}};

std::string text_of_class(const HtmlPage& page, std::string_view name) {
  const NodeId found = page.tree.find_class(name, 0, page.tree.size());
  return found < page.tree.size() ? text_of(page.tree, page.dropped, found) : std::string();
}

/// What the page as a whole is about: the element with the system's name, else what the site marks as its main part.
NodeId content_of(const MarkupTree& tree) {
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.attribute(id, "id") == "modgov" || tree.has_class(id, "modgov")) return id;
  }
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree[id].name == "main" || tree.attribute(id, "role") == "main") return id;
  }
  const NodeId content = tree.find_class("mgContent", 0, tree.size());
  if (content == tree.size()) return 0;
  const bool titled = tree.find_class("mgMainTitleTxt", content, tree[content].end) < tree[content].end;
  return titled ? content : tree[content].parent;
}

bool mentions(std::string_view title, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains_word(title, word); });
}

/// Pages of other kinds: their own text, under their own title.
Extraction read_other_page(const HtmlPage& page, const ModernGovHead& head) {
  DocumentFacts facts;
  add_page_facts(page, facts);
  facts.title = head.sub.empty() ? head.main : head.main + ": " + head.sub;
  if (head.meeting.date.known()) {
    facts.date = schema::iso_date(head.meeting.date);
    facts.committee = head.meeting.committee;
  }
  const std::string main = lower(head.main);
  if (mentions(main, {"forward plan", "plan item details", "key decisions"})) facts.kind = "forward-plan";
  if (head.meeting.date.known() && mentions(main, {"minutes", "cofnodion"})) facts.kind = "minutes";
  facts.one_paper = true;
  return main_text_page(page, head.content, std::move(facts));
}

}  // namespace

bool is_modern_gov(const MarkupTree& tree) {
  static constexpr std::array<std::string_view, 7> classes = {
      "mgMainTitleTxt", "mgItemTable", "mgAiTitleTxt", "mgSubTitleTxt", "mgContent", "mgSubItemTitleTxt", "mgWordPara"};
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (!tree[id].element() || tree.attribute(id, "class").empty()) continue;
    if (std::any_of(classes.begin(), classes.end(), [&](std::string_view one) { return tree.has_class(id, one); }))
      return true;
  }
  return false;
}

ModernGovHead head_of_modern_gov(const HtmlPage& page) {
  ModernGovHead head;
  head.main = text_of_class(page, "mgMainTitleTxt");
  head.sub = text_of_class(page, "mgSubTitleTxt");
  if (head.main.empty() && page.heading != head.sub) head.main = page.heading;
  head.content = content_of(page.tree);
  head.meeting = meeting_of_title(head.sub);
  // Some designs leave the sub-title out: the page's title names the meeting too.
  if (!head.meeting.date.known() && schema::find_dates(page.title).size() == 1) {
    const MeetingTitle other = meeting_of_title(page.title);
    if (!other.committee.empty()) head.meeting = other;
  }
  return head;
}

std::vector<ItemSection> sections_between(const HtmlPage& page, NodeId begin, NodeId end) {
  const MarkupTree& tree = page.tree;
  std::vector<ItemSection> sections;
  std::string label;
  const auto add = [&](NodeId from, NodeId to) {
    std::vector<std::string> lines = lines_of({tree, page.dropped, from, to, LinkParagraphs::drop});
    add_paragraphs(lines, document_lines(page, from, to));
    drop_site_phrases(lines);
    if (!lines.empty()) sections.push_back({label, std::move(lines)});
  };
  const auto titled = [&](NodeId id) {
    // "<p class=mgLabel>Accompanying Documents:</p>": a label in a paragraph of its own.
    return tree.has_class(id, "mgSubItemTitleTxt") || tree.has_class(id, "mgSubSubTitleTxt") ||
           (tree[id].name == "p" && tree.has_class(id, "mgLabel"));
  };
  NodeId from = begin;
  for (NodeId id = begin; id < end; ++id) {
    if (!tree[id].element() || !titled(id)) continue;
    add(from, id);
    label = text_of(tree, page.dropped, id);
    from = id = tree[id].end;
    --id;
  }
  add(from, end);
  return sections;
}

Extraction read_modern_gov(const HtmlPage& page) {
  const ModernGovHead head = head_of_modern_gov(page);
  const MarkupTree& tree = page.tree;
  if (tree.find_class("mgItemNumberCell", 0, tree.size()) < tree.size() ||
      tree.find_class("mgItemTable", 0, tree.size()) < tree.size())
    return read_meeting_page(page, head);
  const std::string main = lower(head.main);
  for (const Navigation& one : navigation) {
    if (main.starts_with(one.title)) return no_paper(std::string(one.what));
  }
  if (mentions(main, {"agenda item", "eitem rhaglen"})) return read_item_page(page, head);
  if (main.starts_with("issue") && !main.starts_with("issue details")) return read_issue_page(page, head);
  const bool labelled = tree.find_class("mgLabel", head.content, tree[head.content].end) < tree[head.content].end;
  const bool decision =
      mentions(main, {"decision details", "decision", "issue details", "plan item", "manylion penderfyniad"});
  // Some designs print no title over a decision, but over all other pages.
  const bool untitled = main.empty() && !head.meeting.date.known();
  if (labelled && (decision || untitled)) return read_decision_page(page, head);
  return read_other_page(page, head);
}

}  // namespace minutebook::indexer
