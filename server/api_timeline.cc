#include <sstream>

#include "query/include/minutebook/timeline.h"
#include "query/print_timeline.h"
#include "server/api.h"
#include "server/catalogue.h"
#include "server/search_filters.h"
#include "server/search_request.h"

namespace minutebook::server {
namespace {

query::Timeline timeline_of(Call& call) {
  query::Timeline made = query::timeline(call.index(), understand_search(call), period_of(call), call.deadline);
  call.complete = made.complete;
  return made;
}

}  // namespace

query::Period period_of(const Call& call) {
  const std::string by = call.value("by");
  if (by == "municipal-year") return query::Period::municipal_year;
  return by == "month" ? query::Period::month : query::Period::year;
}

Response api_timeline(Call& call) {
  std::ostringstream body;
  print_timeline_json(body, timeline_of(call));
  return json_response(std::move(body).str());
}

Response api_timeline_picture(Call& call) {
  std::ostringstream body;
  // It stands on pages, which say in which language.
  const Catalogue& words = Catalogue::of(call.value("ui") == "cy" ? Language::welsh : Language::english);
  print_timeline_svg(body, timeline_of(call), [&](const query::PeriodCounts& one) {
    return words.text("timeline.beside", {{"mentions", grouped_digits(one.mentions)},
                                          {"papers", words.count("page.papers", one.searched)}});
  });
  Response response;
  response.headers = {{"Content-Type", "image/svg+xml"}};
  response.body = std::move(body).str();
  return response;
}

}  // namespace minutebook::server
