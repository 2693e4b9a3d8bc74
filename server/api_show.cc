#include <optional>
#include <sstream>

#include "query/print_json.h"
#include "schema/error.h"
#include "server/api.h"
#include "server/problem.h"
#include "server/search_request.h"

namespace minutebook::server {
namespace {

Response shown_as_json(Call& call, bool whole_paper) {
  std::optional<query::ResolvedQuery> mark;
  if (call.has("mark")) mark = understand(call, call.value("mark"));
  const std::optional<query::Shown> shown = find_shown(call, call.rest, mark ? &*mark : nullptr);
  if (!shown || shown->whole_paper != whole_paper)
    return problem(404, std::string("there is no ") + (whole_paper ? "paper" : "item") + " with this id");
  std::ostringstream body;
  print_json(body, *shown);
  return json_response(std::move(body).str());
}

}  // namespace

Response api_item(Call& call) {
  return shown_as_json(call, false);
}

Response api_paper(Call& call) {
  return shown_as_json(call, true);
}

}  // namespace minutebook::server
