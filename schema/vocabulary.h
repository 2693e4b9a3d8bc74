// The topic vocabulary: concepts, labels, acronyms, composite concepts, as read from SKOS RDF/XML.
// Knows nothing of papers; matching labels in text is schema/concept_matcher.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace minutebook::schema {

/// What an acronym means when a user types it in lower case ("send", "bid").
enum class LowerCaseMeaning : std::uint8_t { acronym, word, both };

enum class LabelKind : std::uint8_t {
  preferred,
  alternative,
  acronym,    ///< matched in its own case
  ambiguous,  ///< acronym (or phrase) with several senses: counts only with context or an in-paper definition
  weak,       ///< counts only in titles, headings and front sheets, or beside another hit of its concept
  hidden,     ///< searched, never shown (misspellings)
  hint        ///< names a narrower subject: speaks for the topic, is no mention of the concept
};

constexpr bool is_acronym(LabelKind kind) {
  return kind == LabelKind::acronym || kind == LabelKind::ambiguous;
}

struct Label {
  std::string text;
  LabelKind kind = LabelKind::alternative;
  LowerCaseMeaning lower = LowerCaseMeaning::acronym;  ///< of acronyms only
  bool welsh = false;  ///< stands in Welsh text alone, there in all its mutated forms (schema/welsh_mutation.h)
};

struct Concept {
  std::string id;               ///< skos:notation: "ehc-plans"
  std::string preferred;        ///< display label
  std::string preferred_welsh;  ///< the same in Welsh; empty: the vocabulary has none
  std::vector<std::uint32_t> broader;
  std::vector<std::uint32_t> ancestors;    ///< all broader ones, nearest first, without itself
  std::vector<std::uint32_t> descendants;  ///< all narrower ones, without itself
  std::vector<std::uint32_t> related;      ///< symmetric
  std::vector<Label> labels;               ///< what names the concept itself, the preferred one first, Welsh last
  std::vector<Label> hints;                ///< what only speaks for it; of kind hint, or acronyms or weak ones as such
  std::vector<std::string> context;        ///< words that make an ambiguous acronym count (beginnings of words)
  std::string note;

  /// The display label in a language, in English where there is none.
  const std::string& shown(bool welsh) const { return welsh && !preferred_welsh.empty() ? preferred_welsh : preferred; }
};

/// "EHCP timeliness": any label of one of `of` and an expression, in one passage, make a span of `concept_index`.
struct Composite {
  std::uint32_t concept_index = 0;
  std::vector<std::uint32_t> of;
  std::vector<std::string> expressions;  ///< patterns of words; grammar in schema/concept_matcher.h
  bool heading_counts = false;           ///< a label in the item's title counts for its paragraphs
};

class Vocabulary {
 public:
  /// The vocabulary compiled in (schema/topics.skos.xml).
  static const Vocabulary& built_in();
  /// Throws Error that names the file and the concept at fault (not SKOS, cycle, unknown broader, double label).
  static Vocabulary from_file(const std::string& path);
  static Vocabulary from_xml(std::string_view xml, const std::string& name_for_errors);

  const std::vector<Concept>& concepts() const { return concepts_; }
  const std::vector<Composite>& composites() const { return composites_; }
  /// Phrases under which nothing is tagged: government departments and the like.
  const std::vector<std::string>& masks() const { return masks_; }
  /// By id; nullopt: none.
  std::optional<std::uint32_t> by_id(std::string_view id) const;
  /// By id or any label that is neither ambiguous nor a hint; case, commas and plurals do not count; nullopt: none.
  std::optional<std::uint32_t> by_name(std::string_view name) const;
  /// The XML it was read from, kept in the index.
  const std::string& xml() const { return xml_; }
  /// Hash of the XML: names the stored copy, tells whether papers must be tagged again.
  const std::string& digest() const { return digest_; }

 private:
  friend class VocabularyReader;
  std::vector<Concept> concepts_;
  std::vector<Composite> composites_;
  std::vector<std::string> masks_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::unordered_map<std::string, std::uint32_t> by_label_;  // key: singular_key()
  std::string xml_;
  std::string digest_;
};

}  // namespace minutebook::schema
