#include "server/asked_language.h"

#include "server/wished_language.h"

namespace minutebook::server {

Language language_of_page(std::string_view chosen, const Request& request, const Config& config) {
  if (!chosen.empty()) return chosen == "cy" ? Language::welsh : Language::english;
  const Language usual = config.language == "cy" ? Language::welsh : Language::english;
  return wished_language(request.header("Accept-Language")).value_or(usual);
}

Language asked_language(const Call& call) {
  if (!call.request.target.starts_with("/api/")) return language_of_page(call.value("ui"), call.request, call.config);
  return wished_language(call.request.header("Accept-Language")).value_or(Language::english);
}

}  // namespace minutebook::server
