#include "server/http_message.h"

#include <algorithm>
#include <cctype>

namespace minutebook::server {
namespace {

/// Takes the next line off; empty: there is none that has its end.
std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find("\r\n");
  if (end == bytes.npos) return {};
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end + 2);
  return line;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  for (const Header& one : headers) {
    if (std::equal(one.name.begin(), one.name.end(), name.begin(), name.end(), same)) return one.value;
  }
  return {};
}

Request glance_at(std::string_view bytes) {
  Request made;
  const std::string_view first = take_line(bytes);
  const std::size_t method = std::min(first.find(' '), first.size());
  const std::size_t target = std::min(first.find(' ', method + 1), first.size());
  made.method = first.substr(0, method);
  if (method < target) made.target = first.substr(method + 1, target - method - 1);
  for (std::string_view line = take_line(bytes); !line.empty(); line = take_line(bytes)) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos || colon == 0) continue;
    made.headers.push_back({std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
  }
  return made;
}

}  // namespace minutebook::server
