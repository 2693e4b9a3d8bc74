// The registry of UK principal councils: resolving names, aliases, web hosts and dates to one council.
// Knows nothing of papers; it never guesses from councils merely mentioned (that is for the caller to rule out).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/date.h"

namespace minutebook::schema {

struct Council {
  std::string code;  ///< GSS code, else the registry's own
  std::string registry_code;
  std::string official_name;  ///< "North Vale Council"
  std::string nice_name;
  std::string type;  ///< "metropolitan_district" …
  std::string nation;
  Date start;  ///< first day, unknown allowed
  Date end;    ///< last day; unknown: still exists
  std::vector<std::string> aliases;
  std::vector<std::string> former_codes;  ///< GSS codes it had before
  std::string website;                    ///< domain
  std::string committee_host;             ///< host of the committee pages
};

/// A name of a council met in a text.
struct CouncilMention {
  std::size_t begin = 0;  ///< byte offsets
  std::size_t end = 0;
  std::vector<const Council*> councils;  ///< candidates; several when a name was used by successive councils
  bool full = false;                     ///< named as a council ("… Council"), not just the place
};

class CouncilFinder;

class CouncilRegistry {
 public:
  /// The built-in table (all rows of schema/councils.tsv).
  static const CouncilRegistry& built_in();
  /// The built-in rows and those of a table with the same columns. Throws Error that names the line.
  static CouncilRegistry with_file(const std::string& path);
  static CouncilRegistry from_tsv(std::string_view tsv, const std::string& name_for_errors);

  const std::vector<Council>& all() const { return councils_; }
  const Council* by_code(std::string_view code) const;
  /// By official or nice name, alias or code, folded ("St. Esk", "saint esk council", "NVL"); where several
  /// councils bore the name in turn, those that existed on `date` (all, if it is unknown or none did). Pointers live as
  /// long as the registry.
  std::vector<const Council*> by_name(std::string_view name, const Date& date) const;
  /// By host of a URL or e-mail domain: exact committee host, else the host ends with the website's domain. Several:
  /// shared host.
  std::vector<const Council*> by_host(std::string_view host, const Date& date) const;
  /// Names of councils in a text, longest match, word boundaries; a place name alone counts only with `places`. In text
  /// that has capitals a name begins with one, and an abbreviation is written as in the table.
  std::vector<CouncilMention> find(std::string_view text, bool places) const;

 private:
  void add_host(const std::string& host, std::size_t row);
  void index();
  std::vector<const Council*> existing(const std::vector<std::size_t>& rows, const Date& date) const;

  std::vector<Council> councils_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;  // folded name -> rows
  std::unordered_map<std::string, std::size_t> by_code_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_host_;
  std::shared_ptr<const CouncilFinder> finder_;
};

/// Host of a URL, lower case, without port and user; empty if it has none.
std::string host_of_url(std::string_view url);

}  // namespace minutebook::schema
