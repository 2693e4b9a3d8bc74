#include "server/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <functional>
#include <sstream>
#include <string_view>

#include "schema/error.h"

namespace minutebook::server {
namespace {

using schema::Error;
using schema::ErrorCode;

/// Where a value stands, and how to say that it is wrong.
struct Place {
  const std::string& path;
  std::string_view key;
  const toml::node& node;

  [[noreturn]] void refuse(const std::string& wanted) const {
    throw Error(ErrorCode::usage, path + ", line " + std::to_string(node.source().begin.line) + ": \"" +
                                      std::string(key) + "\" must be " + wanted);
  }
};

void take(const Place& place, std::string& value) {
  const auto text = place.node.value_exact<std::string>();
  if (!text) place.refuse("a text in quotes");
  value = *text;
}

void take(const Place& place, bool& value) {
  const auto flag = place.node.value_exact<bool>();
  if (!flag) place.refuse("true or false");
  value = *flag;
}

std::int64_t whole_number(const Place& place, std::int64_t least, std::int64_t most) {
  const auto number = place.node.value_exact<std::int64_t>();
  if (!number || *number < least || *number > most) {
    place.refuse("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return *number;
}

void take(const Place& place, std::size_t& value) {
  value = static_cast<std::size_t>(whole_number(place, 0, 256));
}

void take(const Place& place, std::chrono::milliseconds& value) {
  value = std::chrono::milliseconds(whole_number(place, 1, 60000));
}

void take(const Place& place, std::vector<std::string>& value) {
  const toml::array* list = place.node.as_array();
  if (list == nullptr) place.refuse("a list of texts, [\"…\", \"…\"]");
  value.clear();
  for (const toml::node& one : *list) {
    const auto text = one.value_exact<std::string>();
    if (!text) place.refuse("a list of texts, [\"…\", \"…\"]");
    value.push_back(*text);
  }
}

struct Key {
  std::string_view name;
  std::string_view example;
  std::string_view meaning;
  std::function<void(const Place&, Config&)> read;
};

template <auto Member>
void into(const Place& place, Config& config) {
  take(place, config.*Member);
}

const std::array<Key, 14>& keys() {
  static const std::array<Key, 14> table = {{
      {"index", "\"/var/lib/minutebook\"", "folder of the index", into<&Config::index>},
      {"listen", "[\"127.0.0.1:8080\"]", "addresses with ports, or paths of UNIX sockets", into<&Config::listen>},
      {"title", "\"Council papers\"", "name of the search, on its pages", into<&Config::title>},
      {"language", "\"en\"", "of pages whose reader asks for none: en or cy", into<&Config::language>},
      {"base-url", "\"https://papers.northvale.example\"", "how readers reach the service; feeds need it",
       into<&Config::base_url>},
      {"hosts", "[\"papers.northvale.example\"]",
       "host names that are answered; without it those of this machine only; \"*\" for all", into<&Config::hosts>},
      {"origins", "[\"https://intranet.northvale.example\"]", "web pages elsewhere whose scripts may ask",
       into<&Config::origins>},
      {"frame-ancestors", "[\"https://intranet.northvale.example\"]",
       "web pages elsewhere that may show /embed in a frame", into<&Config::frame_ancestors>},
      {"metrics-listen", "\"/run/minutebook/metrics.sock\"",
       "where /metrics is answered, beside /healthz and /readyz, and nowhere else; without it, to connections of this "
       "machine that come by no proxy",
       into<&Config::metrics_listen>},
      {"private", "false", "nothing is kept by browsers, and no other origin may ask", into<&Config::private_papers>},
      {"behind-proxy", "false", "all connections come from a proxy: no limit for one address",
       into<&Config::behind_proxy>},
      {"log-queries", "false", "query text may stand in the log; it is personal data", into<&Config::log_queries>},
      {"threads", "0", "for queries; 0: one for each core", into<&Config::threads>},
      {"deadline-ms", "2000",
       "longest time for one query; what was found by then is answered, and marked as incomplete",
       into<&Config::deadline>},
  }};
  return table;
}

const Key* find_key(std::string_view name) {
  const auto found = std::find_if(keys().begin(), keys().end(), [&](const Key& key) { return key.name == name; });
  return found == keys().end() ? nullptr : &*found;
}

std::string known_keys() {
  std::string names;
  for (const Key& key : keys()) names += (names.empty() ? "" : ", ") + std::string(key.name);
  return names;
}

/// "https://name" or "https://name:port", nothing behind it: what browsers send and compare.
bool is_origin(const std::string& text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  return scheme > 0 && text.size() > scheme &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]", scheme) == std::string::npos;
}

void check(const std::string& path, const Config& config) {
  if (config.language != "en" && config.language != "cy") {
    throw Error(ErrorCode::usage, path + ": \"language\" must be \"en\" or \"cy\"");
  }
  for (const auto* list : {&config.origins, &config.frame_ancestors}) {
    for (const std::string& origin : *list) {
      if (is_origin(origin)) continue;
      throw Error(ErrorCode::usage, path + ": \"" + origin + "\" is no origin",
                  "write it as browsers do, in small letters and without a path: https://intranet.northvale.example");
    }
  }
}

toml::table parse(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream read;
  // An empty file is one too, and to copy nothing is a failure.
  const bool readable =
      file && (file.peek() == std::ifstream::traits_type::eof() ? !file.bad() : !!(read << file.rdbuf()));
  if (!readable) throw Error(ErrorCode::unreadable, "cannot read " + path);
  try {
    return toml::parse(read.str(), path);
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::usage,
                path + ", line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
  }
}

}  // namespace

Config read_config(const std::string& path) {
  Config config;
  for (const auto& [name, node] : parse(path)) {
    const Key* key = find_key(name.str());
    if (key == nullptr) {
      throw Error(ErrorCode::usage,
                  path + ", line " + std::to_string(node.source().begin.line) + ": there is no setting \"" +
                      std::string(name.str()) + "\"",
                  "settings: " + known_keys());
    }
    key->read({path, key->name, node}, config);
  }
  check(path, config);
  return config;
}

std::string config_example() {
  std::string text;
  for (const Key& key : keys()) {
    text += "# " + std::string(key.meaning) + "\n" + std::string(key.name) + " = " + std::string(key.example) + "\n";
  }
  return text;
}

}  // namespace minutebook::server
