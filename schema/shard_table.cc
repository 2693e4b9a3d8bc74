#include "schema/shard_table.h"

#include <algorithm>
#include <type_traits>

#include "schema/error.h"

namespace minutebook::schema {

static_assert(sizeof(PaperRow) == 36 && alignof(PaperRow) == 4 && std::is_trivially_copyable_v<PaperRow>,
              "rows are read in place: the struct is the format");

/// Where the parts after the rows begin; each ends where the next begins, the last at the end of the file.
struct TableReader::Tables {
  std::uint64_t items = 0;
  std::uint64_t portfolios_at = 0;    ///< value numbers, four bytes each
  std::uint64_t paper_ids_at_at = 0;  ///< where each paper's id begins, four bytes each, and one more
  std::uint64_t item_ids_at_at = 0;   ///< the same for items
  std::uint64_t paper_ids_at = 0;
  std::uint64_t item_ids_at = 0;  ///< what follows the paper's id
  std::uint64_t values_at = 0;
};

namespace {

template <typename Number>
void append_numbers(std::string& bytes, const std::vector<Number>& numbers) {
  bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
}

}  // namespace

TableWriter::TableWriter() : values_(1) {}  // number 0 is never used

std::uint32_t TableWriter::number_of(const FacetValue& value) {
  const auto [at, fresh] = numbers_.try_emplace({value.field, value.value}, static_cast<std::uint32_t>(values_.size()));
  if (fresh) values_.push_back(value);
  return at->second;
}

void TableWriter::add_ids(const PaperEntry& paper) {
  paper_ids_at_.push_back(static_cast<std::uint32_t>(paper_ids_.size()));
  paper_ids_ += paper.id;
  for (const std::string& id : paper.item_ids) {
    item_ids_at_.push_back(static_cast<std::uint32_t>(item_ids_.size()));
    item_ids_ += std::string_view(id).substr(paper.id.size());
  }
  if (paper_ids_.size() > UINT32_MAX || item_ids_.size() > UINT32_MAX) {
    throw Error(ErrorCode::unreadable, "the ids of a shard have more than 4 GB");
  }
}

void TableWriter::add(const PaperEntry& paper) {
  PaperRow row = paper.row;
  row.council = number_of(paper.council);
  row.committee = number_of(paper.committee);
  row.committee_kind = number_of(paper.committee_kind);
  row.portfolios_at = static_cast<std::uint32_t>(portfolios_.size());
  row.portfolio_count = static_cast<std::uint16_t>(std::min<std::size_t>(paper.portfolios.size(), UINT16_MAX));
  for (std::size_t i = 0; i < row.portfolio_count; ++i) portfolios_.push_back(number_of(paper.portfolios[i]));
  rows_.push_back(row);
  add_ids(paper);
}

void TableWriter::finish(const std::string& folder) const {
  std::string bytes(sizeof(FileHeader), '\0');
  append_numbers(bytes, rows_);
  while (bytes.size() % sizeof(std::uint64_t) != 0) bytes.push_back('\0');
  const std::uint64_t tables_at = bytes.size();

  std::vector<std::uint32_t> paper_places = paper_ids_at_;
  paper_places.push_back(static_cast<std::uint32_t>(paper_ids_.size()));
  std::vector<std::uint32_t> item_places = item_ids_at_;
  item_places.push_back(static_cast<std::uint32_t>(item_ids_.size()));
  constexpr std::size_t number_bytes = sizeof(std::uint32_t);
  std::vector<std::uint64_t> tables = {item_ids_at_.size(), tables_at + 7 * sizeof(std::uint64_t)};
  for (const std::size_t size : {portfolios_.size() * number_bytes, paper_places.size() * number_bytes,
                                 item_places.size() * number_bytes, paper_ids_.size(), item_ids_.size()}) {
    tables.push_back(tables.back() + size);
  }
  append_numbers(bytes, tables);
  append_numbers(bytes, portfolios_);
  append_numbers(bytes, paper_places);
  append_numbers(bytes, item_places);
  bytes += paper_ids_;
  bytes += item_ids_;
  append_varint(bytes, values_.size() - 1);
  for (std::size_t i = 1; i < values_.size(); ++i) {
    bytes.push_back(static_cast<char>(values_[i].field));
    append_string(bytes, values_[i].value);
    append_string(bytes, values_[i].label);
  }
  OutputFile file(folder + "/" + std::string(table_file.name));
  file.write(bytes);
  file.finish(header_bytes(table_file, papers(), bytes.size(), tables_at));
}

std::string_view TableReader::section(std::uint64_t begin, std::uint64_t end) const {
  if (begin > end || end > file_.bytes().size()) throw_damaged(file_.path(), "a table lies outside");
  return file_.bytes().substr(begin, end - begin);
}

TableReader::TableReader(const std::string& folder) {
  FileHeader header;
  file_ = open_shard_file(folder, table_file, header);
  const std::uint64_t rows_end = sizeof header + std::uint64_t{header.entries} * sizeof(PaperRow);
  if (rows_end > header.tables_at) throw_damaged(file_.path(), "its rows lie outside");
  rows_ = {reinterpret_cast<const PaperRow*>(file_.bytes().data() + sizeof header), header.entries};
  const auto tables = load<Tables>(section(header.tables_at, header.tables_at + sizeof(Tables)).data());
  items_ = static_cast<std::uint32_t>(tables.items);
  portfolios_ = section(tables.portfolios_at, tables.paper_ids_at_at);
  paper_ids_at_ = section(tables.paper_ids_at_at, tables.item_ids_at_at);
  item_ids_at_ = section(tables.item_ids_at_at, tables.paper_ids_at);
  paper_ids_ = section(tables.paper_ids_at, tables.item_ids_at);
  item_ids_ = section(tables.item_ids_at, tables.values_at);
  const bool sound = paper_ids_at_.size() == (rows_.size() + 1) * sizeof(std::uint32_t) &&
                     item_ids_at_.size() == (std::size_t{items_} + 1) * sizeof(std::uint32_t);
  if (!sound) throw_damaged(file_.path(), "its tables have a wrong size");
  read_values(section(tables.values_at, header.bytes));
  check_rows();
}

void TableReader::read_values(std::string_view bytes) {
  ByteReader reader(bytes, file_.path());
  values_.resize(reader.count() + 1);
  for (std::size_t i = 1; i < values_.size(); ++i) {
    const std::uint8_t field = reader.byte();
    if (field >= fields.size()) throw_damaged(file_.path(), "a value has an unknown field");
    values_[i].field = static_cast<FieldId>(field);
    values_[i].value = reader.string();
    values_[i].label = reader.string();
  }
}

/// The counting kernel indexes with these numbers unchecked, so they are checked here once.
void TableReader::check_rows() const {
  std::uint64_t next_item = 1;
  const std::size_t portfolio_numbers = portfolios_.size() / sizeof(std::uint32_t);
  for (const PaperRow& row : rows_) {
    const bool sound = row.first_item == next_item && row.council < values_.size() && row.committee < values_.size() &&
                       row.committee_kind < values_.size() && static_cast<int>(row.kind) < paper_kind_count &&
                       std::size_t{row.portfolios_at} + row.portfolio_count <= portfolio_numbers;
    if (!sound) throw_damaged(file_.path(), "a row of its papers is out of order");
    next_item += row.items;
  }
  if (next_item != std::uint64_t{items_} + 1)
    throw_damaged(file_.path(), "its papers have not as many items as it says");
  for (std::size_t i = 0; i < portfolio_numbers; ++i) {
    if (load<std::uint32_t>(portfolios_.data() + i * sizeof(std::uint32_t)) >= values_.size()) {
      throw_damaged(file_.path(), "a portfolio has no value");
    }
  }
}

std::span<const std::uint32_t> TableReader::portfolios(const PaperRow& paper) const {
  // The table begins at a multiple of eight bytes in a map that begins at a page.
  const auto* numbers = reinterpret_cast<const std::uint32_t*>(portfolios_.data());
  return {numbers + paper.portfolios_at, paper.portfolio_count};
}

std::uint32_t TableReader::paper_of(std::uint32_t docid) const {
  if (docid == 0 || docid > items_)
    throw Error(ErrorCode::unreadable, file_.path() + " has no item " + std::to_string(docid));
  const auto after = std::upper_bound(rows_.begin(), rows_.end(), docid, [](std::uint32_t wanted, const PaperRow& row) {
    return wanted < row.first_item;
  });
  return static_cast<std::uint32_t>(after - rows_.begin()) - 1;
}

std::string TableReader::text_between(std::string_view places, std::string_view pool, std::size_t number) const {
  const auto begin = load<std::uint32_t>(places.data() + number * sizeof(std::uint32_t));
  const auto end = load<std::uint32_t>(places.data() + (number + 1) * sizeof(std::uint32_t));
  if (begin > end || end > pool.size()) throw_damaged(file_.path(), "an id lies outside");
  return std::string(pool.substr(begin, end - begin));
}

std::string TableReader::paper_id(std::uint32_t ordinal) const {
  if (ordinal >= rows_.size())
    throw Error(ErrorCode::unreadable, file_.path() + " has no paper " + std::to_string(ordinal));
  return text_between(paper_ids_at_, paper_ids_, ordinal);
}

std::string TableReader::item_id(std::uint32_t docid) const {
  return paper_id(paper_of(docid)) + text_between(item_ids_at_, item_ids_, docid - 1);
}

}  // namespace minutebook::schema
