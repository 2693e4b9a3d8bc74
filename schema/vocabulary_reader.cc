// Links between concepts, and the checks that make a vocabulary one that can be trusted to tag papers.
#include "schema/vocabulary_reader.h"

#include <algorithm>
#include <set>

#include "schema/digest.h"
#include "schema/label_words.h"
#include "schema/word_pattern.h"

namespace minutebook::schema {

namespace {

void insert_sorted(std::vector<std::uint32_t>& numbers, std::uint32_t number) {
  const auto at = std::lower_bound(numbers.begin(), numbers.end(), number);
  if (at == numbers.end() || *at != number) numbers.insert(at, number);
}

}  // namespace

Vocabulary VocabularyReader::read(std::string_view xml) {
  const RawVocabulary raw = parse_skos(xml, name_);
  Vocabulary vocabulary;
  vocabulary.xml_ = std::string(xml);
  vocabulary.digest_ = hex(sha256(xml));
  vocabulary.masks_ = raw.masks;
  for (const RawConcept& concept_read : raw.concepts) {
    const auto number = static_cast<std::uint32_t>(vocabulary.concepts_.size());
    if (!vocabulary.by_id_.emplace(concept_read.fields.id, number).second) {
      throw_vocabulary_error(name_, concept_read.fields.id, "its skos:notation is used twice");
    }
    vocabulary.concepts_.push_back(concept_read.fields);
  }
  link(raw, vocabulary);
  find_ancestors(vocabulary);
  index_labels(vocabulary);
  return vocabulary;
}

void VocabularyReader::link(const RawVocabulary& raw, Vocabulary& vocabulary) const {
  std::unordered_map<std::string, std::uint32_t> by_uri;
  for (std::uint32_t i = 0; i < raw.concepts.size(); ++i) {
    if (!by_uri.emplace(raw.concepts[i].uri, i).second) {
      throw_vocabulary_error(name_, raw.concepts[i].fields.id, "its rdf:about is missing or used twice");
    }
  }
  const auto resolve = [&](const RawConcept& from, const std::string& uri, const std::string& link_name) {
    const auto found = by_uri.find(uri);
    if (found != by_uri.end()) return found->second;
    throw_vocabulary_error(name_, from.fields.id, "its " + link_name + " " + uri + " is not in the vocabulary");
  };
  for (std::uint32_t i = 0; i < raw.concepts.size(); ++i) {
    const RawConcept& from = raw.concepts[i];
    Concept& to = vocabulary.concepts_[i];
    for (const std::string& uri : from.broader) to.broader.push_back(resolve(from, uri, "broader concept"));
    for (const std::string& uri : from.related) {
      const std::uint32_t other = resolve(from, uri, "related concept");
      insert_sorted(to.related, other);
      insert_sorted(vocabulary.concepts_[other].related, i);
    }
    std::vector<std::uint32_t> of;
    for (const std::string& uri : from.of) of.push_back(resolve(from, uri, "mb:of"));
    add_composite(from, i, std::move(of), vocabulary);
  }
}

void VocabularyReader::add_composite(const RawConcept& from, std::uint32_t number, std::vector<std::uint32_t> of,
                                     Vocabulary& vocabulary) const {
  if (of.empty() != from.expressions.empty()) {
    throw_vocabulary_error(name_, from.fields.id, "a composite concept needs both mb:of and mb:expression");
  }
  if (of.empty()) return;
  for (const std::string& expression : from.expressions) {
    const auto fault = WordPattern::fault_of(expression);
    if (fault) throw_vocabulary_error(name_, from.fields.id, "expression \"" + expression + "\": " + *fault);
  }
  vocabulary.composites_.push_back({number, std::move(of), from.expressions, from.heading_counts});
}

void VocabularyReader::find_ancestors(Vocabulary& vocabulary) const {
  std::vector<Concept>& concepts = vocabulary.concepts_;
  for (std::uint32_t i = 0; i < concepts.size(); ++i) {
    std::vector<std::uint32_t>& found = concepts[i].ancestors;
    found = concepts[i].broader;
    for (std::size_t next = 0; next < found.size(); ++next) {
      if (found[next] == i)
        throw_vocabulary_error(name_, concepts[i].id, "it is broader than itself, by way of other concepts");
      for (const std::uint32_t above : concepts[found[next]].broader) {
        if (std::find(found.begin(), found.end(), above) == found.end()) found.push_back(above);
      }
    }
    for (const std::uint32_t above : found) concepts[above].descendants.push_back(i);
  }
}

void VocabularyReader::index_labels(Vocabulary& vocabulary) const {
  Lexicon lexicon;
  LabelOwners owners;
  for (std::uint32_t i = 0; i < vocabulary.concepts_.size(); ++i) {
    const Concept& owner = vocabulary.concepts_[i];
    check_labels(vocabulary, i, owners, lexicon);
    bool ambiguous = false;
    for (const Label& label : owner.hints) ambiguous = ambiguous || label.kind == LabelKind::ambiguous;
    for (const Label& label : owner.labels) {
      ambiguous = ambiguous || label.kind == LabelKind::ambiguous;
      if (label.kind != LabelKind::ambiguous) vocabulary.by_label_.try_emplace(singular_key(label.text, lexicon), i);
    }
    if (ambiguous && owner.context.empty())
      throw_vocabulary_error(name_, owner.id, "it has an ambiguous acronym or label but no mb:context");
  }
}

/// No label or hint stands in two concepts, unless it is ambiguous in both; none stands twice in one.
void VocabularyReader::check_labels(const Vocabulary& vocabulary, std::uint32_t number, LabelOwners& owners,
                                    Lexicon& lexicon) const {
  const Concept& owner = vocabulary.concepts_[number];
  const std::string preferred = label_key(label_words(owner.preferred, false, lexicon));
  const std::string preferred_welsh = label_key(label_words(owner.preferred_welsh, false, lexicon));
  std::set<std::string> own;
  std::vector<Label> all = owner.labels;
  all.insert(all.end(), owner.hints.begin(), owner.hints.end());
  for (const Label& label : all) {
    const std::string key = label_key(label_words(label.text, is_acronym(label.kind), lexicon));
    if (key.empty()) throw_vocabulary_error(name_, owner.id, "label \"" + label.text + "\" has no word");
    // A preferred label may be named weak as well: it is shown, but counts as a weak one.
    const bool weak_preferred = label.kind == LabelKind::weak && key == (label.welsh ? preferred_welsh : preferred);
    if (!own.insert(key).second && !weak_preferred) {
      throw_vocabulary_error(name_, owner.id,
                             "label \"" + label.text + "\" is there twice (plurals, case and commas do not count)");
    }
    const auto [known, fresh] = owners.try_emplace(key, number, label.kind);
    const auto [other, kind] = known->second;
    const bool shared_sense = kind == LabelKind::ambiguous && label.kind == LabelKind::ambiguous;
    if (!fresh && other != number && !shared_sense) {
      throw_vocabulary_error(name_, owner.id,
                             "label \"" + label.text + "\" is also one of " + vocabulary.concepts_[other].id);
    }
  }
}

}  // namespace minutebook::schema
