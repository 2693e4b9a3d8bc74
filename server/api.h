// The answers of the API, version 1: the JSON of the command, under fixed addresses.
// Knows nothing of pages for people.
#pragma once

#include "server/route.h"

namespace minutebook::server {

Response api_search(Call& call);

}  // namespace minutebook::server
