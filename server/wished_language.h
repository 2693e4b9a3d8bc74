// Which of the two languages a browser asks for (Accept-Language, RFC 9110, 12.5.4). Knows nothing of what is said in
// them.
#pragma once

#include <optional>
#include <string_view>

#include "server/catalogue.h"

namespace minutebook::server {

/// The one with the greater weight; of equal ones that which stands first. A range counts for its language whatever the
/// region ("cy-GB"), "*" for what is not named, and what has the weight 0 is never chosen while the other may be.
/// nullopt: nothing tells them apart.
std::optional<Language> wished_language(std::string_view accept_language);

}  // namespace minutebook::server
