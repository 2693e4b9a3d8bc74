#include "server/embed.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "schema/error.h"
#include "server/asked_language.h"
#include "server/assets.h"
#include "server/catalogue.h"
#include "server/problem.h"

namespace minutebook::server {
namespace {

constexpr const char* script_type = "text/javascript; charset=utf-8";

struct File {
  std::string_view name;
  const char* type;
  std::string_view (*content)();
};

constexpr File files[] = {
    {"minutebook-search.js", script_type, asset_component},
    {"minutebook-search.d.ts", "text/plain; charset=utf-8", asset_component_types},
    {"minutebook-frame.js", script_type, asset_frame_script},
    {"embed.js", script_type, asset_embed_script},
    {"demo.js", script_type, asset_demo_script},
};

/// Names this very module in an address: letters and digits of its hash.
std::string version() {
  std::string made;
  for (const char character :
       asset_component_integrity().substr(std::min(asset_component_integrity().size(), std::size_t{7}))) {
    if (made.size() < 12 && std::isalnum(static_cast<unsigned char>(character))) made += character;
  }
  return made;
}

/// A year where the address names this very module, so that a newer one has a new address; else an hour.
const char* keeping(const Call& call) {
  const bool named = call.has("v") && call.value("v") == version();
  return named ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}

Response file_response(const Call& call, const char* type, std::string_view content) {
  Response response;
  response.headers = {{"Content-Type", type},
                      {"Cache-Control", keeping(call)},
                      {"Cross-Origin-Resource-Policy", "cross-origin"},
                      {"Access-Control-Allow-Origin", "*"}};
  response.body = std::string(content);
  return response;
}

using Values = std::map<std::string, std::string, std::less<>>;

std::string escaped(std::string_view text) {
  constexpr std::pair<char, std::string_view> entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'"', "&quot;"}};
  std::string made;
  for (const char character : text) {
    const auto* entity =
        std::find_if(std::begin(entities), std::end(entities), [&](const auto& one) { return one.first == character; });
    if (entity == std::end(entities)) made += character;
    if (entity != std::end(entities)) made += entity->second;
  }
  return made;
}

/// A page with "{{name}}" filled in: values by their names, all else from the catalogue.
std::string filled(std::string_view page, const Values& values, const Catalogue& words) {
  std::string made;
  for (std::size_t open = page.find("{{"); open != page.npos; open = page.find("{{")) {
    const std::size_t close = page.find("}}", open);
    const std::string_view name = page.substr(open + 2, close - open - 2);
    const auto value = values.find(name);
    made += page.substr(0, open);
    made +=
        escaped(value != values.end() ? value->second : words.text(name, {{"label", words.text("component.label")}}));
    page.remove_prefix(close + 2);
  }
  return made.append(page);
}

/// The language that the address names, else the reader's.
const Catalogue& words_of(const Call& call, std::string_view parameter) {
  const std::string chosen = call.value(parameter);
  if (chosen.empty()) return Catalogue::of(asked_language(call));
  return Catalogue::of(chosen == "cy" ? Language::welsh : Language::english);
}

Response page_response(std::string body) {
  Response response;
  response.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  response.body = std::move(body);
  return response;
}

/// An address may hold no character that ends the attribute it stands in.
void check_base(const std::string& base) {
  if ((base.starts_with("https://") || base.starts_with("http://")) && base.find_first_of("\"'<>& \t\n") == base.npos)
    return;
  throw schema::Error(schema::ErrorCode::usage, "\"" + base + "\" is no address of a service",
                      "the setting \"base-url\" says how readers reach it: https://papers.northvale.example");
}

}  // namespace

Response embed_file(Call& call) {
  if (call.rest == "pages.css") return file_response(call, "text/css; charset=utf-8", asset_embed_style());
  for (const File& file : files) {
    if (file.name != call.rest) continue;
    const std::string_view content = file.content();
    if (content.empty())
      return problem(404, "this program was built without the component",
                     "the search pages are at /search; the component needs npm when the program is built");
    return file_response(call, file.type, content);
  }
  return problem(404, "there is nothing at this address");
}

Response embed_page(Call& call) {
  std::string ancestors;
  for (const std::string& origin : call.config.frame_ancestors) ancestors += (ancestors.empty() ? "" : " ") + origin;
  const Catalogue& words = words_of(call, "language");
  const Values values = {{"tag", std::string(words.tag())}, {"ancestors", ancestors}};
  Response response = page_response(filled(asset_embed_page(), values, words));
  // A page that isolates itself may show only frames that say so.
  if (!ancestors.empty()) response.headers.push_back({"Cross-Origin-Resource-Policy", "cross-origin"});
  return response;
}

Response embed_demo(Call& call) {
  const Catalogue& words = words_of(call, "lang");
  const Values values = {{"tag", std::string(words.tag())},
                         {"other", words.language() == Language::welsh ? "en" : "cy"},
                         {"integrity", std::string(asset_component_integrity())},
                         {"version", version()}};
  return page_response(filled(asset_demo_page(), values, words));
}

std::string embed_line(const std::string& base_url, bool pinned) {
  if (asset_component().empty())
    throw schema::Error(schema::ErrorCode::usage, "this program was built without the component",
                        "install npm and build again");
  std::string base = base_url.empty() ? "https://papers.northvale.example" : base_url;
  while (base.ends_with('/')) base.pop_back();
  check_base(base);
  std::string line = "<script type=\"module\" src=\"" + base + "/embed/v1/minutebook-search.js";
  if (pinned)
    line +=
        "?v=" + version() + "\" integrity=\"" + std::string(asset_component_integrity()) + "\" crossorigin=\"anonymous";
  return line + "\"></script><minutebook-search></minutebook-search>";
}

}  // namespace minutebook::server
