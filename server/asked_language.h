// In which language a request is answered: what was chosen, asked for or configured.
// Knows nothing of what the answer says.
#pragma once

#include <string_view>

#include "server/catalogue.h"
#include "server/config.h"
#include "server/route.h"

namespace minutebook::server {

/// Of a page: the language chosen by "ui" (empty: none), else the one that the browser wishes, else that of the
/// configuration.
Language language_of_page(std::string_view chosen, const Request& request, const Config& config);

/// Of a page as above; of an answer to a program what it asks for, else English.
Language asked_language(const Call& call);

}  // namespace minutebook::server
