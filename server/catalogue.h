// The words of the pages, in English and Welsh: texts with places for values, and forms for numbers.
// Knows nothing of the pages. The texts stand in catalogue/en.json and catalogue/cy.json, which have the same keys.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace minutebook::server {

enum class Language { english, welsh };

class Catalogue {
 public:
  static const Catalogue& of(Language language);

  /// "en", "cy".
  std::string_view tag() const { return language_ == Language::welsh ? "cy" : "en"; }
  Language language() const { return language_; }
  /// The text, with "{name}" replaced by the value of that name. A key that is missing is shown itself.
  std::string text(std::string_view key,
                   std::initializer_list<std::pair<std::string_view, std::string>> values = {}) const;
  bool has(std::string_view key) const { return texts_.contains(key); }
  /// The form for the number (CLDR's plural rules), with "{n}" replaced by it, thousands set apart.
  std::string count(std::string_view key, std::uint64_t number) const;

 private:
  Catalogue(Language language, std::string_view json);
  Language language_;
  std::map<std::string, std::string, std::less<>> texts_;  ///< forms as "key.one"
};

/// "zero", "one", "two", "few", "many" or "other": the form of words beside a number in Welsh; in English "one" or
/// "other".
std::string_view plural_form(Language language, std::uint64_t number);
/// "12,345"
std::string grouped_digits(std::uint64_t number);

}  // namespace minutebook::server
