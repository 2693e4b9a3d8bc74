#include "tests/bench/sentence.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace minutebook::bench {
namespace {

#include "tests/bench/roles.inc"

struct Rule {
  char symbol;
  std::string_view expansion;
};

constexpr Rule kRules[] = {
#include "tests/bench/sentences.inc"
};

constexpr std::string_view kSymbols = "123456SOQ";

// The expansions of every symbol of the grammar, by character code.
const std::vector<std::string_view>& expansions(char symbol) {
  static const auto table = [] {
    std::array<std::vector<std::string_view>, 128> by_symbol;
    for (const Rule& rule : kRules) by_symbol[static_cast<unsigned char>(rule.symbol)].push_back(rule.expansion);
    return by_symbol;
  }();
  return table[static_cast<unsigned char>(symbol)];
}

template <std::size_t N>
std::string_view any_of(const std::string_view (&list)[N], Random& random) {
  return list[random.below(N)];
}

char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// 1,234,567
std::string grouped(int number) {
  std::string digits = std::to_string(number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

// One statement for each number drawn: the order of operands is the compiler's, and the text must not depend on it.
std::string money(Random& random) {
  const std::string pound = "\u00a3";
  const std::size_t form = random.below(3);
  if (form == 0) {
    const int tenths = random.between(10, 899);
    return pound + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "m";
  }
  return pound + grouped(form == 1 ? random.between(1, 999) * 1000 : random.between(1000, 9'999'999));
}

std::string percentage(Random& random) {
  const int halves = random.between(2, 199);
  return std::to_string(halves / 2) + (halves % 2 == 1 ? ".5%" : "%");
}

// The number of a planning application: 22/00149/FUL.
std::string planning_reference(Random& random, int year) {
  const int number = random.between(10000, 11999);
  return std::to_string(year % 100 + 100).substr(1) + "/" + std::to_string(number) +
         (number % 2 == 0 ? "/FUL" : "/HSE");
}

}  // namespace

std::string long_date(const Date& date) {
  return std::to_string(date.day) + " " + std::string(kMonths[date.month - 1]) + " " + std::to_string(date.year);
}

std::string iso_date(const Date& date) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

std::string person_name(Random& random) {
  const Vocabulary& words = Vocabulary::instance();
  std::string name(1, static_cast<char>('A' + random.below(23)));
  return name.append(" ").append(words.family_names[words.name_ranks.choose(random)]);
}

std::string place_name(Random& random) {
  std::string name = rare_stem(draw_rare_rank(random)).append(any_of(kPlaceEndings, random));
  name[0] = to_upper(name[0]);
  return name;
}

void SentenceWriter::write(char symbol, std::string& out) {
  out_ = &out;
  const std::size_t start = out.size();
  expand(symbol, 0);
  if (symbol != 'O') out[start] = to_upper(out[start]);
}

std::string_view SentenceWriter::phrase() {
  const std::size_t rank = Vocabulary::instance().phrase_ranks.choose(random_);
  return subject_->phrases[rank % subject_->phrases.size()];
}

void SentenceWriter::expand(char symbol, int depth) {
  constexpr int kDeepest = 5;
  const auto& choices = expansions(symbol);
  // The first expansion of each symbol is its shortest: taken when a sentence has grown deep enough.
  const std::string_view text = choices[depth > kDeepest ? 0 : random_.below(choices.size())];
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t code = std::min(text.find('%', at), text.size());
    if (code > at) word(text.substr(at, code - at));
    if (code < text.size()) {
      const char next = text[code + 1];
      if (kSymbols.find(next) != std::string_view::npos) {
        expand(next, depth + 1);
      } else {
        terminal(next);
      }
    }
    at = code + 2;
  }
}

void SentenceWriter::terminal(char symbol) {
  const Vocabulary& words = Vocabulary::instance();
  switch (symbol) {
    case 'n':
      return word(words.nouns[words.noun_ranks.choose(random_)].singular);
    case 's':
      return word(words.nouns[words.noun_ranks.choose(random_)].plural);
    case 'a':
      return word(words.adjectives[words.adjective_ranks.choose(random_)]);
    case 'd':
      return word(words.adverbs[words.adverb_ranks.choose(random_)]);
    case 'v':
      return word(words.verbs[words.verb_ranks.choose(random_)].past);
    case 'b':
      return word(words.verbs[words.verb_ranks.choose(random_)].base);
    case 'g':
      return word(words.verbs[words.verb_ranks.choose(random_)].gerund);
    case 'p':
      return word(phrase());
    case 't':
      return word(subject_->words[words.word_ranks.choose(random_) % subject_->words.size()]);
    case 'x':
      return word(rare());
    case 'N':
      return word(person_name(random_));
    case 'K':
      return word(place_name(random_));
    case 'R':
      return word(any_of(kRoles, random_));
    case 'G':
      return word(any_of(kBodies, random_));
    case 'A':
      *out_ += 'a';
      article_pending_ = true;
      return;
    default:
      return number_word(symbol);
  }
}

void SentenceWriter::number_word(char symbol) {
  const int year = year_ - static_cast<int>(random_.below(5));
  switch (symbol) {
    case 'i':
      return word(grouped(random_.chance(0.8) ? random_.between(2, 40) : random_.between(41, 2500)));
    case 'c':
      return word(percentage(random_));
    case 'm':
      return word(money(random_));
    case 'D':
      return word(long_date({year, random_.between(1, 12), random_.between(1, 28)}));
    case 'Y':
      return word(std::to_string(year));
    case 'F':
      return word(std::to_string(year) + "/" + std::to_string(year + 1).substr(2));
    case 'Z':
      return word(planning_reference(random_, year));
    default:
      throw std::logic_error(std::string("unknown symbol in the grammar: ") + symbol);
  }
}

void SentenceWriter::word(std::string_view text) {
  // "a" was written: the letter after the space decides whether it becomes "an".
  if (article_pending_ && text != " ") {
    article_pending_ = false;
    if (std::string_view("aeiouAEIO").find(text.front()) != std::string_view::npos)
      out_->insert(out_->size() - 1, 1, 'n');
  }
  out_->append(text);
}

std::string SentenceWriter::rare() {
  if (recent_count_ > 8 && random_.chance(0.35))
    return rare_word(recent_[random_.below(std::min(recent_count_, recent_.size()))]);
  // Half of the rare words are common to all subjects, half belong to one of eight families of subjects.
  constexpr std::uint64_t kFamilies = 8;
  const std::uint64_t own = static_cast<std::uint64_t>(subject_ - subjects().data()) % kFamilies + 1;
  const std::uint64_t drawn = draw_rare_rank(random_);
  const std::uint64_t rank = (drawn / 3 * (kFamilies + 1) + (random_.chance(0.5) ? own : 0)) * 3 + drawn % 3;
  recent_[recent_count_++ % recent_.size()] = rank;
  return rare_word(rank);
}

}  // namespace minutebook::bench
