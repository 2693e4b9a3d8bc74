// Acronyms that a text explains itself ("Early Help Assessment Tool (EHAT)", "EHAT (Early Help Assessment Tool)"),
// whether or not a vocabulary knows them. Knows nothing of vocabularies, papers or indexes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::schema {

struct MinedAcronym {
  std::string capitals;   ///< "EHAT", without plural ending
  std::string long_form;  ///< as written, white space single: "Early Help Assessment Tool"
  std::string key;        ///< singulars of its words, small ones left out: long forms are the same where it is
  bool operator==(const MinedAcronym&) const = default;
};

/// Every definition of a passage, in order, each once. The initials of the long form's words spell the acronym, small
/// words left out or not; it has at least two words that are not small, begins and ends with such, and holds no
/// figures. Acronyms have at least three letters, two where the long form is written with capitals ("Personal Adviser
/// (PA)").
std::vector<MinedAcronym> mine_acronyms(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon);

/// MinedAcronym::key of a long form.
std::string long_form_key(std::string_view long_form, Lexicon& lexicon);
/// Words that the key leaves out.
bool left_out_of_key(const Word& word);

}  // namespace minutebook::schema
