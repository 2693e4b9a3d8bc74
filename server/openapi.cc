#include "server/openapi.h"

#include <nlohmann/json.hpp>
#include <string>

#include "schema/version.h"
#include "server/assets.h"

namespace minutebook::server {
namespace {

using Json = nlohmann::ordered_json;

Json schema_of(const ParameterSpec& parameter) {
  Json one;
  switch (parameter.type) {
    case ParameterType::text:
      one = {{"type", "string"}};
      break;
    case ParameterType::number:
      one = {{"type", "integer"}, {"minimum", 0}};
      break;
    case ParameterType::flag:
      one = {{"type", "string"}, {"enum", {"1", "0", "true", "false"}}};
      break;
    case ParameterType::choice: {
      Json values = Json::array();
      for (std::size_t begin = 0; begin < parameter.choices.size();) {
        const std::size_t end = std::min(parameter.choices.find(' ', begin), parameter.choices.size());
        values.push_back(parameter.choices.substr(begin, end - begin));
        begin = end + 1;
      }
      one = {{"type", "string"}, {"enum", std::move(values)}};
      break;
    }
  }
  if (!parameter.repeated) return one;
  return {{"type", "array"}, {"items", std::move(one)}};
}

Json parameters_of(const Route& route) {
  Json list = Json::array();
  if (route.path.size() > 1 && route.path.ends_with('/'))
    list.push_back({{"name", "id"}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
  for (const ParameterSpec& parameter : route.parameters) {
    list.push_back({{"name", parameter.name},
                    {"in", "query"},
                    {"description", parameter.description},
                    {"schema", schema_of(parameter)}});
  }
  return list;
}

Json responses_of(const Route& route) {
  Json content = Json::object();
  content[std::string(route.media)] =
      route.schema.empty() ? Json::object()
                           : Json{{"schema", {{"$ref", "#/components/schemas/" + std::string(route.schema)}}}};
  const Json problem = {
      {"description", "what is wrong, as RFC 9457 has it"},
      {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
  return {{"200", {{"description", route.summary}, {"content", std::move(content)}}}, {"default", problem}};
}

/// The parameters again, as the fields of a form.
Json form_of(const Route& route) {
  Json fields = Json::object();
  for (const ParameterSpec& parameter : route.parameters) fields[std::string(parameter.name)] = schema_of(parameter);
  return {
      {"content",
       {{"application/x-www-form-urlencoded", {{"schema", {{"type", "object"}, {"properties", std::move(fields)}}}}}}}};
}

Json paths() {
  Json made = Json::object();
  for (const Route& route : routes()) {
    if (route.audience != Audience::api) continue;
    std::string path(route.path);
    if (path.size() > 1 && path.ends_with('/')) path += "{id}";
    Json& entry = made[path];
    entry["get"] = {
        {"summary", route.summary}, {"parameters", parameters_of(route)}, {"responses", responses_of(route)}};
    if (route.posts)
      entry["post"] = {{"summary", std::string(route.summary) + ", for a query too long for an address"},
                       {"requestBody", form_of(route)},
                       {"responses", responses_of(route)}};
  }
  return made;
}

}  // namespace

Response answer_openapi(Call&) {
  const Json made = {{"openapi", "3.1.0"},
                     {"info",
                      {{"title", "Minutebook"},
                       {"version", schema::program_version},
                       {"description", "Full-text search in council papers: exact, faceted, every mention."}}},
                     {"paths", paths()},
                     {"components", {{"schemas", Json::parse(asset_schemas())}}}};
  Response response;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = made.dump(1) + "\n";
  return response;
}

}  // namespace minutebook::server
