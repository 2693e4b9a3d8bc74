#include "server/catalogue.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "server/assets.h"

namespace minutebook::server {

Catalogue::Catalogue(Language language, std::string_view json) : language_(language) {
  const auto table = nlohmann::json::parse(json);
  for (const auto& [key, text] : table.items()) {
    if (text.is_string()) {
      texts_.emplace(key, text.get<std::string>());
      continue;
    }
    for (const auto& [form, words] : text.items()) texts_.emplace(key + "." + form, words.get<std::string>());
  }
}

const Catalogue& Catalogue::of(Language language) {
  static const Catalogue english(Language::english, asset_catalogue_en());
  static const Catalogue welsh(Language::welsh, asset_catalogue_cy());
  return language == Language::welsh ? welsh : english;
}

std::string Catalogue::text(std::string_view key,
                            std::initializer_list<std::pair<std::string_view, std::string>> values) const {
  const auto found = texts_.find(key);
  std::string made = found == texts_.end() ? std::string(key) : found->second;
  for (const auto& [name, value] : values) {
    const std::string place = "{" + std::string(name) + "}";
    for (std::size_t at = made.find(place); at != made.npos; at = made.find(place, at + value.size())) {
      made.replace(at, place.size(), value);
    }
  }
  return made;
}

std::string Catalogue::count(std::string_view key, std::uint64_t number) const {
  std::string form = std::string(key) + "." + std::string(plural_form(language_, number));
  if (!texts_.contains(form)) form = std::string(key) + ".other";
  return text(form, {{"n", grouped_digits(number)}});
}

std::string_view plural_form(Language language, std::uint64_t number) {
  if (language == Language::english) return number == 1 ? "one" : "other";
  switch (number) {
    case 0:
      return "zero";
    case 1:
      return "one";
    case 2:
      return "two";
    case 3:
      return "few";
    case 6:
      return "many";
    default:
      return "other";
  }
}

std::string grouped_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

}  // namespace minutebook::server
