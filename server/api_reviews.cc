#include <sstream>

#include "query/print_actions.h"
#include "query/print_reviews.h"
#include "server/api.h"
#include "server/problem.h"
#include "server/search_filters.h"

namespace minutebook::server {

Response api_reviews(Call& call) {
  const query::Reviews found = query::reviews(call.index(), understand_search(call), call.deadline);
  call.complete = found.searched.complete;
  std::ostringstream body;
  print_reviews_json(body, found);
  return json_response(std::move(body).str());
}

Response api_actions(Call& call) {
  const auto set = [&](const char* flag) { return call.value(flag) == "1" || call.value(flag) == "true"; };
  const query::ActionOptions options{.everything = set("all"), .open_only = set("open"), .deadline = call.deadline};
  const query::Actions found = query::actions(call.index(), understand_search(call), options);
  call.complete = found.searched.complete;
  std::ostringstream body;
  if (call.value("format") != "csv") {
    print_actions_json(body, found);
    return json_response(std::move(body).str());
  }
  // A table has no place to say what is missing.
  if (!found.searched.complete)
    return problem(503, found.searched.incomplete_reason,
                   "more words or filters make it quicker; JSON says how far it came");
  print_actions_csv(body, found);
  Response response;
  response.headers = {{"Content-Type", "text/csv; charset=utf-8"},
                      {"Content-Disposition", "attachment; filename=\"actions.csv\""}};
  response.body = std::move(body).str();
  return response;
}

}  // namespace minutebook::server
