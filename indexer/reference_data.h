// The tables that understanding rests on: councils and topics, built in or given by files.
// Knows nothing of papers.
#pragma once

#include <memory>
#include <string>

#include "schema/councils.h"
#include "schema/vocabulary.h"

namespace minutebook::indexer {

class ReferenceData {
 public:
  /// `councils_file` adds to the built-in registry, `topics_file` replaces the built-in vocabulary; empty: those kept
  /// with the index in `index_folder`, if there is one and it keeps any, else the built-in tables. Throws Error that
  /// names the file and the place at fault.
  ReferenceData(const std::string& councils_file, const std::string& topics_file, const std::string& index_folder = {});

  const schema::CouncilRegistry& councils() const { return *councils_; }
  /// Hash of the councils' file; empty without one.
  const std::string& councils_digest() const { return councils_digest_; }
  const std::shared_ptr<const schema::Vocabulary>& vocabulary() const { return vocabulary_; }
  /// The rows of councils beside the built-in ones; empty: none.
  const std::string& councils_table() const { return councils_table_; }
  /// The vocabulary is not the built-in one.
  bool own_vocabulary() const { return own_vocabulary_; }

 private:
  void read_index(const std::string& folder);

  std::shared_ptr<const schema::CouncilRegistry> councils_;
  std::string councils_digest_;
  std::shared_ptr<const schema::Vocabulary> vocabulary_;
  std::string councils_table_;
  bool own_vocabulary_ = false;
};

}  // namespace minutebook::indexer
