#include "indexer/extract/markup_tree.h"

namespace minutebook::indexer {

std::string_view MarkupTree::attribute(NodeId id, std::string_view key) const {
  for (const auto& [name, value] : nodes_[id].attributes) {
    if (name == key) return value;
  }
  return {};
}

bool MarkupTree::has_class(NodeId id, std::string_view name) const {
  const std::string_view classes = attribute(id, "class");
  for (std::size_t at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || classes[at - 1] == ' ' || classes[at - 1] == '\n' || classes[at - 1] == '\t';
    const bool ends = end == classes.size() || classes[end] == ' ' || classes[end] == '\n' || classes[end] == '\t';
    if (begins && ends) return true;
  }
  return false;
}

NodeId MarkupTree::find(std::string_view name, NodeId begin, NodeId end) const {
  while (begin < end && nodes_[begin].name != name) ++begin;
  return begin;
}

NodeId MarkupTree::find_class(std::string_view name, NodeId begin, NodeId end) const {
  while (begin < end && !(nodes_[begin].element() && has_class(begin, name))) ++begin;
  return begin;
}

std::vector<NodeId> MarkupTree::children(NodeId id) const {
  std::vector<NodeId> found;
  for (NodeId child = id + 1; child < nodes_[id].end; child = nodes_[child].end) {
    if (nodes_[child].element()) found.push_back(child);
  }
  return found;
}

void MarkupBuilder::open(std::string name, std::vector<std::pair<std::string, std::string>> attributes) {
  if (beyond_ > 0 || open_.size() > max_markup_depth || tree_.nodes_.size() >= max_markup_nodes) {
    ++beyond_;
    flattened_ = true;
    text(" ");  // words of neighbouring elements stay apart
    return;
  }
  const NodeId id = tree_.size();
  tree_.nodes_.push_back({.name = std::move(name), .attributes = std::move(attributes), .parent = open_.back()});
  open_.push_back(id);
}

void MarkupBuilder::text(std::string_view text) {
  MarkupNode& last = tree_.nodes_.back();
  if (!last.element() && last.parent == open_.back() && last.end == 0) {
    last.text += text;
    return;
  }
  tree_.nodes_.push_back({.text = std::string(text), .parent = open_.back()});
}

void MarkupBuilder::close() {
  if (beyond_ > 0) {
    --beyond_;
    text(" ");
    return;
  }
  if (open_.size() == 1) return;
  tree_.nodes_[open_.back()].end = tree_.size();
  tree_.nodes_[open_.back()].closed = true;
  open_.pop_back();
}

MarkupTree MarkupBuilder::finish() {
  beyond_ = 0;
  for (; open_.size() > 1; open_.pop_back()) tree_.nodes_[open_.back()].end = tree_.size();
  for (NodeId id = 0; id < tree_.size(); ++id) {
    if (!tree_.nodes_[id].element()) tree_.nodes_[id].end = id + 1;
  }
  tree_.nodes_[0].end = tree_.size();
  return std::move(tree_);
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace minutebook::indexer
