#include <sstream>

#include "query/print_json.h"
#include "server/api.h"
#include "server/search_request.h"

namespace minutebook::server {

Response api_search(Call& call) {
  const query::SearchOptions options = search_options(call);
  const query::Answer answer = search(call.index(), understand(call, call.value("q")), options);
  std::ostringstream body;
  print_json(body, answer, options.mention_rows);
  Response response;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = std::move(body).str();
  return response;
}

}  // namespace minutebook::server
