// The description of the API (OpenAPI 3.1), made of the table of routes and the schemas of answers.
// Knows nothing of how answers are made.
#pragma once

#include "server/route.h"

namespace minutebook::server {

Response answer_openapi(Call& call);

}  // namespace minutebook::server
