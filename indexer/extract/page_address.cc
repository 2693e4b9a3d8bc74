#include "indexer/extract/page_address.h"

#include <algorithm>
#include <array>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

std::string with_spaces_coded(std::string_view link) {
  std::string coded;
  for (const char c : trim(link)) {
    if (c == ' ') {
      coded += "%20";
    } else if (static_cast<unsigned char>(c) > ' ') {
      coded += c;
    }
  }
  return coded;
}

/// "/(S(33rhih55))/" -> "/": ASP.NET puts its sessions into paths.
void drop_session(std::string& address) {
  const std::size_t open = address.find("/(S(");
  const std::size_t close = open == std::string::npos ? open : address.find("))/", open);
  if (close != std::string::npos) address.erase(open, close + 2 - open);
}

bool has_scheme(std::string_view link) {
  const std::size_t colon = link.find_first_of(":/?#");
  return colon != std::string_view::npos && colon > 0 && link[colon] == ':';
}

/// "/a/b/../c" -> "/a/c".
void drop_dots(std::string& address, std::size_t path) {
  for (std::size_t at = address.find("/./", path); at != std::string::npos; at = address.find("/./", path))
    address.erase(at, 2);
  for (std::size_t at = address.find("/../", path); at != std::string::npos; at = address.find("/../", path)) {
    const std::size_t parent = at > path ? address.rfind('/', at - 1) : at;
    address.erase(parent, at + 3 - parent);
  }
}

}  // namespace

std::string resolve_link(std::string_view base, std::string_view link) {
  std::string address = with_spaces_coded(link);
  if (address.empty() || address[0] == '#') return {};
  if (has_scheme(address)) {
    if (!begins(address, "http:") && !begins(address, "https:")) return {};
    drop_session(address);
    return address;
  }
  const std::size_t scheme = base.find("://");
  if (scheme == std::string_view::npos) return address;
  base = base.substr(0, base.find_first_of("?#"));
  const std::size_t path = std::min(base.find('/', scheme + 3), base.size());
  if (address.starts_with("//")) {
    address.insert(0, base.substr(0, scheme + 1));
  } else if (address.starts_with('/')) {
    address.insert(0, base.substr(0, path));
  } else if (address.starts_with('?')) {
    address.insert(0, base);
  } else {
    const std::size_t folder = base.rfind('/');
    address.insert(0, folder > scheme + 2 ? std::string(base.substr(0, folder + 1)) : std::string(base) + "/");
  }
  drop_session(address);
  drop_dots(address, path);
  return address;
}

bool is_document_link(std::string_view link) {
  static constexpr std::array<std::string_view, 4> places = {"documents/", "mgconvert2pdf", "document.ashx", "/media/"};
  static constexpr std::array<std::string_view, 12> extensions = {".pdf",  ".doc", ".docx", ".xls", ".xlsx", ".ppt",
                                                                  ".pptx", ".rtf", ".odt",  ".ods", ".csv",  ".txt"};
  const std::string small = lower(link);
  if (std::any_of(places.begin(), places.end(), [&](std::string_view place) {
        const std::size_t at = small.find(place);
        return at == 0 || (at != std::string::npos && (place[0] == '/' || small[at - 1] == '/'));
      }))
    return true;
  const std::string_view path = std::string_view(small).substr(0, small.find_first_of("?#"));
  return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view one) { return path.ends_with(one); });
}

}  // namespace minutebook::indexer
