#include <algorithm>
#include <iostream>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "indexer/inspect.h"
#include "indexer/inspect_json.h"
#include "indexer/inspect_text.h"
#include "indexer/reference_data.h"
#include "indexer/source_status.h"

namespace minutebook::cli {
namespace {

const std::vector<std::string> formats = {"text", "json"};

std::string folder_of(const std::string& path) {
  return path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
}

}  // namespace

OptionTable options_of_inspect() {
  OptionTable table = empty_option_table();
  table.add_options()("ocr", "read pages that are pictures from them (slow; up to a minute a page)");
  add_metadata_options(table);
  add_format_option(table, formats);
  return table;
}

int run_inspect(const Options& options) {
  const bool json = format_of(options, formats) == "json";
  const indexer::ReferenceData reference(options.text("councils"), options.text("topics"));
  const indexer::MetadataSupplier metadata(metadata_of(options), reference.councils());
  indexer::SourceReader reader(indexer::find_worker_program(), reference.councils(),
                               {.read = options.has("ocr"), .index_folder = {}});
  int code = exit_success;
  bool first = true;
  for (const std::string& name : options.arguments()) {
    const std::string path = indexer::absolute_path(name);
    const indexer::Inspection inspection =
        indexer::inspect_source(name, metadata.metadata_of(path, folder_of(path)), reader, *reference.vocabulary());
    if (inspection.sha256.empty()) {
      std::cerr << "minutebook: " << printable(name) << ": " << printable(inspection.reading.reason) << "\n";
      code = exit_unreadable;
      continue;
    }
    if (inspection.reading.status == indexer::status_failed && code == exit_success) code = exit_partly;
    if (json) {
      std::cout << indexer::inspection_json(inspection) << "\n";
    } else {
      std::cout << (first ? "" : "\n") << indexer::inspection_text(inspection);
    }
    first = false;
  }
  return code;
}

}  // namespace minutebook::cli
