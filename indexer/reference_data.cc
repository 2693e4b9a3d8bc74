#include "indexer/reference_data.h"

#include "schema/digest.h"
#include "schema/file.h"
#include "schema/index.h"

namespace minutebook::indexer {
namespace {

/// The built-in tables outlive everything: nobody owns them.
template <typename Table>
std::shared_ptr<const Table> unowned(const Table& table) {
  return {std::shared_ptr<const Table>(), &table};
}

}  // namespace

/// What an earlier run was given stays in force until another file is given.
void ReferenceData::read_index(const std::string& folder) {
  if (folder.empty() || schema::current_revision(folder) == 0) return;
  const schema::Index index = schema::open_index(folder);
  councils_ = index.councils;
  councils_table_ = index.councils_table;
  own_vocabulary_ = index.own_vocabulary;
  if (own_vocabulary_) vocabulary_ = index.vocabulary;
}

ReferenceData::ReferenceData(const std::string& councils_file, const std::string& topics_file,
                             const std::string& index_folder)
    : councils_(unowned(schema::CouncilRegistry::built_in())), vocabulary_(unowned(schema::Vocabulary::built_in())) {
  read_index(index_folder);
  if (!councils_file.empty()) {
    councils_ = std::make_shared<const schema::CouncilRegistry>(schema::CouncilRegistry::with_file(councils_file));
    councils_table_ = schema::read_file(councils_file);
  }
  if (!councils_table_.empty()) councils_digest_ = schema::hex(schema::sha256(councils_table_));
  if (!topics_file.empty()) {
    vocabulary_ = std::make_shared<const schema::Vocabulary>(schema::Vocabulary::from_file(topics_file));
    own_vocabulary_ = true;
  }
}

}  // namespace minutebook::indexer
