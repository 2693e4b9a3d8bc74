#include "server/target.h"

#include <algorithm>
#include <cctype>

#include "schema/analysis.h"

namespace minutebook::server {
namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

/// Line breaks and tabs come from text fields; they count as spaces.
bool make_clean(std::string& text) {
  for (char& character : text) {
    if (character == '\t' || character == '\n' || character == '\r') character = ' ';
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x20 || byte == 0x7f) return false;
  }
  return schema::valid_utf8(text);
}

std::optional<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      made += ' ';
    } else if (text[i] != '%') {
      made += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      made += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (!make_clean(made)) return std::nullopt;
  return made;
}

bool has_parent_segment(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (path.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::optional<std::vector<Parameter>> read_form(std::string_view text) {
  std::vector<Parameter> parameters;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('&', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty()) continue;
    const std::size_t equals = std::min(part.find('='), part.size());
    const auto name = decode(part.substr(0, equals), true);
    const auto value = decode(part.substr(std::min(equals + 1, part.size())), true);
    if (!name || !value) return std::nullopt;
    if (!value->empty()) parameters.push_back({*name, *value});
  }
  return parameters;
}

std::optional<Target> read_target(std::string_view target) {
  if (target.size() > max_target_bytes || !target.starts_with('/')) return std::nullopt;
  const std::size_t question = std::min(target.find('?'), target.size());
  const auto path = decode(target.substr(0, question), false);
  if (!path || path->find('\\') != path->npos || has_parent_segment(*path)) return std::nullopt;
  auto parameters = read_form(target.substr(std::min(question + 1, target.size())));
  if (!parameters) return std::nullopt;
  return Target{*path, std::move(*parameters)};
}

std::string encode_component(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string made;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    const bool plain =
        (byte < 0x80 && std::isalnum(byte) != 0) || std::string_view("-._~").find(character) != std::string_view::npos;
    if (plain) {
      made += character;
    } else {
      made += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return made;
}

std::string write_target(std::string_view path, const std::vector<Parameter>& parameters) {
  std::string made(path);
  char separator = '?';
  for (const Parameter& parameter : parameters) {
    made += separator + encode_component(parameter.name) + "=" + encode_component(parameter.value);
    separator = '&';
  }
  return made;
}

}  // namespace minutebook::server
