// The terms of an index, put together in one place: the indexer writes them, queries look for them.
// Knows nothing of Xapian, which only limits their length. Prefixes: schema/fields.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/fields.h"

namespace minutebook::schema {

/// A word in any of its forms, anywhere in the item.
std::string stem_term(std::string_view stem);
/// A word of a Welsh passage, by its folded form.
std::string unstemmed_term(std::string_view folded);
/// A word in the item's title; `term`: stem_term() or unstemmed_term() of it.
std::string title_term(std::string_view term);
/// Two stems side by side in a passage, so that phrases are found fast. All pairs of stems share `stem_pairs` terms: an
/// item with the term may hold another pair. A pair's number is made of the numbers of its stems (of unstemmed words:
/// of their terms).
inline constexpr std::uint32_t stem_pairs = 1U << 15;
std::uint32_t stem_number(std::string_view stem);
std::uint32_t pair_number(std::uint32_t first_stem, std::uint32_t second_stem);
std::string pair_term(std::uint32_t pair);
/// An acronym by its capitals.
std::string acronym_term(std::string_view capitals);
/// A span of the concept, or of a narrower one, stands in the item.
std::string concept_term(std::string_view concept_id);
/// One label of the concept stands in the item as a mention; `key`: schema/label_keys.h. With an empty key it is what
/// all labels of the concept begin with.
std::string label_term(std::string_view concept_id, std::string_view key);
/// What an item says an acronym means (schema/mined_acronyms.h): the capitals and the long form as written. With an
/// empty long form it is what all meanings of the acronym begin with.
std::string meaning_term(std::string_view capitals, std::string_view long_form);
/// The same to be looked up by the long form's key. With empty capitals it is what all acronyms of the key begin with,
/// provided the key is whole.
std::string long_form_term(std::string_view key, std::string_view capitals);
/// What the long forms begin with whose keys begin so.
std::string long_form_beginning(std::string_view key);
/// A word that the item writes with hyphens: folded and joined ("callin"), and its parts ("call in"). With empty parts
/// it is what all ways of writing the joined word apart begin with.
std::string hyphenated_term(std::string_view joined, std::string_view parts);
/// True if a term of two parts can hold both.
bool fits_term(std::string_view first, std::string_view second);
/// A folded word that stands where people are named.
std::string person_term(std::string_view folded);
/// An item's number, in any case.
std::string number_term(std::string_view number);
/// A value of a field with a prefix: council code, committee, kind, topic id, passage kind, date as yyyymmdd, year,
/// "2023/24" …
std::string value_term(FieldId field, std::string_view value);
/// A month of meetings as yyyymm, or unknown_value.
std::string month_term(std::string_view month);
std::string item_id_term(std::string_view item_id);
std::string paper_id_term(std::string_view paper_id);

/// Value of the committee facet: council code (or unknown_value) + "/" + committee key; unknown_value without a
/// committee.
std::string committee_value(std::string_view council, std::string_view committee_key);

}  // namespace minutebook::schema
