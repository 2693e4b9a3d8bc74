// Spellings of one word that council papers use side by side: "organisation" and "organization", "judgement" and
// "judgment". Only what is the same word everywhere: "enquiry" and "inquiry", "metre" and "meter", "mould" and "mold"
// mean different things. Knows nothing of queries, and of texts only single words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::schema {

/// Other spellings, folded, of a folded word; it is not among them. They need not be words that anybody writes.
std::vector<std::string> other_spellings(std::string_view folded);

/// The stem of a folded word, where the English stemmer must not see the word: a form it does not know ("learnt"), or
/// a noun that is more than a form of its verb ("adviser"); nullopt: the stemmer's.
std::optional<std::string_view> stem_of_its_own(std::string_view folded);

/// "organisation" for "organization", which the stemmer takes for a form of "organ"; nullopt: no such word.
std::optional<std::string> ise_for_ize(std::string_view folded);

}  // namespace minutebook::schema
