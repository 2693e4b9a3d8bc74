#include "schema/shard_forward.h"

#include "schema/error.h"

namespace minutebook::schema {
namespace {

constexpr int outcome_count = static_cast<int>(Outcome::lost) + 1;

/// Kind and outcome of a passage, in one byte.
void append_kinds(std::string& bytes, PassageKind kind, Outcome outcome) {
  bytes.push_back(static_cast<char>(static_cast<int>(kind) | static_cast<int>(outcome) << 4));
}

void append_passage(std::string& bytes, const ForwardPassage& passage) {
  thread_local std::string part;
  append_kinds(bytes, passage.kind, passage.outcome);
  part.clear();
  for (const WordId word : passage.words) append_varint(part, word);
  append_string(bytes, part);
  part.clear();
  for (const ConceptSpan& span : passage.spans) {
    append_varint(part, span.concept_index);
    append_varint(part, span.first);
    append_varint(part, span.count);
  }
  append_string(bytes, part);
}

std::size_t read_item(std::string_view item, const std::string& path, std::vector<ForwardPassage>& passages) {
  ByteReader reader(item, path);
  const std::size_t count = reader.count();
  if (passages.size() < count) passages.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    ForwardPassage& passage = passages[i];
    read_kinds(reader, passage.kind, passage.outcome);
    read_words(reader.string(), path, passage.words);
    read_spans(reader.string(), path, passage.spans);
  }
  return count;
}

}  // namespace

void read_kinds(ByteReader& reader, PassageKind& kind, Outcome& outcome) {
  const int kinds = reader.byte();
  kind = reader.checked_kind<PassageKind>(kinds & 0x0f, passage_kind_count);
  outcome = reader.checked_kind<Outcome>(kinds >> 4, outcome_count);
}

void read_words(std::string_view encoded, const std::string& path, std::vector<WordId>& words) {
  words.clear();
  for (ByteReader reader(encoded, path); reader.left() > 0;) words.push_back(reader.varint32());
}

void read_spans(std::string_view encoded, const std::string& path, std::vector<ConceptSpan>& spans) {
  spans.clear();
  for (ByteReader reader(encoded, path); reader.left() > 0;) {
    ConceptSpan& span = spans.emplace_back();
    span.concept_index = reader.varint32();
    span.first = reader.varint32();
    span.count = reader.varint32();
  }
}

void ForwardWriter::add(std::span<const ForwardPassage> passages) {
  item_ends_.push_back(0);
  append_varint(bytes_, passages.size());
  for (const ForwardPassage& passage : passages) append_passage(bytes_, passage);
  item_ends_.back() = bytes_.size();
}

void ForwardWriter::finish(const std::string& folder, std::span<const WordId> renumbered) const {
  const std::string path = folder + "/" + std::string(forward_file.name);
  OutputFile file(path);
  file.write(std::string(sizeof(FileHeader), '\0'));
  std::string table;
  std::string record;
  std::vector<ForwardPassage> passages;
  std::size_t begin = 0;
  for (const std::size_t end : item_ends_) {
    const std::size_t count = read_item(std::string_view(bytes_).substr(begin, end - begin), path, passages);
    record.clear();
    append_varint(record, count);
    for (ForwardPassage& passage : std::span(passages).first(count)) {
      for (WordId& word : passage.words) word = renumbered[word];
      append_passage(record, passage);
    }
    append_number(table, file.position());
    file.write(record);
    begin = end;
  }
  const std::uint64_t tables_at = file.position();
  append_number(table, tables_at);
  file.write(table);
  file.finish(header_bytes(forward_file, static_cast<std::uint32_t>(item_ends_.size()), file.position(), tables_at));
}

ForwardReader::ForwardReader(const std::string& folder) {
  FileHeader header;
  file_ = open_shard_file(folder, forward_file, header);
  items_ = header.entries;
  if (header.bytes - header.tables_at != (std::uint64_t{items_} + 1) * sizeof(std::uint64_t)) {
    throw_damaged(file_.path(), "its table has a wrong size");
  }
  table_ = file_.bytes().data() + header.tables_at;
}

std::size_t ForwardReader::read(std::uint32_t item, std::vector<ForwardPassage>& passages) const {
  if (item >= items_) throw Error(ErrorCode::unreadable, file_.path() + " has no item " + std::to_string(item + 1));
  const auto begin = load<std::uint64_t>(table_ + std::size_t{item} * sizeof(std::uint64_t));
  const auto end = load<std::uint64_t>(table_ + (std::size_t{item} + 1) * sizeof(std::uint64_t));
  if (begin > end || end > file_.bytes().size()) throw_damaged(file_.path(), "an item lies outside");
  return read_item(file_.bytes().substr(begin, end - begin), file_.path(), passages);
}

}  // namespace minutebook::schema
