// The answers of the API, version 1: the JSON of the command, under fixed addresses.
// Knows nothing of pages for people.
#pragma once

#include <functional>
#include <string>

#include "query/include/minutebook/timeline.h"
#include "server/route.h"

namespace minutebook::server {

Response api_search(Call& call);
Response api_facets(Call& call);
/// Every mention of a query, as lines of JSON or as CSV, while it is found.
Response api_mentions(Call& call);
Response api_export_csv(Call& call);
/// One item by its id, whole.
Response api_item(Call& call);
/// One paper by its id, with all its items.
Response api_paper(Call& call);
Response api_timeline(Call& call);
Response api_timeline_picture(Call& call);
/// "by": the calendar year if it is not given.
query::Period period_of(const Call& call);

Response api_reviews(Call& call);
Response api_actions(Call& call);
/// Completions of what is being typed.
Response api_suggest(Call& call);
Response api_coverage(Call& call);
/// The newest items of a search as an Atom feed.
Response api_feed(Call& call);

/// Its body is what `next` makes until it is empty; a long one is made while it is sent, and never held whole.
Response response_in_pieces(std::function<std::string()> next);
/// A response with a body of JSON.
Response json_response(std::string body);

}  // namespace minutebook::server
