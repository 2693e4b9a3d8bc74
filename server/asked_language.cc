#include "server/asked_language.h"

#include <string>
#include <string_view>

#include "server/said.h"

namespace minutebook::server {

Language asked_language(const Call& call) {
  const std::string chosen = call.value("ui");
  if (!chosen.empty()) return chosen == "cy" ? Language::welsh : Language::english;
  const std::string_view wished = call.request.header("Accept-Language");
  if (wishes_welsh(wished)) return Language::welsh;
  const bool program = call.request.target.starts_with("/api/");
  if (program || wished.find("en") != wished.npos) return Language::english;
  return call.config.language == "cy" ? Language::welsh : Language::english;
}

}  // namespace minutebook::server
