#include <memory>
#include <sstream>
#include <utility>

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
  query::ActionList found = query::find_actions(call.index(), understand_search(call), options);
  const query::Answer& searched = found.about().searched;
  call.complete = searched.complete;
  const bool table = call.value("format") == "csv";
  // A table has no place to say what is missing.
  if (table && !searched.complete)
    return problem(503, searched.incomplete_reason, "more words or filters make it quicker; JSON says how far it came");
  const auto pieces =
      std::make_shared<query::ActionPieces>(std::move(found), table ? query::ActionForm::csv : query::ActionForm::json);
  Response response = response_in_pieces([pieces] { return pieces->next(); });
  if (!table) {
    response.headers = {{"Content-Type", "application/json"}};
  } else {
    response.headers = {{"Content-Type", "text/csv; charset=utf-8"},
                        {"Content-Disposition", "attachment; filename=\"actions.csv\""}};
  }
  return response;
}

}  // namespace minutebook::server
