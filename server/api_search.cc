#include <sstream>
#include <utility>

#include "query/print_json.h"
#include "schema/fields.h"
#include "server/api.h"
#include "server/asked_language.h"
#include "server/said.h"
#include "server/search_filters.h"
#include "server/search_request.h"
#include "server/topic_labels.h"

namespace minutebook::server {

namespace {

/// What is said about the query in whole sentences; words and labels are as they are. All of it or nothing.
bool say_in_welsh(query::Answer& answer) {
  std::vector<std::string> notes;
  for (const std::string& note : answer.interpreted.notes) {
    auto welsh = in_welsh(note);
    if (!welsh) return false;
    notes.push_back(std::move(*welsh));
  }
  std::string none;
  if (!all_in_welsh({&answer.incomplete_reason, answer.emptied ? &answer.emptied->reason : &none})) return false;
  answer.interpreted.notes = std::move(notes);
  return true;
}

}  // namespace

Response response_in_pieces(std::function<std::string()> next) {
  constexpr std::size_t most_held = 262144;
  Response response;
  while (response.body.size() < most_held) {
    const std::string piece = next();
    if (piece.empty()) return response;
    response.body += piece;
  }
  response.stream = [begin = std::move(response.body), next = std::move(next)]() mutable {
    return begin.empty() ? next() : std::exchange(begin, {});
  };
  response.body.clear();
  return response;
}

Response json_response(std::string body) {
  Response response;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = std::move(body);
  return response;
}

Response api_search(Call& call) {
  query::SearchOptions options = search_options(call);
  options.read_again = [&](const std::string& text) { return understand(call, text); };
  query::Answer answer = search(call.index(), understand_search(call), options);
  call.complete = answer.complete;
  const bool wished = asked_language(call) == Language::welsh;
  const bool welsh = wished && say_in_welsh(answer);
  if (wished) name_topics_in_welsh(*call.index().index().vocabulary, answer);
  std::ostringstream body;
  print_json(body, answer, options.mention_rows);
  Response response = json_response(std::move(body).str());
  if (welsh) response.headers.push_back({"Content-Language", "cy"});
  return response;
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
  query::Answer answer = search(call.index(), understand_search(call), options);
  call.complete = answer.complete;
  if (asked_language(call) == Language::welsh) name_topics_in_welsh(*call.index().index().vocabulary, answer);
  std::ostringstream body;
  print_json(body, answer, false);
  return json_response(std::move(body).str());
}

}  // namespace minutebook::server
