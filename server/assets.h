// Files that are part of the program: texts, style sheets, icon, schemas of answers, and the component with its pages.
// Knows nothing of how they are used.
#pragma once

#include <string_view>

namespace minutebook::server {

std::string_view asset_catalogue_en();
std::string_view asset_catalogue_cy();
std::string_view asset_said_cy();  ///< what is said in English, a tab, the Welsh
std::string_view asset_style();
std::string_view asset_icon();
std::string_view asset_schemas();

// Pages around the component, as written in component/; "@name@" in them is a place for a value.
std::string_view asset_embed_page();  ///< @ancestors@: origins that may show it, with spaces between
std::string_view asset_demo_page();   ///< @integrity@ and @version@ of the module
std::string_view asset_embed_style();

// The component as the build made it. Empty: this program was built without npm.
std::string_view asset_component();            ///< minutebook-search.js
std::string_view asset_component_types();      ///< its declarations for TypeScript
std::string_view asset_component_integrity();  ///< of the module, as browsers take it: "sha384-…"
std::string_view asset_frame_script();  ///< for pages that show /embed in a frame: gives it the height of its content
std::string_view asset_embed_script();  ///< of the page /embed
std::string_view asset_demo_script();   ///< of the page /embed/demo

}  // namespace minutebook::server
