#include <memory>
#include <nlohmann/json.hpp>

#include "query/include/minutebook/complete.h"
#include "server/api.h"
#include "server/problem.h"
#include "server/service.h"

namespace minutebook::server {
namespace {

constexpr std::size_t most_of_a_kind = 6;

std::string_view name_of(query::CompletionKind kind) {
  switch (kind) {
    case query::CompletionKind::label:
      return "label";
    case query::CompletionKind::committee:
      return "committee";
    case query::CompletionKind::word:
      return "word";
  }
  return {};
}

}  // namespace

Response api_suggest(Call& call) {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const query::Completion& one : query::complete(call.index(), call.value("q"), most_of_a_kind)) {
    list.push_back({{"kind", name_of(one.kind)}, {"text", one.text}, {"items", one.items}});
  }
  const Json body = {{"revision", call.index().index().revision}, {"completions", std::move(list)}};
  return json_response(body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

Response api_coverage(Call& call) {
  const std::shared_ptr<const std::string> made = call.service.coverage(call.index().index(), call.deadline);
  if (!made) return problem(503, "the ledger is still being read", "ask again in a moment");
  return json_response(*made);
}

}  // namespace minutebook::server
