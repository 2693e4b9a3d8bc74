// Reads a vocabulary from SKOS RDF/XML and checks that it is whole. Used by schema/vocabulary.cc alone.
// Knows nothing of text or matching. Elements beyond SKOS are explained at the head of schema/topics.skos.xml.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/analysis.h"
#include "schema/vocabulary.h"

namespace minutebook::schema {

/// A concept as written, before its links are resolved.
struct RawConcept {
  std::string uri;
  Concept fields;
  std::vector<std::string> broader;  ///< URIs, as are the next two
  std::vector<std::string> related;
  std::vector<std::string> of;
  std::vector<std::string> expressions;
  bool heading_counts = false;
};

struct RawVocabulary {
  std::vector<RawConcept> concepts;
  std::vector<std::string> masks;
};

/// Throws Error (unreadable) that names the file and, where there is one, the concept.
[[noreturn]] void throw_vocabulary_error(const std::string& file, std::string_view concept_id,
                                         const std::string& reason);

/// Elements of the XML as plain data; nothing is resolved or checked but the form. Document types and entities are
/// refused.
RawVocabulary parse_skos(std::string_view xml, const std::string& name_for_errors);

class VocabularyReader {
 public:
  explicit VocabularyReader(std::string name_for_errors) : name_(std::move(name_for_errors)) {}
  Vocabulary read(std::string_view xml);

 private:
  /// Key of a label -> the concept that had it first, and as what.
  using LabelOwners = std::map<std::string, std::pair<std::uint32_t, LabelKind>>;

  void link(const RawVocabulary& raw, Vocabulary& vocabulary) const;
  void find_ancestors(Vocabulary& vocabulary) const;
  void add_composite(const RawConcept& from, std::uint32_t number, std::vector<std::uint32_t> of,
                     Vocabulary& vocabulary) const;
  void index_labels(Vocabulary& vocabulary) const;
  void check_labels(const Vocabulary& vocabulary, std::uint32_t number, LabelOwners& owners, Lexicon& lexicon) const;
  std::string name_;
};

}  // namespace minutebook::schema
