// Files that are part of the program: texts, style sheet, icon, schemas of answers.
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

}  // namespace minutebook::server
