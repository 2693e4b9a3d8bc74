#include "indexer/extract/html_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/extract/html_lists.h"
#include "indexer/extract/html_tables.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

bool one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements that begin and end a paragraph.
bool is_block(std::string_view name) {
  static constexpr std::array<std::string_view, 41> names = {
      "p",     "div",     "h1",      "h2",         "h3",      "h4",         "h5",      "h6",     "ul",
      "ol",    "li",      "dl",      "dt",         "dd",      "table",      "thead",   "tbody",  "tfoot",
      "tr",    "td",      "th",      "caption",    "section", "article",    "main",    "header", "footer",
      "aside", "nav",     "form",    "fieldset",   "legend",  "blockquote", "address", "pre",    "figure",
      "hr",    "details", "summary", "figcaption", "center"};
  return one_of(name, names);
}

bool is_bold(const MarkupTree& tree, NodeId id) {
  const std::string& name = tree[id].name;
  if (name == "b" || name == "strong") return true;
  const std::string style = lower(tree.attribute(id, "style"));
  const std::size_t weight = style.find("font-weight");
  if (weight == std::string::npos) return false;
  const std::string_view value = trim(std::string_view(style).substr(std::min(style.find(':', weight), style.size())));
  return value.find("bold") < 4 || value.find("700") < 4;
}

/// What was struck out is not part of the final text.
bool is_struck(const MarkupTree& tree, NodeId id) {
  const std::string& name = tree[id].name;
  return name == "s" || name == "strike" || name == "del" ||
         tree.attribute(id, "style").find("line-through") != std::string_view::npos;
}

std::size_t visible_bytes(std::string_view text) {
  const std::string line = one_line(text);
  return line.size() - static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
}

/// Gathers the characters of a paragraph and writes it as a line.
class Writer {
 public:
  explicit Writer(const HtmlRange& range) : range_(range) {}

  void add(std::string_view text, bool bold, bool link) {
    if (text.empty()) return;
    const std::size_t seen = visible_bytes(text);
    visible_ += seen;
    if (bold) bold_ += seen;
    if (link) linked_ += seen;
    text_ += text;
  }

  /// Ends the line; the next one belongs to the same paragraph unless end_block() follows.
  void end_line() {
    const bool link = range_.links == LinkParagraphs::drop && linked_ > 0 && linked_ == visible_;
    const bool bold = bold_ > 0 && bold_ == visible_ && heading_ == 0;
    ListEntry entry = list_entry(text_);
    if (!prefix_.empty() && !entry.text.empty()) entry.bullet = std::exchange(prefix_, {});
    if (!entry.text.empty() && !link) write(entry, bold);
    text_.clear();
    visible_ = bold_ = linked_ = 0;
  }

  void end_block() {
    end_line();
    // Rows of one table stand together; what follows them is parted in write().
    if (!lines_.empty() && !lines_.back().empty() && !rows_) lines_.emplace_back();
    label_.clear();
  }

  /// "Venue" of a list of terms: stands before what it is explained with.
  void end_label() {
    std::string label = one_line(text_);
    text_.clear();
    visible_ = bold_ = linked_ = 0;
    if (label.empty()) return;
    if (label.back() != ':') label += ':';
    label_ = label + ' ';
  }

  void set_heading(int rank) { heading_ = rank; }
  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }
  void add_rows(const std::vector<std::string>& rows) {
    end_block();
    lines_.insert(lines_.end(), rows.begin(), rows.end());
    rows_ = rows_ || !rows.empty();
  }
  /// Another table than that of the last row begins or ends.
  void end_rows() {
    end_line();
    rows_ = false;
    end_block();
  }

  std::vector<std::string> finish() {
    end_block();
    while (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
    return std::move(lines_);
  }

 private:
  void write(const ListEntry& entry, bool bold) {
    std::string line = heading_ > 0 ? std::string(static_cast<std::size_t>(heading_), '#') + ' ' : entry.bullet;
    line += std::exchange(label_, {});
    line += bold ? "**" + entry.text + "**" : entry.text;
    if (std::exchange(rows_, false)) lines_.emplace_back();
    lines_.push_back(std::move(line));
  }

  const HtmlRange& range_;
  std::vector<std::string> lines_;
  std::string text_;
  std::string prefix_;  // sign or number of the list's entry, before its first line
  std::string label_;   // term of a list of terms
  std::size_t visible_ = 0;
  std::size_t bold_ = 0;
  std::size_t linked_ = 0;
  int heading_ = 0;
  bool rows_ = false;  // the last line is a row
};

/// Walks the nodes of a range in order and keeps what is open around them.
class Walk {
 public:
  explicit Walk(const HtmlRange& range)
      : range_(range), tree_(range.tree), tables_(range.tree, range.dropped), writer_(range) {}

  std::vector<std::string> run() {
    for (NodeId id = range_.begin; id < range_.end;) {
      while (!open_.empty() && tree_[open_.back()].end <= id) leave();
      if (range_.dropped[id]) {
        id = tree_[id].end;
        continue;
      }
      id = tree_[id].element() ? enter(id) : add_text(id);
    }
    while (!open_.empty()) leave();
    return writer_.finish();
  }

 private:
  NodeId add_text(NodeId id) {
    if (preserved_ == 0) {
      writer_.add(tree_[id].text, bold_ > 0, links_ > 0);
      return id + 1;
    }
    std::string_view rest = tree_[id].text;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      writer_.add(rest.substr(0, end), bold_ > 0, links_ > 0);
      writer_.end_line();
      rest.remove_prefix(end + 1);
    }
    writer_.add(rest, bold_ > 0, links_ > 0);
    return id + 1;
  }

  /// Returns the node to go on with.
  NodeId enter(NodeId id) {
    const std::string& name = tree_[id].name;
    if (is_struck(tree_, id)) return tree_[id].end;
    if (name == "br") {
      writer_.end_line();
      return tree_[id].end;
    }
    if (name == "tr" && tables_.is_row(id)) {
      writer_.add_rows(tables_.row(id));
      return tree_[id].end;
    }
    if ((name == "td" || name == "th") && is_loose_cell(id)) return tree_[id].end;
    if (name == "table") writer_.end_rows();
    if (is_block(name)) begin_block(id);
    count(id, 1);
    open_.push_back(id);
    return id + 1;
  }

  /// Cells that somebody put straight into a table's head are a row too: read with the first of them.
  bool is_loose_cell(NodeId id) {
    const NodeId around = tree_[id].parent;
    if (tree_[around].name == "tr" || !tables_.is_row(around)) return false;
    if (loose_rows_.insert(around).second) writer_.add_rows(tables_.row(around));
    return true;
  }

  void begin_block(NodeId id) {
    const std::string& name = tree_[id].name;
    if (name == "dd") {
      writer_.end_line();
    } else if (!is_first_in_entry(id)) {
      writer_.end_block();
    }
    if (name == "li") writer_.set_prefix(list_sign(tree_, id, numbers_[tree_[id].parent]));
  }

  /// The first paragraph of an entry stands on the line of its sign; of an explanation on that of its term.
  bool is_first_in_entry(NodeId id) const {
    const NodeId parent = tree_[id].parent;
    return tree_[parent].name == "dd" && tree_[id].name == "p" && parent + 2 >= id;
  }

  void leave() {
    const NodeId id = open_.back();
    const std::string& name = tree_[id].name;
    open_.pop_back();
    if (name == "table") writer_.end_rows();
    if (name == "dt") {
      writer_.end_label();
    } else if (is_block(name)) {
      writer_.end_block();
    }
    if (name == "li") writer_.set_prefix({});
    count(id, -1);
  }

  void count(NodeId id, int step) {
    const std::string& name = tree_[id].name;
    if (is_bold(tree_, id)) bold_ += step;
    if (name == "a" && !tree_.attribute(id, "href").empty()) links_ += step;
    if (name == "pre") preserved_ += step;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      writer_.set_heading(step > 0 ? name[1] - '0' : 0);
    }
  }

  const HtmlRange& range_;
  const MarkupTree& tree_;
  TableReader tables_;
  Writer writer_;
  std::vector<NodeId> open_;
  std::unordered_map<NodeId, int> numbers_;  // of the last entry of each list
  std::unordered_set<NodeId> loose_rows_;    // read already
  int bold_ = 0;
  int links_ = 0;
  int preserved_ = 0;
};

}  // namespace

std::vector<std::string> lines_of(const HtmlRange& range) {
  return Walk(range).run();
}

std::string text_of(const MarkupTree& tree, const NodeMask& dropped, NodeId id) {
  std::string text;
  for (NodeId at = id; at < tree[id].end;) {
    if (dropped[at] || is_struck(tree, at)) {
      at = tree[at].end;
      continue;
    }
    if (!tree[at].element()) {
      text += tree[at].text;
    } else if (is_block(tree[at].name) || tree[at].name == "br") {
      text += ' ';
    }
    ++at;
  }
  return one_line(text);
}

}  // namespace minutebook::indexer
