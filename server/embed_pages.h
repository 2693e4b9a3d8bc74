// The pages around the component and their style sheet, as written in component/. "@name@" in them is a place for a
// value. Knows nothing of who asks for them.
#pragma once

#include <string_view>

namespace minutebook::server {

std::string_view embed_page_text();  ///< @ancestors@: origins that may show it, with spaces between
std::string_view demo_page_text();   ///< @integrity@ and @version@ of the module
std::string_view embed_style();

}  // namespace minutebook::server
