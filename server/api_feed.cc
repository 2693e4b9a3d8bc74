#include <sstream>

#include "query/print_atom.h"
#include "server/api.h"
#include "server/problem.h"
#include "server/search_filters.h"
#include "server/search_request.h"

namespace minutebook::server {
namespace {

constexpr std::size_t entries_of_a_feed = 50;

}  // namespace

Response api_feed(Call& call) {
  query::SearchOptions options;
  options.limit = entries_of_a_feed;
  options.sort = query::SortOrder::newest;
  options.strict = true;
  options.mentions_per_item = 1;
  options.deadline = call.deadline;
  const query::Answer answer = search(call.index(), understand_search(call), options);
  // A reader would take what is missing for old.
  if (!answer.complete) return problem(503, answer.incomplete_reason, "more words or filters make it quicker");
  std::ostringstream body;
  print_atom(body, query::feed_of(answer));
  Response response;
  response.headers = {{"Content-Type", "application/atom+xml; charset=utf-8"}};
  response.body = std::move(body).str();
  return response;
}

}  // namespace minutebook::server
