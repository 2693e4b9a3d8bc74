#include "indexer/inspect.h"

#include "indexer/hash.h"
#include "indexer/index_run_claims.h"
#include "indexer/tagging.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

/// Ids as in an index that holds this source alone.
void settle_ids(Inspection& inspection, const std::string& path) {
  const schema::Index nothing;
  const Withdrawn none({});
  PaperClaims claims(nothing, {}, none);
  schema::SourceRow row;
  row.path = path;
  row.sha256 = inspection.sha256;
  row.warnings = std::move(inspection.reading.warnings);
  claims.settle(inspection.reading.papers, row);
  inspection.reading.warnings = std::move(row.warnings);
}

}  // namespace

Inspection inspect_source(const std::string& name, const SuppliedMetadata& metadata, SourceReader& reader,
                          const schema::Vocabulary& vocabulary) {
  Inspection inspection;
  const std::string path = absolute_path(name);
  inspection.source = name;
  inspection.source_id = source_id(path);
  const SourceFile file(path);
  try {
    if (file.problem().empty()) inspection.sha256 = sha256_of_file(file.descriptor());
    inspection.reading = reader.read(file, path, metadata);
  } catch (const schema::Error& error) {
    // A disk that fails is the file's trouble; a worker that cannot be started is not.
    if (!inspection.sha256.empty() || !file.problem().empty()) throw;
    inspection.reading.status = "failed";
    inspection.reading.reason = error.what();
  }
  settle_ids(inspection, path);
  schema::Lexicon lexicon;
  Tagger tagger(vocabulary, lexicon);
  for (schema::Paper& paper : inspection.reading.papers) tagger.tag(paper);
  return inspection;
}

}  // namespace minutebook::indexer
