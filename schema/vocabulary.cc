#include "schema/vocabulary.h"

#include "schema/analysis.h"
#include "schema/data.h"
#include "schema/file.h"
#include "schema/label_words.h"
#include "schema/vocabulary_reader.h"

namespace minutebook::schema {

const Vocabulary& Vocabulary::built_in() {
  static const Vocabulary vocabulary = from_xml(embedded_topics(), "the built-in vocabulary");
  return vocabulary;
}

Vocabulary Vocabulary::from_file(const std::string& path) {
  return from_xml(read_file(path), path);
}

Vocabulary Vocabulary::from_xml(std::string_view xml, const std::string& name_for_errors) {
  return VocabularyReader(name_for_errors).read(xml);
}

std::optional<std::uint32_t> Vocabulary::by_id(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> Vocabulary::by_name(std::string_view name) const {
  if (const auto id = by_id(name)) return id;
  Lexicon lexicon;
  const auto found = by_label_.find(singular_key(name, lexicon));
  if (found == by_label_.end()) return std::nullopt;
  return found->second;
}

}  // namespace minutebook::schema
