// The component as the build made it: module, types, scripts of its pages. Empty texts: this program was built without
// npm. Knows nothing of addresses or headers.
#pragma once

#include <string_view>

namespace minutebook::server {

struct Embedded {
  std::string_view module;     ///< minutebook-search.js
  std::string_view types;      ///< its declarations for TypeScript
  std::string_view integrity;  ///< of the module, as browsers take it: "sha384-…"
  std::string_view frame;      ///< for pages that show /embed in a frame: gives it the height of its content
  std::string_view embed;      ///< of the page /embed
  std::string_view demo;       ///< of the page /embed/demo
};

const Embedded& embedded();

}  // namespace minutebook::server
