// What an administrator states of the service, read from TOML; every key has a default, and an unknown key is refused.
// Knows nothing of what the settings do.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace minutebook::server {

struct Config {
  std::string index;                     ///< folder; empty: the default one
  std::vector<std::string> listen;       ///< see listen_on(); empty: 127.0.0.1:8080
  std::string title = "Council papers";  ///< of the pages
  std::string language = "en";           ///< of pages whose reader asks for none: "en" or "cy"
  std::string base_url;              ///< "https://search.northvale.example", for feeds; empty: as the reader wrote it
  std::vector<std::string> hosts;    ///< names of the service that are answered; "*": all
  std::vector<std::string> origins;  ///< pages elsewhere whose scripts may ask: "https://intranet.northvale.example"
  std::vector<std::string> frame_ancestors;  ///< pages elsewhere that may show /embed in a frame
  std::string metrics_listen;                ///< where /metrics is answered, and nowhere else; empty: to this machine
  bool private_papers = false;               ///< nothing may be kept by browsers and proxies, and no origin may ask
  bool behind_proxy = false;                 ///< all connections come from a proxy: no limit for one address
  bool log_queries = false;                  ///< query text may stand in the log: it is personal data
  std::size_t threads = 0;                   ///< for queries; 0: one for each core
  std::chrono::milliseconds deadline{2000};  ///< for one query
};

/// Throws schema::Error (usage) with the line for what is not TOML, not known, or of the wrong type.
Config read_config(const std::string& path);
/// The keys with their defaults and what they mean, as a file that read_config() takes.
std::string config_example();

}  // namespace minutebook::server
