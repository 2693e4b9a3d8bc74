#include <sstream>

#include "query/print_json.h"
#include "schema/fields.h"
#include "server/api.h"
#include "server/search_filters.h"
#include "server/search_request.h"

namespace minutebook::server {

Response json_response(std::string body) {
  Response response;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = std::move(body);
  return response;
}

Response api_search(Call& call) {
  query::SearchOptions options = search_options(call);
  options.read_again = [&](const std::string& text) { return understand(call, text); };
  const query::Answer answer = search(call.index(), understand_search(call), options);
  call.complete = answer.complete;
  std::ostringstream body;
  print_json(body, answer, options.mention_rows);
  return json_response(std::move(body).str());
}

/// The counts alone: of the facets that are named, else of all.
Response api_facets(Call& call) {
  query::SearchOptions options = search_options(call);
  options.limit = 0;
  if (options.facets.empty()) {
    for (const schema::Field& field : schema::fields) {
      if (field.facet) options.facets.push_back({field.id, 0});
    }
  }
  const query::Answer answer = search(call.index(), understand_search(call), options);
  call.complete = answer.complete;
  std::ostringstream body;
  print_json(body, answer, false);
  return json_response(std::move(body).str());
}

}  // namespace minutebook::server
