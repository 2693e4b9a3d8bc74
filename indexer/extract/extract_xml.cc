#include "indexer/extract/extract_xml.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/extract/html_page.h"
#include "indexer/extract/markup_encoding.h"
#include "indexer/extract/read_html.h"
#include "indexer/extract/read_xml.h"
#include "indexer/extract/web_service_meeting.h"

namespace minutebook::indexer {
namespace {

Extraction refused(std::string reason) {
  Extraction result;
  result.status = ExtractionStatus::failed;
  result.reason = std::move(reason);
  return result;
}

/// Answers that hold no paper's text.
struct ListAnswer {
  std::string_view root;
  std::string_view what;
};

constexpr std::array<ListAnswer, 6> lists = {{{"getmeetings", "a list of meetings"},
                                              {"getmeetingsbydate", "a list of meetings"},
                                              {"getallmeetingsbydate", "a list of meetings"},
                                              {"committees", "a list of committees"},
                                              {"getcommittees", "a list of committees"},
                                              {"attachment", "the record of a document, without its text"}}};

/// The element of the answer itself: envelopes of SOAP and results of operations are taken off.
NodeId answer_in(const MarkupTree& tree) {
  NodeId id = 0;
  for (bool inner = true; inner;) {
    inner = false;
    const std::vector<NodeId> children = tree.children(id);
    for (const NodeId child : children) {
      const std::string& name = tree[child].name;
      const bool wrapper = id == 0 || name == "body" || name.ends_with("response") || name.ends_with("result") ||
                           tree[id].name.ends_with("result");
      if (!wrapper || name == "header") continue;
      id = child;
      inner = name == "envelope" || name == "body" || name.ends_with("response") || name.ends_with("result");
      break;
    }
  }
  return id;
}

std::string text_inside(const MarkupTree& tree, NodeId element) {
  std::string text;
  for (NodeId id = element + 1; id < tree[element].end; ++id) text += tree[id].text;
  return text;
}

/// A document of a dump of several sites: its title, address and date, its text as escaped HTML.
Extraction read_document(const MarkupTree& tree, NodeId document, NodeId body) {
  DocumentFacts facts;
  facts.title = unescaped(child_text(tree, document, "title"));
  facts.url = child_text(tree, document, "url");
  std::vector<std::string> lines;
  add_paragraph(lines, facts.title.empty() ? std::string() : "# " + facts.title);
  add_paragraphs(lines, lines_of_escaped_html(tree, body));
  return one_page(std::move(lines), std::move(facts), {});
}

/// Each element with text of its own is a paragraph.
Extraction read_plainly(const MarkupTree& tree, NodeId root) {
  std::vector<std::string> lines;
  for (NodeId id = root; id < tree.size(); ++id) {
    if (tree[id].element()) continue;
    const bool markup = tree[id].text.find("</") != std::string::npos;
    if (markup) {
      add_paragraphs(lines, lines_of_escaped_html(tree, tree[id].parent));
    } else {
      add_paragraph(lines, one_line(tree[id].text));
    }
  }
  return one_page(std::move(lines), {},
                  {"XML of an unknown kind (\"" + std::string(cut_utf8(tree[root].name, 60)) +
                   "\"): its text was read element by element"});
}

Extraction read_answer(const MarkupTree& tree, bool inside_text) {
  const NodeId root = answer_in(tree);
  const std::string& name = tree[root].name;
  if (root == 0) return {.status = ExtractionStatus::empty, .text = {}, .reason = {}};
  if (name.find("councillorsbyward") != std::string::npos)
    return refused("is a list of councillors with their addresses: such personal data is not indexed");
  for (const ListAnswer& list : lists) {
    if (name == list.root) return no_paper(std::string(list.what));
  }
  const NodeId items = tree.find("agendaitems", root, tree[root].end);
  if (name == "meeting" || (name == "getmeeting" && items < tree[root].end))
    return read_web_service_meeting(tree, root);
  if (name == "document") {
    for (const NodeId child : tree.children(root)) {
      if (tree[child].name == "body") return read_document(tree, root, child);
    }
  }
  // The answer as a string: "<string>&lt;meeting&gt;…".
  const std::string text = text_inside(tree, root);
  const bool wrapped = tree.children(root).empty() && one_line(std::string_view(text).substr(0, 200)).starts_with('<');
  if (wrapped && !inside_text) {
    const XmlTree inner = read_xml(text);
    if (inner.refusal.empty() && inner.damage.empty()) return read_answer(inner.tree, true);
  }
  return read_plainly(tree, root);
}

}  // namespace

Extraction extract_xml(std::string_view bytes) {
  forbid_external_entities();
  const DecodedText decoded = decode_markup(bytes);
  if (!decoded.refusal.empty()) return refused("is not XML: " + decoded.refusal);
  XmlTree read = read_xml(decoded.text);
  if (!read.refusal.empty()) return refused("is not read: " + read.refusal);
  Extraction result = read_answer(read.tree, false);
  std::vector<std::string>& warnings = result.text.warnings;
  if (result.status == ExtractionStatus::empty && !read.damage.empty()) return refused("is not XML: " + read.damage);
  if (result.status != ExtractionStatus::read) return result;
  if (!read.damage.empty()) warnings.push_back(read.damage + ": what follows may be missing");
  if (read.flattened)
    warnings.emplace_back("its elements are nested very deeply: the innermost ones were read as plain text");
  if (!decoded.warning.empty()) warnings.push_back(decoded.warning);
  return result;
}

}  // namespace minutebook::indexer
