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

}  // namespace

std::string stem_term(std::string_view stem) {
  return std::string(cut_utf8(stem, stem_bytes));
}

std::string title_term(std::string_view stem) {
  return prefixed(field_of(FieldId::title).prefix, cut_utf8(stem, stem_bytes));
}

std::string bigram_term(std::string_view first, std::string_view second) {
  return prefixed(bigram_prefix, stem_term(first) + "_" + stem_term(second));
}

std::string acronym_term(std::string_view capitals) {
  return prefixed(acronym_prefix, capitals);
}
std::string concept_term(std::string_view concept_id) {
  return prefixed(concept_prefix, concept_id);
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
