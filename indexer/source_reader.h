// One source from bytes to papers: extraction in the worker, understanding here; whatever goes wrong becomes a reason.
// Knows nothing of the index.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/doc_converter.h"
#include "indexer/picture_texts.h"
#include "indexer/source_file.h"
#include "indexer/understand.h"
#include "indexer/worker.h"

namespace minutebook::indexer {

struct SourceReading {
  std::string status;  ///< source_status.h: indexed, empty or failed
  std::string reason;  ///< why not indexed
  std::string format;
  int pages = 0;          ///< 0: the source has none
  int scanned_pages = 0;  ///< of these, the ones that were read from their pictures
  int unread_pages = 0;   ///< of these, the ones that show something that was not read
  std::vector<std::string> warnings;
  std::vector<schema::Paper> papers;
};

/// What is done with pages that show pictures.
struct PictureOptions {
  bool read = false;         ///< they are read from their pictures (OCR)
  std::string index_folder;  ///< texts that were read so before are taken from there, and kept there; empty: nowhere
};

/// One per thread.
class SourceReader {
 public:
  /// `councils` must outlive it. `worker_program`: find_worker_program().
  SourceReader(const std::string& worker_program, const schema::CouncilRegistry& councils,
               const PictureOptions& pictures = {});

  /// `path` is only looked at for its extension and its last part, the file's name. Throws Error (unreadable) if no
  /// worker can be started or confined.
  SourceReading read(const SourceFile& file, const std::string& path, const SuppliedMetadata& metadata);

 private:
  Extraction extract(const SourceFile& file, const std::string& path);
  int read_pictures(const SourceFile& file, ExtractedText& text);
  std::optional<std::vector<std::string>> picture_text(const SourceFile& file, const std::string& sha256, int page,
                                                       std::vector<std::string>& warnings);

  Worker worker_;
  DocConverter converter_;
  Worker picture_worker_;  // is started when the first picture is to be read
  bool reads_pictures_;
  PictureTexts texts_;
  const schema::CouncilRegistry& councils_;
};

}  // namespace minutebook::indexer
