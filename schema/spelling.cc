#include "schema/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "schema/characters.h"

namespace minutebook::schema {

namespace {

struct Pair {
  std::string_view one;
  std::string_view other;
};

/// Forms of a word in two spellings. Where one has more forms than the other, its last ones answer to the other's
/// first. The noun and the verb ("licence", "license") are taken for spellings of one word, as papers do.
constexpr auto forms = std::to_array<Pair>({
    {"adviser advisers", "advisor advisors"},
    {"aluminium", "aluminum"},
    {"analogue analogues", "analog analogs"},
    {"catalogue catalogues catalogued", "catalog catalogs cataloged"},
    {"centre centres centred", "center centers centered"},
    {"counsellor counsellors", "counselor counselors"},
    {"dialogue dialogues", "dialog dialogs"},
    {"disc discs", "disk disks"},
    {"fibre fibres", "fiber fibers"},
    {"focus focuses focused focusing", "focussed focusses focussed focussing"},
    {"jewellery", "jewelry"},
    {"kilometre kilometres", "kilometer kilometers"},
    {"licence licences", "license licenses licensed"},
    {"litre litres", "liter liters"},
    {"practice practices", "practise practises practised practising"},
    {"programme programmes programmed", "program programs"},
    {"skilful skilfully", "skillful skillfully"},
    {"theatre theatres", "theater theaters"},
    {"wilful wilfully", "willful willfully"},
});

/// Beginnings of words.
constexpr auto beginnings = std::to_array<Pair>({
    {"acknowledgement", "acknowledgment"},
    {"anaesthe", "anesthe"},
    {"archaeolog", "archeolog"},
    {"behaviour", "behavior"},
    {"colour", "color"},
    {"endeavour", "endeavor"},
    {"favour", "favor"},
    {"flavour", "flavor"},
    {"gynaecolog", "gynecolog"},
    {"harbour", "harbor"},
    {"humour", "humor"},
    {"judgement", "judgment"},
    {"labour", "labor"},
    {"neighbour", "neighbor"},
    {"odour", "odor"},
    {"orthopaed", "orthoped"},
    {"paediatr", "pediatr"},
    {"rumour", "rumor"},
    {"sceptic", "skeptic"},
    {"sulph", "sulf"},
    {"tumour", "tumor"},
});

/// What follows the s or z of "organise", and that of "analyse".
constexpr auto endings = std::to_array<std::string_view>(
    {"able", "ation", "ational", "ationally", "ations", "e", "ed", "er", "ers", "es", "ing"});
constexpr auto analyse_endings = std::to_array<std::string_view>({"e", "ed", "er", "ers", "es", "ing"});

// "Size", "prize", "seize", "devise", "advise" and "revise" have fewer letters before the i; so has no word that is
// spelt both ways but "ionise".
constexpr std::size_t letters_before_i = 4;
constexpr std::size_t letters_before_ly = 2;

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    words.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void add(std::string spelling, std::vector<std::string>& found) {
  if (std::find(found.begin(), found.end(), spelling) == found.end()) found.push_back(std::move(spelling));
}

void add_form(std::string_view folded, std::string_view own, std::string_view others, std::vector<std::string>& found) {
  const std::vector<std::string_view> here = words_of(own);
  const auto at = std::find(here.begin(), here.end(), folded);
  if (at == here.end()) return;
  const std::vector<std::string_view> there = words_of(others);
  const auto place = static_cast<std::size_t>(at - here.begin());
  add(std::string(there[place < there.size() ? place : 0]), found);
}

void add_beginning(std::string_view folded, std::string_view own, std::string_view other,
                   std::vector<std::string>& found) {
  if (folded.starts_with(own)) add(std::string(other) + std::string(folded.substr(own.size())), found);
}

/// Where the s or z stands that may as well be the other: "organi-s-ation", "analy-s-e"; npos: nowhere.
std::size_t place_of_sound(std::string_view folded) {
  if (!std::all_of(folded.begin(), folded.end(), is_ascii_letter)) return std::string_view::npos;
  const auto stands = [folded](std::string_view before, std::string_view ending, std::size_t letters) {
    const std::size_t behind = before.size() + 1 + ending.size();
    if (folded.size() < letters + behind || !folded.ends_with(ending)) return std::string_view::npos;
    const std::size_t at = folded.size() - ending.size() - 1;
    const bool sound = folded[at] == 's' || folded[at] == 'z';
    return sound && folded.substr(0, at).ends_with(before) ? at : std::string_view::npos;
  };
  for (const std::string_view ending : endings) {
    if (const std::size_t at = stands("i", ending, letters_before_i); at != std::string_view::npos) return at;
  }
  for (const std::string_view ending : analyse_endings) {
    if (const std::size_t at = stands("ly", ending, letters_before_ly); at != std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<std::string> other_spellings(std::string_view folded) {
  std::vector<std::string> found;
  for (const Pair& pair : forms) {
    add_form(folded, pair.one, pair.other, found);
    add_form(folded, pair.other, pair.one, found);
  }
  for (const Pair& pair : beginnings) {
    add_beginning(folded, pair.one, pair.other, found);
    add_beginning(folded, pair.other, pair.one, found);
  }
  if (const std::size_t at = place_of_sound(folded); at != std::string_view::npos) {
    std::string other(folded);
    other[at] = other[at] == 's' ? 'z' : 's';
    add(std::move(other), found);
  }
  return found;
}

std::optional<std::string_view> stem_of_its_own(std::string_view folded) {
  if (folded == "adviser" || folded == "advisers") return "adviser";
  if (folded == "learnt") return "learn";
  return std::nullopt;
}

std::optional<std::string> ise_for_ize(std::string_view folded) {
  const std::size_t at = place_of_sound(folded);
  if (at == std::string_view::npos || folded[at] != 'z' || folded[at - 1] != 'i') return std::nullopt;
  std::string with_s(folded);
  with_s[at] = 's';
  return with_s;
}

}  // namespace minutebook::schema
