#include "schema/shard_sketches.h"

#include <type_traits>

#include "schema/file.h"

namespace minutebook::schema {

static_assert(sizeof(PaperSketch) == 16 + sketch_bins * sizeof(std::uint32_t) && alignof(PaperSketch) == 8 &&
                  std::is_trivially_copyable_v<PaperSketch>,
              "rows are read in place: the struct is the format");

void SketchWriter::finish(const std::string& folder) const {
  std::string bytes(sizeof(FileHeader), '\0');
  bytes.append(reinterpret_cast<const char*>(rows_.data()), rows_.size() * sizeof(PaperSketch));
  OutputFile file(folder + "/" + std::string(sketch_file.name));
  file.write(bytes);
  file.finish(header_bytes(sketch_file, static_cast<std::uint32_t>(rows_.size()), bytes.size(), bytes.size()));
}

SketchReader::SketchReader(const std::string& folder) {
  FileHeader header;
  file_ = open_shard_file(folder, sketch_file, header);
  const std::uint64_t end = sizeof header + std::uint64_t{header.entries} * sizeof(PaperSketch);
  if (end > file_.bytes().size()) throw_damaged(file_.path(), "its rows lie outside");
  rows_ = {reinterpret_cast<const PaperSketch*>(file_.bytes().data() + sizeof header), header.entries};
}

}  // namespace minutebook::schema
