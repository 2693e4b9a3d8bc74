#include "schema/council_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "schema/analysis.h"
#include "schema/characters.h"
#include "schema/councils.h"
#include "schema/tab_table.h"

namespace minutebook::schema {

namespace {

using Words = std::vector<std::string>;

constexpr std::uint32_t most_words = 32;

bool is_type_word(const std::string& word) {
  constexpr std::array types =
      std::to_array<std::string_view>({"borough", "city", "county", "district", "metropolitan", "royal", "london",
                                       "council", "corporation", "of", "the", "and"});
  return std::find(types.begin(), types.end(), word) != types.end();
}

/// Words without which a name is that of a place only.
bool is_body_word(const std::string& word) {
  constexpr std::array bodies = std::to_array<std::string_view>(
      {"council", "authority", "corporation", "cyngor", "comhairle", "borough", "mbc", "mdc", "lb", "cbc"});
  return std::find(bodies.begin(), bodies.end(), word) != bodies.end();
}

bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

/// "north vale" of "North Vale Council", "eskermouth" of "City and County of Eskermouth Council".
Words place_of(const Words& official) {
  const auto first = std::find_if_not(official.begin(), official.end(), is_type_word);
  if (first == official.end()) return {};
  const auto last = std::find_if_not(official.rbegin(), official.rend(), is_type_word).base();
  return {first, last};
}

/// One word with at least two capitals: "NVBC", "NVaC", "N&VE".
bool is_abbreviation(std::string_view alias) {
  const bool one_word = alias.find(' ') == std::string_view::npos;
  return one_word && std::count_if(alias.begin(), alias.end(), is_ascii_upper) >= 2 &&
         alias.find('-') == std::string_view::npos;
}

std::uint32_t commas_of(std::string_view name) {
  std::uint32_t commas = 0;
  for (std::size_t at = name.find(','); at != std::string_view::npos; at = name.find(',', at + 1)) {
    const std::size_t before = council_words(name.substr(0, at)).size();
    if (before < most_words) commas |= 1U << before;
  }
  return commas;
}

class NameList {
 public:
  void add(Words words, CouncilNameLevel level, std::string written = {}, std::uint32_t commas = 0) {
    if (words.empty() || words.size() > most_words || !met_.insert(joined(words)).second) return;
    names_.push_back({std::move(words), level, std::move(written), commas});
  }

  /// A form of a name: "borough council" after a place, "borough of" before it; both in small letters.
  void add_form(const Words& place, std::string_view before, std::string_view after, CouncilNameLevel level) {
    Words words;
    for (const std::string_view word : split_list(before, ' ')) words.emplace_back(word);
    const std::size_t shift = words.size();
    words.insert(words.end(), place.begin(), place.end());
    for (const std::string_view word : split_list(after, ' ')) words.emplace_back(word);
    add(std::move(words), level, {}, place_commas_ << shift);
  }

  void set_place_commas(std::uint32_t commas) { place_commas_ = commas; }
  std::vector<CouncilName> take() { return std::move(names_); }

 private:
  std::vector<CouncilName> names_;
  std::set<std::string> met_;
  std::uint32_t place_commas_ = 0;
};

struct Form {
  std::string_view before;
  std::string_view after;
};

/// Forms used beside the official name, by the words of it and by the type of the council.
std::vector<Form> forms_for(const Council& council, const Words& official) {
  const bool borough =
      contains(official, "borough") || council.type == "london_borough" || council.type == "metropolitan_district";
  const bool metropolitan = contains(official, "metropolitan") || council.type == "metropolitan_district";
  std::vector<Form> forms = {{"", "council"}};
  const auto add = [&forms](bool applies, std::initializer_list<Form> more) {
    if (applies) forms.insert(forms.end(), more);
  };
  add(borough, {{"", "borough council"}, {"borough of", ""}, {"borough council of", ""}});
  add(metropolitan, {{"", "metropolitan borough council"}, {"", "mbc"}, {"metropolitan borough of", ""}});
  add(metropolitan && contains(official, "district"), {{"", "metropolitan district council"}, {"", "mdc"}});
  add(council.type == "london_borough", {{"london borough of", ""}, {"", "london borough"}, {"lb", ""}, {"lb of", ""}});
  add(contains(official, "royal"), {{"royal borough of", ""}});
  add(contains(official, "city"), {{"", "city council"}, {"city of", "council"}});
  add(contains(official, "county"), {{"", "county council"}, {"county council of", ""}});
  add(contains(official, "county") && contains(official, "borough"),
      {{"", "county borough council"}, {"county borough of", ""}, {"", "cbc"}});
  add(contains(official, "district"), {{"", "district council"}});
  return forms;
}

bool is_region(const Council& council) {
  return council.type == "combined_authority" || council.type == "strategic_regional_authority";
}

CouncilNameLevel level_of(const Words& words) {
  const bool body = std::any_of(words.begin(), words.end(), is_body_word);
  return body ? CouncilNameLevel::full : CouncilNameLevel::place;
}

void add_aliases(const Council& council, NameList& names) {
  for (const std::string& alias : council.aliases) {
    const Words words = council_words(alias);
    const bool short_form = is_abbreviation(alias);
    const CouncilNameLevel level = short_form ? CouncilNameLevel::abbreviation : level_of(words);
    names.add(words, level, short_form ? alias : std::string(), commas_of(alias));
    if (council.nation != "Wales" || level != CouncilNameLevel::place) continue;
    for (const std::string_view body : {"cyngor", "cyngor sir", "cyngor dinas", "cyngor bwrdeistref sirol"}) {
      names.add_form(words, body, "", CouncilNameLevel::full);
    }
  }
}

/// Whether the council goes by the place in its official name. Where the nice name keeps "City of …", what remains
/// without that is another place, unless an alias says so.
bool bears_name(const Council& council, const Words& nice, const Words& place) {
  if (nice.size() < 3 || nice[0] != "city" || nice[1] != "of") return true;
  return std::any_of(council.aliases.begin(), council.aliases.end(),
                     [&](const std::string& alias) { return council_words(alias) == place; });
}

}  // namespace

std::vector<std::string> council_words(std::string_view name) {
  const std::string dashed = slug(name);
  Words words;
  for (std::size_t at = 0; at < dashed.size();) {
    const std::size_t end = std::min(dashed.find('-', at), dashed.size());
    std::string word = dashed.substr(at, end - at);
    words.push_back(word == "saint" ? "st" : std::move(word));
    at = end + 1;
  }
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

std::string council_key(std::string_view name) {
  return joined(council_words(name));
}

std::vector<CouncilName> names_of_council(const Council& council) {
  NameList names;
  const Words official = council_words(council.official_name);
  const Words nice = council_words(council.nice_name);
  // An official name that is the nice name too ("… City Region") may be the region.
  names.add(official, official == nice ? level_of(official) : CouncilNameLevel::full, {},
            commas_of(council.official_name));
  names.add(nice, level_of(nice), {}, commas_of(council.nice_name));
  add_aliases(council, names);
  const Words place = place_of(official);
  if (is_region(council) || place.empty() || !bears_name(council, nice, place)) return names.take();
  names.set_place_commas(commas_of(council.nice_name));
  names.add_form(place, "", "", CouncilNameLevel::place);
  for (const Form& form : forms_for(council, official)) {
    names.add_form(place, form.before, form.after, CouncilNameLevel::full);
    if (level_of(nice) == CouncilNameLevel::place)
      names.add_form(nice, form.before, form.after, CouncilNameLevel::full);
  }
  if (contains(official, "city")) names.add_form(place, "city of", "", CouncilNameLevel::place);
  if (contains(official, "county")) names.add_form(place, "county of", "", CouncilNameLevel::place);
  return names.take();
}

}  // namespace minutebook::schema
