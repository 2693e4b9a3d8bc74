#include "indexer/reference_data.h"

#include "schema/digest.h"
#include "schema/file.h"

namespace minutebook::indexer {
namespace {

/// The built-in tables outlive everything: nobody owns them.
template <typename Table>
std::shared_ptr<const Table> unowned(const Table& table) {
  return {std::shared_ptr<const Table>(), &table};
}

}  // namespace

ReferenceData::ReferenceData(const std::string& councils_file, const std::string& topics_file) {
  if (councils_file.empty()) {
    councils_ = unowned(schema::CouncilRegistry::built_in());
  } else {
    councils_ = std::make_shared<const schema::CouncilRegistry>(schema::CouncilRegistry::with_file(councils_file));
    councils_digest_ = schema::hex(schema::sha256(schema::read_file(councils_file)));
  }
  if (topics_file.empty()) {
    vocabulary_ = unowned(schema::Vocabulary::built_in());
  } else {
    vocabulary_ = std::make_shared<const schema::Vocabulary>(schema::Vocabulary::from_file(topics_file));
  }
}

}  // namespace minutebook::indexer
