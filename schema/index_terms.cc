#include "schema/index_terms.h"

#include "schema/analysis.h"

namespace minutebook::schema {
namespace {

// Longer stems are not words; a pair of them still fits.
constexpr std::size_t stem_bytes = 64;
// Xapian refuses terms of more than 245 bytes.
constexpr std::size_t term_bytes = 240;

std::string prefixed(std::string_view prefix, std::string_view value) {
  return std::string(prefix).append(cut_utf8(value, term_bytes - prefix.size()));
}

/// No first part holds a slash.
std::string two_parts(std::string_view prefix, std::string_view first, std::string_view second) {
  return prefixed(prefix, std::string(first).append("/").append(second));
}

}  // namespace

std::string stem_term(std::string_view stem) {
  return std::string(cut_utf8(stem, stem_bytes));
}

std::string unstemmed_term(std::string_view folded) {
  return std::string(unstemmed_prefix).append(cut_utf8(folded, stem_bytes - unstemmed_prefix.size()));
}

std::string title_term(std::string_view term) {
  return prefixed(field_of(FieldId::title).prefix, cut_utf8(term, stem_bytes));
}

// The numbers are on disk, in the terms: FNV-1a and the mixing of two of them belong to the version of the index.
std::uint32_t stem_number(std::string_view stem) {
  std::uint32_t number = 2166136261U;
  for (const char c : stem_term(stem)) number = (number ^ static_cast<unsigned char>(c)) * 16777619U;
  return number;
}

std::uint32_t pair_number(std::uint32_t first_stem, std::uint32_t second_stem) {
  std::uint64_t mixed = (std::uint64_t{first_stem} << 32 | second_stem) * 0x9E3779B97F4A7C15U;
  mixed ^= mixed >> 29;
  return static_cast<std::uint32_t>((mixed * 0xBF58476D1CE4E5B9U) >> 49);
}

std::string pair_term(std::uint32_t pair) {
  static constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuv";
  std::string term(pair_prefix);
  for (unsigned shift = 15; shift > 0; shift -= 5) term += digits[(pair >> (shift - 5)) & 31U];
  return term;
}

std::string acronym_term(std::string_view capitals) {
  return prefixed(acronym_prefix, capitals);
}
std::string concept_term(std::string_view concept_id) {
  return prefixed(concept_prefix, concept_id);
}

std::string label_term(std::string_view concept_id, std::string_view key) {
  return two_parts(label_prefix, concept_id, key);
}
std::string meaning_term(std::string_view capitals, std::string_view long_form) {
  return two_parts(meaning_prefix, capitals, long_form);
}
std::string long_form_term(std::string_view key, std::string_view capitals) {
  return two_parts(long_form_prefix, key, capitals);
}
std::string long_form_beginning(std::string_view key) {
  return prefixed(long_form_prefix, key);
}
std::string hyphenated_term(std::string_view joined, std::string_view parts) {
  return two_parts(hyphenated_prefix, joined, parts);
}

bool fits_term(std::string_view first, std::string_view second) {
  return label_prefix.size() + first.size() + 1 + second.size() <= term_bytes;
}

std::string person_term(std::string_view folded) {
  return value_term(FieldId::who, folded);
}
std::string number_term(std::string_view number) {
  return value_term(FieldId::number, fold_text(number));
}

std::string value_term(FieldId field, std::string_view value) {
  return prefixed(field_of(field).prefix, value);
}

std::string month_term(std::string_view month) {
  return prefixed(month_prefix, month);
}
std::string item_id_term(std::string_view item_id) {
  return prefixed(item_id_prefix, item_id);
}
std::string paper_id_term(std::string_view paper_id) {
  return prefixed(paper_id_prefix, paper_id);
}

std::string committee_value(std::string_view council, std::string_view committee_key) {
  if (committee_key.empty()) return std::string(unknown_value);
  return std::string(council.empty() ? unknown_value : council).append("/").append(committee_key);
}

}  // namespace minutebook::schema
