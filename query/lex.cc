#include "query/lex.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

#include "query/lex_characters.h"
#include "query/limits.h"
#include "query/natural_dates.h"
#include "query/parse_errors.h"
#include "schema/fields.h"

namespace minutebook::query {
namespace {

struct Operator {
  std::string_view name;
  LexemeKind kind;
};
constexpr std::array<Operator, 6> operators = {{{"OR", LexemeKind::or_},
                                                {"AND", LexemeKind::and_},
                                                {"NOT", LexemeKind::not_},
                                                {"PARA", LexemeKind::para},
                                                {"ITEM", LexemeKind::item},
                                                {"PAPER", LexemeKind::paper}}};

/// "Committee_Kind" -> "committee-kind"; empty unless it looks like a name.
std::string name_key(std::string_view typed) {
  std::string key;
  for (const char c : typed) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0 && c != '-' && c != '_') return {};
    key += c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return key.empty() || key.front() == '-' ? std::string() : key;
}

/// The field's own name for a name or alias in lower case; empty: no such field.
std::string_view own_name(std::string_view key) {
  if (const auto field = schema::find_field(key)) return schema::field_of(*field).name;
  return find_date_field(key) ? key : std::string_view();
}

std::vector<std::string> all_field_names() {
  std::vector<std::string> names;
  for (const schema::Field& field : schema::fields) {
    names.emplace_back(field.name);
    if (!field.alias.empty()) names.emplace_back(field.alias);
  }
  for (const DateWord& word : date_fields) names.emplace_back(word.name);
  return names;
}

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool continuation = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    if (!continuation && word_character_at(text, at)) ++count;
  }
  return count;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> run() {
    check_characters(query_);
    while (at_ < query_.size()) {
      if (const std::size_t space = space_at(query_, at_)) {
        at_ += space;
      } else {
        next();
      }
    }
    add(LexemeKind::end, {}, at_, at_);
    return std::move(lexemes_);
  }

 private:
  void next() {
    const char c = query_[at_];
    if (quote_at(query_, at_) != 0) return phrase();
    if (c == '(' || c == ')') {
      add(c == '(' ? LexemeKind::open : LexemeKind::close, std::string(1, c), at_, at_ + 1);
      ++at_;
      return;
    }
    if (c == '-' && rules_out(at_ + 1)) {
      add(LexemeKind::not_, "-", at_, at_ + 1);
      ++at_;
      return;
    }
    const std::size_t begin = at_;
    at_ = run_end(begin);
    const std::string_view run = query_.substr(begin, at_ - begin);
    if (!operator_word(run, begin) && !field(run, begin)) word(run, begin);
  }

  /// A hyphen is NOT only right before something that can be searched; else it is punctuation.
  bool rules_out(std::size_t at) const {
    return at < query_.size() &&
           (word_character_at(query_, at) || quote_at(query_, at) != 0 || query_[at] == '(' || query_[at] == '=');
  }

  std::size_t run_end(std::size_t at) const {
    while (at < query_.size() && space_at(query_, at) == 0 && quote_at(query_, at) == 0 && query_[at] != '(' &&
           query_[at] != ')')
      ++at;
    return at;
  }

  void phrase() {
    const std::size_t begin = at_;
    at_ += quote_at(query_, at_);
    const std::size_t inside = at_;
    while (at_ < query_.size() && quote_at(query_, at_) == 0) ++at_;
    if (at_ == query_.size()) refuse(query_, begin, "unclosed quote", "close it with another \", or leave it out");
    std::string text = single_spaced(query_.substr(inside, at_ - inside));
    at_ += quote_at(query_, at_);
    const bool starred = text.ends_with('*');
    if (starred) text.pop_back();
    if (text.find('*') != std::string::npos) {
      refuse(query_, inside, "a * in the middle of quotes",
             "a * stands for the rest of the last word only: \"school trans*\"");
    }
    if (count_letters(text) == 0)
      refuse(query_, begin, "nothing between the quotes", "put the words of the phrase there");
    if (starred) check_prefix(std::string_view(text).substr(text.rfind(' ') + 1), begin);
    count_words(1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')), begin);
    add(LexemeKind::phrase, std::move(text), begin, at_).starred = starred;
  }

  bool operator_word(std::string_view run, std::size_t begin) {
    for (const Operator& op : operators) {
      if (run == op.name) {
        add(op.kind, std::string(run), begin, at_);
        return true;
      }
    }
    if (run != "NEAR" && !run.starts_with("NEAR/")) return false;
    int distance = default_near_distance;
    if (run.size() > 4) {
      const char* last = run.data() + run.size();
      const auto [end, error] = std::from_chars(run.data() + 5, last, distance);
      if (error != std::errc() || end != last || distance < min_near_distance || distance > max_near_distance) {
        refuse(query_, begin, "bad distance in " + quoted(run),
               "write NEAR/n with n from " + std::to_string(min_near_distance) + " to " +
                   std::to_string(max_near_distance) + " words; NEAR alone means NEAR/" +
                   std::to_string(default_near_distance));
      }
    }
    add(LexemeKind::near, std::string(run), begin, at_).distance = distance;
    return true;
  }

  /// Takes "name:value"; false: the colon is ordinary punctuation ("10:30", "http://…", "note: …").
  bool field(std::string_view run, std::size_t begin) {
    const std::size_t colon = run.find(':');
    const std::string key = colon == std::string_view::npos ? std::string() : name_key(run.substr(0, colon));
    if (key.empty() || run.substr(colon).starts_with("://")) return false;
    const std::string_view name = own_name(key);
    const std::size_t value = begin + colon + 1;
    const bool nothing = value >= query_.size() || space_at(query_, value) != 0 || query_[value] == ')';
    if (name.empty()) {
      if (nothing) return false;
      refuse_unknown_field(run.substr(0, colon), key, begin);
    }
    if (nothing) {
      refuse(query_, begin, "no value after " + quoted(run.substr(0, colon + 1)),
             "write the value right behind the colon: " + std::string(name) + ":value; or leave the colon out");
    }
    add(LexemeKind::field, std::string(name), begin, value);
    at_ = value;
    if (quote_at(query_, value) == 0 && query_[value] != '(') {
      at_ = run_end(value);
      word(query_.substr(value, at_ - value), value);
    }
    return true;
  }

  [[noreturn]] void refuse_unknown_field(std::string_view typed, const std::string& key, std::size_t begin) const {
    const std::vector<std::string> near = near_names(key, all_field_names(), max_near_names);
    const std::string hint =
        near.empty() ? "leave a space after the colon, or put the words in quotes" : did_you_mean(near);
    refuse(query_, begin, "no field " + quoted(typed), hint);
  }

  void word(std::string_view run, std::size_t begin) {
    count_words(1, begin);
    if (run.size() > 1 && run.front() == '=') return exact(run, begin);
    if (run == "=" && begin + 1 < query_.size() && (quote_at(query_, begin + 1) != 0 || query_[begin + 1] == '(')) {
      refuse(query_, begin, "= before quotes or parentheses",
             "= is for one word (=word); quotes already mean the words as written");
    }
    const std::size_t star = run.find('*');
    if (star == std::string_view::npos) {
      add(LexemeKind::word, std::string(run), begin, begin + run.size());
      return;
    }
    if (star + 1 != run.size()) {
      refuse(query_, begin + star, "a * inside a word", "a * stands for the rest of a word, at its end only: trans*");
    }
    check_prefix(run.substr(0, star), begin);
    add(LexemeKind::prefix, std::string(run.substr(0, star)), begin, begin + run.size());
  }

  void exact(std::string_view run, std::size_t begin) {
    const std::string_view text = run.substr(1);
    if (text.find('*') != std::string_view::npos) {
      refuse(query_, begin, "=word and word* together",
             "= is for exactly this form, * for any ending: take one of them");
    }
    if (count_letters(text) == 0) refuse(query_, begin, "no word after =", "write the word right behind it: =send");
    add(LexemeKind::exact, std::string(text), begin, begin + run.size());
  }

  void check_prefix(std::string_view text, std::size_t begin) const {
    if (count_letters(text) >= min_prefix_letters) return;
    refuse(query_, begin, "too few letters before *",
           "at least " + std::to_string(min_prefix_letters) +
               " letters must stand before a *; an empty query means everything");
  }

  void count_words(std::size_t more, std::size_t begin) {
    words_ += more;
    if (words_ <= max_query_words) return;
    refuse(query_, begin, "too many words: at most " + std::to_string(max_query_words),
           "search for the few words that matter most");
  }

  Lexeme& add(LexemeKind kind, std::string text, std::size_t begin, std::size_t end) {
    lexemes_.push_back(
        {kind, std::move(text), false, 0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return lexemes_.back();
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view query) {
  return Lexer(query).run();
}

}  // namespace minutebook::query
