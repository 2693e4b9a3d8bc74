// Answers for whoever watches the service. They are made at once and never wait for an index.
// Knows nothing of searching.
#pragma once

#include "server/route.h"

namespace minutebook::server {

Response answer_health(Call& call);
/// 503 while the service ends, or if the newest generation cannot be opened (an older one answers meanwhile).
Response answer_ready(Call& call);
Response answer_metrics(Call& call);

}  // namespace minutebook::server
