// XML parts of office documents as a stream of events, read with libxml2 without entities, network or DTD.
// Knows nothing of what elements mean, nor where the part came from.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minutebook::indexer {

inline constexpr int max_xml_depth = 200;
inline constexpr std::size_t max_xml_attributes = 200;  ///< of one element

/// The prefix a reader knows a namespace by, whatever prefix the document uses. `uri_end`: how the address ends, since
/// versions of a standard differ in its beginning.
struct XmlNamespace {
  std::string_view uri_end;
  std::string_view prefix;
};

/// Names as "w:val"; of other namespaces or of none, the local name alone.
class XmlAttributes {
 public:
  /// Empty: there is none.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const;
  void add(std::string name, std::string value) { attributes_.emplace_back(std::move(name), std::move(value)); }
  std::size_t size() const { return attributes_.size(); }

 private:
  std::vector<std::pair<std::string, std::string>> attributes_;
};

/// What the parser found, in order. Elements without content begin and end like the others.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view utf8) = 0;
};

/// Reads the whole part. `part`: its name, for messages. Throws UnreadableDocument: not well-formed, a document type
/// definition (office documents have none; attacks do), nested too deeply, too many attributes.
void read_xml(std::string_view bytes, const std::string& part, const std::vector<XmlNamespace>& namespaces,
              XmlEvents& events);

/// Lets libxml2 set up what it needs, and forbids it to load anything named by a document.
void warm_up_xml();

}  // namespace minutebook::indexer
