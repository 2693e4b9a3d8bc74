// Marks of single words, and two rules over the marks of a passage's words that both sides share: which words name
// people, and whether a passage is written in capitals throughout. Knows nothing of fields or terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "schema/analysis.h"

namespace minutebook::schema {

// Numbers are on disk (lexicon of shards): append only.
enum WordMark : std::uint8_t {
  mark_acronym = 1,
  mark_letters = 2,      ///< has a letter
  mark_lower_case = 4,   ///< has a lower-case letter
  mark_capitalised = 8,  ///< begins with a capital
  mark_address = 16,     ///< title of address before one name: "Councillor", "Cllr", "Mr", "Mrs", "Ms", "Miss", "Dr",
                         ///< "Lord", "Lady", "Reverend"
  mark_addresses = 32,   ///< before a list of names: "Councillors", "Cllrs"
  mark_joins = 64,       ///< "and", "&"
  mark_unstemmed = 128   ///< stands in a Welsh passage
};

/// Marks of a word, WordMark bits.
std::uint8_t marks_of(const Word& word);

/// Names of people in running text: up to three capitalised words after a title of address; after "Councillors" or
/// "Cllrs" all that follow each other, "and" between them (minutes list movers and members so). In attendance passages
/// every word counts; that is for the caller.
class PeopleMarker {
 public:
  /// Given the words of a passage in order: true if this one belongs to a name.
  bool step(std::uint8_t marks);

 private:
  int left_ = 0;
  bool list_ = false;
};

/// True if a passage of at least three words with letters has no lower-case letter: there capitals do not tell an
/// acronym from a word.
bool written_in_capitals(std::span<const std::uint8_t> marks);

}  // namespace minutebook::schema
