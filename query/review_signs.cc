#include "query/review_signs.h"

#include <algorithm>
#include <array>
#include <optional>

#include "query/function_words.h"
#include "query/review_stage.h"
#include "query/table_cells.h"

namespace minutebook::query {

namespace {

constexpr int first_year = 1974;  // of the councils' present shape; older four-digit numbers are no years of reviews
constexpr int years_ahead = 3;

std::optional<int> year_of(std::string_view word) {
  if (word.size() < 4 || word.find_first_not_of("0123456789/") != std::string_view::npos) return std::nullopt;
  const bool pair = word.size() > 4 && word[4] == '/';
  if (word.size() != 4 && !pair) return std::nullopt;
  if (word.substr(0, 4).find('/') != std::string_view::npos) return std::nullopt;
  const int year = std::stoi(std::string(word.substr(0, 4)));
  return year >= first_year && year < 2100 ? std::optional(year) : std::nullopt;
}

/// "Moorby Council's Scrutiny Committee undertook a review": the council named before the form, if it is not the
/// paper's own.
std::string other_council(const PassageWords& passage, const FoundForm& form, std::string_view own) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"county", "city", "borough", "district", "town", "full", "the", "metropolitan", "annual"});
  const std::string own_name = schema::fold_text(own);
  const WordRange sentence = passage.sentence_of(form.at.first);
  for (std::size_t i = sentence.first + 1; i < form.at.first && !own.empty(); ++i) {
    if (passage.words[i].singular != "council" || !passage.words[i].capital || passage.words[i].sign != 0) continue;
    // Back over the capitals of the name; a year or the sentence's first word is none of it.
    std::size_t first = i;
    while (first > sentence.first && passage.words[first].sign == 0 && passage.words[first - 1].capital &&
           !year_of(passage.words[first - 1].folded))
      --first;
    const auto functions = function_words();
    while (first < i && std::find(functions.begin(), functions.end(), passage.words[first].folded) != functions.end())
      ++first;
    bool named = false;
    for (std::size_t at = first; at < i; ++at)
      named = named || std::find(kinds.begin(), kinds.end(), passage.words[at].folded) == kinds.end();
    const std::string name = passage.written({first, i});
    if (named && first < i && own_name.find(schema::fold_text(name)) == std::string::npos) return name + " Council";
  }
  return {};
}

class SignFinder {
 public:
  SignFinder(PassageReader& reader, const SignPlace& place) : reader_(reader), place_(place) {
    if (!place.title && !place.item_title.empty()) title_ = reader.read(place.item_title);
  }

  /// Signs in a text of its own: a passage, or a cell of a row.
  std::vector<ReviewSign> in_text(std::string_view text, bool title) {
    const PassageWords passage = reader_.read(text);
    std::vector<ReviewSign> signs;
    for (const FoundForm& form : find_review_forms(passage, title)) {
      ReviewSign sign;
      sign.form = form.form;
      sign.family = form.family;
      sign.name = review_name(passage, form, title);
      sign.stage = stage_of(passage, title_, form, place_);
      add_times(passage, form, sign);
      sign.earlier = earlier(passage, form);
      sign.other_council = other_council(passage, form, place_.council);
      if (sign.earlier && sign.stage != ReviewStage::update) sign.stage = ReviewStage::referred;
      signs.push_back(std::move(sign));
    }
    lend_names(signs);
    return signs;
  }

  std::vector<ReviewSign> in_programme_row(std::string_view row) {
    const std::vector<TableCell> cells = cells_of(row);
    const std::optional<TableCell> subject = cell_in(cells, Column::subject);
    if (!subject) return in_text(row, false);
    std::vector<ReviewSign> signs;
    add_planned(cells, *subject, signs);
    const PassageWords words = reader_.read(subject->value);
    const ReviewName name = name_of_title(words);
    for (const TableCell& cell : cells) {
      const Column column = column_of_label(cell.label);
      if (column == Column::subject || column == Column::method || column == Column::date) continue;
      for (ReviewSign& sign : in_text(cell.value, false)) add_told(sign, name, signs);
    }
    return signs;
  }

 private:
  void add_times(const PassageWords& passage, const FoundForm& form, ReviewSign& sign) const {
    const WordRange sentence = passage.sentence_of(form.at.first);
    const int latest = place_.date.known() ? place_.date.year + years_ahead : 2100;
    for (std::size_t i = sentence.first; i < sentence.end; ++i) {
      const std::optional<int> year = year_of(passage.words[i].folded);
      if (year && *year <= latest) sign.years.push_back(*year);
    }
    std::sort(sign.years.begin(), sign.years.end());
    sign.years.erase(std::unique(sign.years.begin(), sign.years.end()), sign.years.end());
    const std::string text = passage.written(sentence);
    for (const schema::FoundDate& day : schema::find_dates(text)) sign.days.push_back(day.date);
  }

  bool earlier(const PassageWords& passage, const FoundForm& form) const {
    constexpr auto before = std::to_array<std::string_view>({"previous", "previously", "earlier", "past", "former"});
    const WordRange sentence = passage.sentence_of(form.at.first);
    constexpr std::size_t reach = 6;
    const std::size_t first = form.at.first > sentence.first + reach ? form.at.first - reach : sentence.first;
    if (has_any(passage, before, {first, form.at.first})) return true;
    // "In 2013 the Panel reviewed …": years that are all well before the paper's.
    return !sign_years(passage, sentence).empty() && place_.date.known() &&
           sign_years(passage, sentence).back() < place_.date.year - 1;
  }

  std::vector<int> sign_years(const PassageWords& passage, const WordRange& sentence) const {
    std::vector<int> years;
    for (std::size_t i = sentence.first; i < sentence.end; ++i) {
      if (const std::optional<int> year = year_of(passage.words[i].folded)) years.push_back(*year);
    }
    std::sort(years.begin(), years.end());
    return years;
  }

  /// "a Spotlight Review to revisit the recommendations of an earlier Young Carers Review" is about young carers too.
  static void lend_names(std::vector<ReviewSign>& signs) {
    const auto named =
        std::find_if(signs.begin(), signs.end(), [](const ReviewSign& sign) { return !sign.name.key.empty(); });
    if (named == signs.end()) return;
    const ReviewName name = named->name;
    for (ReviewSign& sign : signs) {
      if (sign.name.key.empty()) sign.name = name;
    }
  }

  /// The review that the row itself plans, by its method or its title.
  void add_planned(const std::vector<TableCell>& cells, const TableCell& subject, std::vector<ReviewSign>& signs) {
    std::optional<ReviewSign> sign;
    const std::vector<ReviewSign> by_title = in_text(subject.value, true);
    if (!by_title.empty()) sign = by_title.front();
    const std::optional<TableCell> method = cell_in(cells, Column::method);
    const std::vector<ReviewSign> by_method = method ? in_text(method->value, true) : std::vector<ReviewSign>();
    if (!by_method.empty()) {
      if (!sign) sign.emplace();
      sign->form = by_method.front().form;
      sign->family = by_method.front().family;
    }
    if (!sign) return;
    const PassageWords words = reader_.read(subject.value);
    if (sign->name.key.empty()) sign->name = name_of_title(words);
    const std::optional<TableCell> date = cell_in(cells, Column::date);
    const bool past =
        by_method.empty() && !sign->years.empty() && place_.date.known() && sign->years.back() < place_.date.year;
    sign->stage = past ? ReviewStage::referred : ReviewStage::planned;
    sign->earlier = past;
    if (!past && date) {
      sign->planned_for = date->value;
      for (const schema::FoundDate& day : schema::find_dates(date->value)) sign->days.push_back(day.date);
    }
    signs.push_back(std::move(*sign));
  }

  /// A review that another cell of the row speaks of; without a name of its own it is about the row's subject.
  static void add_told(ReviewSign& sign, const ReviewName& subject, std::vector<ReviewSign>& signs) {
    if (sign.stage != ReviewStage::referred && sign.stage != ReviewStage::agreed) sign.stage = ReviewStage::referred;
    const bool own = !sign.name.key.empty() &&
                     std::includes(sign.name.key.begin(), sign.name.key.end(), subject.key.begin(), subject.key.end());
    if (!own && !subject.key.empty()) sign.name = subject;
    if (sign.years.size() < 2) {
      signs.push_back(std::move(sign));
      return;
    }
    // "the reviews of 2016 and 2020"
    for (const int year : sign.years) {
      signs.push_back(sign);
      signs.back().years = {year};
    }
  }

  PassageReader& reader_;
  const SignPlace& place_;
  PassageWords title_;
};

/// Two signs of one passage that say the same once.
bool repeats(const ReviewSign& a, const ReviewSign& b) {
  return a.name.key == b.name.key && a.family == b.family && a.stage == b.stage && a.earlier == b.earlier &&
         a.years == b.years;
}

}  // namespace

std::vector<ReviewSign> find_review_signs(PassageReader& reader, std::string_view text, const SignPlace& place) {
  SignFinder finder(reader, place);
  const bool row = place.programme && place.kind == schema::PassageKind::table_row;
  std::vector<ReviewSign> signs = row ? finder.in_programme_row(text) : finder.in_text(text, place.title);
  std::vector<ReviewSign> kept;
  for (ReviewSign& sign : signs) {
    const bool seen = std::any_of(kept.begin(), kept.end(), [&](const ReviewSign& one) { return repeats(one, sign); });
    if (!seen) kept.push_back(std::move(sign));
  }
  return kept;
}

}  // namespace minutebook::query
