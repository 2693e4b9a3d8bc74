// Writes invented sentences by expanding the grammar of sentences.inc. Must not know what a paper or an item is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/bench/random.h"
#include "tests/bench/vocabulary.h"

namespace minutebook::bench {

struct Date {
  int year = 0, month = 0, day = 0;  // month and day from 1
};

std::string long_date(const Date& date);  // 8 January 2024
std::string iso_date(const Date& date);   // 2024-01-08
std::string person_name(Random& random);  // T Long
std::string place_name(Random& random);   // an invented place

class SentenceWriter {
 public:
  // Dates in the text lie in the years before `year`.
  SentenceWriter(Random& random, int year) : random_(random), year_(year) {}

  void set_subject(std::size_t subject) { subject_ = &subjects()[subject]; }
  // Appends one expansion of the symbol ('S', 'O', 'Q': see sentences.inc) to out, with a capital unless it continues
  // "Resolved that".
  void write(char symbol, std::string& out);
  // One of the recurring phrases of the subject.
  std::string_view phrase();

 private:
  void expand(char symbol, int depth);
  void terminal(char symbol);
  void word(std::string_view text);
  void number_word(char symbol);
  std::string rare();

  Random& random_;
  int year_;
  const Subject* subject_ = &subjects().front();
  std::string* out_ = nullptr;
  bool article_pending_ = false;
  std::array<std::uint64_t, 48> recent_{};  // rare words come back within a paper
  std::size_t recent_count_ = 0;
};

}  // namespace minutebook::bench
