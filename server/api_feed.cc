#include <sstream>

#include "query/print_atom.h"
#include "server/api.h"
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
  std::ostringstream body;
  print_atom(body, query::feed_of(search(call.index(), understand_search(call), options)));
  Response response;
  response.headers = {{"Content-Type", "application/atom+xml; charset=utf-8"}};
  response.body = std::move(body).str();
  return response;
}

}  // namespace minutebook::server
