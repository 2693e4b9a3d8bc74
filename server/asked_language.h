// In which language a request is answered: what was chosen, asked for or configured.
// Knows nothing of what the answer says.
#pragma once

#include "server/catalogue.h"
#include "server/route.h"

namespace minutebook::server {

/// Of a page: the language chosen by "ui"; else Welsh if it stands before English among the languages that the browser
/// asks for; else what the configuration says. Of an answer to a program: what it asks for, else English.
Language asked_language(const Call& call);

}  // namespace minutebook::server
