#include "server/wished_language.h"

#include <algorithm>
#include <cctype>

namespace minutebook::server {
namespace {

constexpr int most_weight = 1000;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

/// Takes what stands before the next `separator` off.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char one, char two) {
    return std::tolower(static_cast<unsigned char>(one)) == std::tolower(static_cast<unsigned char>(two));
  });
}

/// "0.85" in thousandths; nullopt: it is no weight (0 to 1 with three decimals at most).
std::optional<int> read_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = (text[0] - '0') * most_weight;
  int unit = most_weight / 10;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (digit < '0' || digit > '9') return std::nullopt;
    weight += (digit - '0') * unit;
    unit /= 10;
  }
  return weight > most_weight ? std::nullopt : std::optional(weight);
}

/// Of the parameters behind a range; nullopt: they cannot be read.
std::optional<int> weight_of(std::string_view parameters) {
  std::optional<int> weight = most_weight;
  while (!parameters.empty()) {
    std::string_view parameter = take(parameters, ';');
    const std::string_view name = take(parameter, '=');
    if (same_word(name, "q")) weight = read_weight(trimmed(parameter));
  }
  return weight;
}

/// How much a language is wished for.
struct Wish {
  int weight = -1;  ///< -1: it is not named
  std::size_t place = 0;

  void add(int other, std::size_t at) {
    if (weight == 0 || (other != 0 && other <= weight)) return;  // what is refused once stays refused
    weight = other;
    place = at;
  }
};

}  // namespace

std::optional<Language> wished_language(std::string_view accept_language) {
  Wish welsh;
  Wish english;
  Wish others;
  for (std::size_t at = 0; !accept_language.empty(); ++at) {
    std::string_view part = take(accept_language, ',');
    std::string_view range = take(part, ';');
    const std::optional<int> weight = weight_of(part);
    const std::string_view language = take(range, '-');
    if (!weight) continue;
    // "cy-GB;q=0" refuses Welsh of one region only.
    const bool refuses_less = *weight == 0 && !range.empty();
    if (refuses_less) continue;
    if (same_word(language, "cy")) welsh.add(*weight, at);
    if (same_word(language, "en")) english.add(*weight, at);
    if (language == "*") others.add(*weight, at);
  }
  const bool neither = welsh.weight < 0 && english.weight < 0;
  if (welsh.weight < 0) welsh = others;
  if (english.weight < 0) english = others;
  if (neither) return std::nullopt;
  if (welsh.weight == 0 && english.weight == 0) return std::nullopt;
  if (welsh.weight == 0) return Language::english;
  if (english.weight == 0) return Language::welsh;
  if (welsh.weight != english.weight) return welsh.weight > english.weight ? Language::welsh : Language::english;
  return welsh.place < english.place ? Language::welsh : Language::english;
}

}  // namespace minutebook::server
