#include "indexer/extract/cmis_page.h"

#include <algorithm>

#include "indexer/extract/decision_labels.h"
#include "indexer/extract/main_text.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

NodeId content_of(const MarkupTree& tree) {
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree.attribute(id, "id") == "dnn_ContentPane") return id;
  }
  const NodeId module = tree.find_class("DNNModuleContent", 0, tree.size());
  return module < tree.size() ? module : 0;
}

/// "<div class=DNNLabel>Venue:</div><div class=Value>Town Hall</div>": a label and the value behind it.
std::vector<LabelledValue> labelled_values(const HtmlPage& page, NodeId content, NodeMask& taken) {
  const MarkupTree& tree = page.tree;
  std::vector<LabelledValue> values;
  for (NodeId id = content; id < tree[content].end; ++id) {
    if (!tree[id].element() || !tree.has_class(id, "DNNLabel")) continue;
    NodeId value = tree[id].end;
    while (value < tree[tree[id].parent].end && !tree[value].element()) ++value;
    if (value >= tree[tree[id].parent].end || tree.has_class(value, "DNNLabel") || tree.has_class(value, "holder"))
      continue;
    std::string label = text_of(tree, page.dropped, id);
    while (!label.empty() && (label.back() == ':' || label.back() == ' ')) label.pop_back();
    values.push_back({std::move(label), text_of(tree, page.dropped, value)});
    taken[id] = taken[value] = true;
    id = tree[value].end - 1;
  }
  return values;
}

std::string value_of(const std::vector<LabelledValue>& values, std::initializer_list<std::string_view> labels) {
  for (const LabelledValue& one : values) {
    if (std::find(labels.begin(), labels.end(), lower(one.label)) != labels.end()) return one.value;
  }
  return {};
}

/// Lists of months and of committees have no meeting's labels.
bool is_list(const MarkupTree& tree) {
  return tree.find_class("rgRow", 0, tree.size()) < tree.size();
}

}  // namespace

bool is_cmis(const MarkupTree& tree) {
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (!tree[id].element()) continue;
    const std::string_view classes = tree.attribute(id, "class");
    if (classes.find("CMIS") != std::string_view::npos || classes.find("CmisDocument") != std::string_view::npos ||
        tree.attribute(id, "id").find("cmis") != std::string_view::npos)
      return true;
    const bool handler = find_ci(tree.attribute(id, "href"), "document.ashx?") != std::string_view::npos;
    if (handler && tree.has_class(id, "TitleLink")) return true;
  }
  return false;
}

Extraction read_cmis_page(const HtmlPage& page) {
  const MarkupTree& tree = page.tree;
  const NodeId content = content_of(tree);
  HtmlPage inner = page;
  const std::vector<LabelledValue> values = labelled_values(page, content, inner.dropped);
  if (values.empty() && is_list(tree)) return no_paper("a list of meetings");
  const std::vector<std::string> documents = document_lines(page, content, tree[content].end);
  for (NodeId id = 0; id < tree.size(); ++id) {
    // "Meeting Details": every page has it.
    if (tree[id].name == "h1" || tree.has_class(id, "DocumentListItem")) inner.dropped[id] = true;
  }
  std::vector<std::string> text = lines_of({tree, inner.dropped, content, tree[content].end, LinkParagraphs::drop});
  drop_site_phrases(text);
  DocumentFacts facts;
  add_page_facts(page, facts);
  facts.committee = value_of(values, {"committee", "meeting"});
  const auto dates = schema::find_dates(value_of(values, {"date/time", "date", "meeting date", "date and time"}));
  if (!dates.empty()) facts.date = schema::iso_date(dates.front().date);
  facts.status = status_of_words(value_of(values, {"status", "meeting status"}));
  const bool decision = !value_of(values, {"decision maker", "date of decision", "decision date"}).empty();
  if (decision) add_decision_facts(values, facts);
  facts.kind = decision ? "decision" : "agenda";
  facts.one_paper = true;
  std::vector<std::string> lines;
  if (!facts.committee.empty() || !page.title.empty())
    add_paragraph(lines, "# " + (facts.committee.empty() ? page.title : facts.committee));
  for (const LabelledValue& one : values) {
    if (!one.value.empty()) add_paragraph(lines, one.label + ": " + one.value);
  }
  add_paragraphs(lines, text);
  add_paragraphs(lines, documents);
  return one_page(std::move(lines), std::move(facts), page.warnings);
}

}  // namespace minutebook::indexer
