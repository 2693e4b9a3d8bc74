// The elements and texts of a marked-up document (HTML, XML) as one flat list in reading order, filled by a streaming
// parser. Knows nothing of parsers, of tags or of what they mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minutebook::indexer {

using NodeId = std::uint32_t;

struct MarkupNode {
  std::string name;  ///< of an element, in lower case; empty: a text
  std::string text;  ///< of a text, as it stands in the document
  std::vector<std::pair<std::string, std::string>> attributes;
  NodeId parent = 0;
  NodeId end = 0;       ///< one past its last descendant: the next one that is not inside it
  bool closed = false;  ///< its end was read; false: the document broke off inside it
  bool element() const { return !name.empty(); }
};

/// Node 0 is the document itself; a node's descendants follow it up to its `end`.
class MarkupTree {
 public:
  MarkupTree() : nodes_(1) { nodes_[0].name = "#document"; }

  const MarkupNode& operator[](NodeId id) const { return nodes_[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }

  /// Empty if the element has no such attribute.
  std::string_view attribute(NodeId id, std::string_view key) const;
  /// `name` is one of the words of its class attribute.
  bool has_class(NodeId id, std::string_view name) const;
  bool inside(NodeId id, NodeId ancestor) const { return id > ancestor && id < nodes_[ancestor].end; }

  /// The first element called `name` in [begin, end); `end` if there is none.
  NodeId find(std::string_view name, NodeId begin, NodeId end) const;
  /// The first element of that class in [begin, end); `end` if there is none.
  NodeId find_class(std::string_view name, NodeId begin, NodeId end) const;
  /// Its children that are elements.
  std::vector<NodeId> children(NodeId id) const;

 private:
  friend class MarkupBuilder;
  std::vector<MarkupNode> nodes_;
};

// Limits of a tree. Elements beyond them are flattened: their text stays, with the element around them.
inline constexpr std::size_t max_markup_depth = 512;
inline constexpr std::size_t max_markup_nodes = 4'000'000;
inline constexpr std::size_t max_attribute_bytes = 2'000;  ///< what exceeds them is cut

/// Fills a tree from the events of a parser.
class MarkupBuilder {
 public:
  void open(std::string name, std::vector<std::pair<std::string, std::string>> attributes);
  void text(std::string_view text);
  /// Ends the element opened last.
  void close();
  /// Ends all that is open. `flattened()` tells whether a limit was reached.
  MarkupTree finish();
  bool flattened() const { return flattened_; }

 private:
  MarkupTree tree_;
  std::vector<NodeId> open_ = {0};
  std::size_t beyond_ = 0;  // open elements that have no node
  bool flattened_ = false;
};

/// At most `bytes` bytes of valid UTF-8, never part of a character.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

}  // namespace minutebook::indexer
