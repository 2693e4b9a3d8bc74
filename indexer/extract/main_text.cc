#include "indexer/extract/main_text.h"

#include <algorithm>
#include <array>

#include "indexer/extract/html_tables.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t link_text_at_least = 400;  // bytes; shorter pages of links may be notices

/// Bytes of text before each node, of what is not left out: all of it, and what stands in links.
struct TextShares {
  std::vector<std::size_t> text;
  std::vector<std::size_t> links;
};

TextShares shares_of(const HtmlPage& page) {
  const MarkupTree& tree = page.tree;
  TextShares shares{std::vector<std::size_t>(tree.size() + 1), std::vector<std::size_t>(tree.size() + 1)};
  NodeId dropped_end = 0;
  NodeId link_end = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (page.dropped[id]) dropped_end = std::max(dropped_end, tree[id].end);
    if (tree[id].name == "a" && !tree.attribute(id, "href").empty()) link_end = std::max(link_end, tree[id].end);
    const auto blanks = std::count_if(tree[id].text.begin(), tree[id].text.end(),
                                      [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    const std::size_t bytes = id < dropped_end ? 0 : tree[id].text.size() - static_cast<std::size_t>(blanks);
    shares.text[id + 1] = shares.text[id] + bytes;
    shares.links[id + 1] = shares.links[id] + (id < link_end ? bytes : 0);
  }
  return shares;
}

std::size_t within(const std::vector<std::size_t>& before, const MarkupTree& tree, NodeId id) {
  return before[tree[id].end] - before[id];
}

/// Running text: what stands in no link.
std::size_t prose(const TextShares& shares, const MarkupTree& tree, NodeId id) {
  return within(shares.text, tree, id) - within(shares.links, tree, id);
}

/// The longest element that the site itself marks as the main one; 0: none.
NodeId marked_main(const HtmlPage& page, const TextShares& shares) {
  const MarkupTree& tree = page.tree;
  NodeId best = 0;
  for (NodeId id = 1; id < tree.size(); ++id) {
    const bool marked = tree[id].name == "main" || tree[id].name == "article" || tree.attribute(id, "role") == "main";
    if (!marked) continue;
    if (best == 0 || prose(shares, tree, id) > prose(shares, tree, best)) best = id;
  }
  // An article that is only a teaser among others is not the page's text.
  return best != 0 && prose(shares, tree, best) * 2 >= prose(shares, tree, 0) ? best : 0;
}

/// Blocks that may hold a page's text; a cell only of a table that places text on the page.
bool is_container(const HtmlPage& page, NodeId id) {
  static constexpr std::array<std::string_view, 6> names = {"body", "div", "section", "form", "center", "html"};
  const std::string& name = page.tree[id].name;
  if (name == "td") return !TableReader(page.tree, page.dropped).is_row(page.tree[id].parent);
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The smallest block that still holds nine tenths of the running text, and the first heading.
NodeId densest(const HtmlPage& page, const TextShares& shares) {
  const MarkupTree& tree = page.tree;
  const NodeId heading = tree.find("h1", 0, tree.size());
  const std::size_t all = prose(shares, tree, 0);
  NodeId best = 0;
  NodeId around = 0;
  for (bool deeper = all > 0; deeper;) {
    deeper = false;
    for (const NodeId child : tree.children(around)) {
      const bool headed = heading == tree.size() || tree.inside(heading, child) || heading < around;
      if (page.dropped[child] || !headed || prose(shares, tree, child) * 10 < all * 9) continue;
      around = child;
      if (is_container(page, child)) best = child;
      deeper = true;
      break;
    }
  }
  return best;
}

}  // namespace

Extraction main_text_page(const HtmlPage& page, NodeId root, DocumentFacts facts) {
  const MarkupTree& tree = page.tree;
  const TextShares shares = shares_of(page);
  const std::size_t links = within(shares.links, tree, root);
  if (links > link_text_at_least && prose(shares, tree, root) * 4 < links) return no_paper("a page of links");
  std::vector<std::string> lines = lines_of({tree, page.dropped, root, tree[root].end, LinkParagraphs::keep});
  drop_site_phrases(lines);
  const bool headed = tree.find("h1", root, tree[root].end) < tree[root].end;
  if (!headed && !lines.empty() && !page.title.empty()) {
    std::vector<std::string> titled = {"# " + page.title};
    add_paragraphs(titled, lines);
    lines = std::move(titled);
  }
  return one_page(std::move(lines), std::move(facts), page.warnings);
}

Extraction read_main_text(const HtmlPage& page) {
  const TextShares shares = shares_of(page);
  NodeId root = marked_main(page, shares);
  if (root == 0) root = densest(page, shares);
  DocumentFacts facts;
  add_page_facts(page, facts);
  return main_text_page(page, root, std::move(facts));
}

}  // namespace minutebook::indexer
