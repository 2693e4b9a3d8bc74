// The target of a request taken apart: path and parameters, decoded once and checked.
// Knows nothing of which paths and parameters exist.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::server {

struct Parameter {
  std::string name;
  std::string value;
  bool operator==(const Parameter&) const = default;
};

struct Target {
  std::string path;
  std::vector<Parameter> parameters;  ///< in their order; those with an empty value are left out, as forms send them
};

inline constexpr std::size_t max_target_bytes = 4096;

/// nullopt: too long, not a path, a "%" without two digits behind it, or decoded no UTF-8 or with control characters, a
/// backslash or a segment "..". A "+" in the query string is a space, as forms write it.
std::optional<Target> read_target(std::string_view target);
/// "q=a&q2=b" as the body of a form has it; the same rules.
std::optional<std::vector<Parameter>> read_form(std::string_view text);
/// For a query string: letters, digits and -._~ stay, all else is %XX.
std::string encode_component(std::string_view text);
/// "path?a=b&c=d"
std::string write_target(std::string_view path, const std::vector<Parameter>& parameters);

}  // namespace minutebook::server
