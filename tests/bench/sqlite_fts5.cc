#include "tests/bench/sqlite_fts5.h"

#include <sqlite3.h>

#include <stdexcept>

namespace minutebook::bench {
namespace {

constexpr const char* kSchema = R"(
  CREATE TABLE items(id INTEGER PRIMARY KEY, council TEXT, committee TEXT, committee_kind TEXT, paper_kind TEXT,
                     year TEXT, municipal_year TEXT, portfolio TEXT, date TEXT, number TEXT, title TEXT, body TEXT);
  CREATE TABLE topics(item INTEGER, topic TEXT);
  CREATE VIRTUAL TABLE search USING fts5(title, body, content='items', content_rowid='id', tokenize='porter unicode61');
)";

// The parameters of a query: ?1 MATCH, ?2 council, ?3 and ?4 dates.
constexpr const char* kJoin = " JOIN items ON items.id = search.rowid";
constexpr const char* kMatch = " WHERE search MATCH ?1";
constexpr const char* kFilter = " AND items.council = ?2 AND items.date BETWEEN ?3 AND ?4";

constexpr std::size_t kColumnFacets = kFacets - 1;  // all facets but the topic, in the order of the columns

class Connection {
 public:
  explicit Connection(const std::string& file) {
    if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) fail("cannot open " + file);
  }
  ~Connection() { sqlite3_close(handle_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* get() const { return handle_; }
  void run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
  }
  [[noreturn]] void fail(const std::string& doing) const {
    throw std::runtime_error("SQLite: " + doing + ": " + sqlite3_errmsg(handle_));
  }

 private:
  sqlite3* handle_ = nullptr;
};

class Statement {
 public:
  Statement(const Connection& connection, const std::string& sql) : connection_(connection) {
    if (sqlite3_prepare_v2(connection.get(), sql.c_str(), -1, &handle_, nullptr) != SQLITE_OK) connection.fail(sql);
  }
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int parameter, std::int64_t number) {
    if (sqlite3_bind_int64(handle_, parameter, number) != SQLITE_OK) connection_.fail("bind");
  }
  // The text must live until the next step.
  void bind(int parameter, std::string_view text) {
    if (sqlite3_bind_text(handle_, parameter, text.data(), static_cast<int>(text.size()), SQLITE_STATIC) != SQLITE_OK) {
      connection_.fail("bind");
    }
  }
  bool step() {
    const int code = sqlite3_step(handle_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) connection_.fail("step");
    return code == SQLITE_ROW;
  }
  void execute() {
    step();
    sqlite3_reset(handle_);
  }
  std::string_view text(int column) {
    const auto* bytes = sqlite3_column_text(handle_, column);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
  }
  std::uint64_t number(int column) { return static_cast<std::uint64_t>(sqlite3_column_int64(handle_, column)); }
  int columns() { return sqlite3_column_count(handle_); }

 private:
  const Connection& connection_;
  sqlite3_stmt* handle_ = nullptr;
};

class SqliteFts5 : public Engine {
 public:
  explicit SqliteFts5(const std::filesystem::path& folder) : folder_(folder) {}

  void index(PaperSource& papers) override;
  void open() override;
  Answer answer(const BenchQuery& query) override;
  Export export_all(const BenchQuery& query) override;
  std::uint64_t size_on_disk() const override { return bytes_below(folder_); }

 private:
  std::string file() const { return (folder_ / "items.db").string(); }

  std::filesystem::path folder_;
  std::unique_ptr<Connection> connection_;
};

// Whether the query restricts council and dates; the benchmark has no query with only one of the two.
bool is_filtered(const BenchQuery& query) {
  return !query.council_code.empty();
}

// A statement with the parameters of the query; owns what is bound.
class QueryStatement : public Statement {
 public:
  QueryStatement(const Connection& connection, const std::string& sql, const BenchQuery& query)
      : Statement(connection, sql),
        first_(std::to_string(query.first_year) + "-01-01"),
        last_(std::to_string(query.last_year) + "-12-31") {
    bind(1, query.fts5);
    if (!is_filtered(query)) return;
    bind(2, query.council_code);
    bind(3, first_);
    bind(4, last_);
  }

 private:
  std::string first_, last_;
};

struct Insertion {
  Statement row, text, topic;
  std::int64_t id = 0;

  explicit Insertion(const Connection& connection)
      : row(connection, "INSERT INTO items VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)"),
        text(connection, "INSERT INTO search(rowid,title,body) VALUES(?1,?2,?3)"),
        topic(connection, "INSERT INTO topics VALUES(?1,?2)") {}

  void add(const Paper& paper, const Item& item);
};

void Insertion::add(const Paper& paper, const Item& item) {
  const auto values = facet_values(paper, item);
  const std::string date = iso_date(paper.date), body = body_text(item);
  row.bind(1, ++id);
  for (std::size_t column = 0; column < kColumnFacets; ++column) row.bind(static_cast<int>(column) + 2, values[column]);
  row.bind(9, date);
  row.bind(10, item.number);
  row.bind(11, item.title);
  row.bind(12, body);
  row.execute();
  text.bind(1, id);
  text.bind(2, item.title);
  text.bind(3, body);
  text.execute();
  topic.bind(1, id);
  topic.bind(2, values.back());
  topic.execute();
}

void SqliteFts5::index(PaperSource& papers) {
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  Connection connection(file());
  connection.run(kSchema);
  connection.run("BEGIN");
  {
    Insertion insertion(connection);
    while (true) {
      const std::vector<Paper>& batch = papers.next_batch();
      if (batch.empty()) break;
      for (const Paper& paper : batch) {
        for (const Item& item : paper.items) insertion.add(paper, item);
      }
    }
  }
  connection.run("COMMIT; INSERT INTO search(search) VALUES('optimize'); CREATE INDEX topic_of ON topics(item)");
}

void SqliteFts5::open() {
  connection_ = std::make_unique<Connection>(file());
  // The default cache of 2 MB makes every answer read its pages anew: no installation of this size leaves it at that.
  connection_->run("PRAGMA cache_size = -262144");
}

Answer SqliteFts5::answer(const BenchQuery& query) {
  // Rows of a plain query need no join to be counted and ranked; a filter needs the columns of the item.
  const std::string matches =
      std::string(" FROM search") + (is_filtered(query) ? kJoin : "") + kMatch + (is_filtered(query) ? kFilter : "");
  Answer answer;
  QueryStatement count(*connection_, "SELECT COUNT(*)" + matches, query);
  if (count.step()) answer.total = count.number(0);

  // Ranked first and read afterwards, so that the texts of the other matches are not dragged through the sort.
  QueryStatement page(
      *connection_,
      "SELECT items.council, items.committee, items.date, items.number, items.title, items.body FROM (SELECT "
      "search.rowid AS id, bm25(search) AS score" +
          matches + " ORDER BY score LIMIT " + std::to_string(kPageSize) +
          ") AS best JOIN items USING (id) ORDER BY best.score",
      query);
  while (page.step()) {
    for (int column = 0; column < page.columns(); ++column) answer.text_bytes += page.text(column).size();
    ++answer.shown;
  }

  const std::string joined = std::string(kMatch) + (is_filtered(query) ? kFilter : "");
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    const std::string column(kFacetNames[facet]);
    const std::string topics = facet < kColumnFacets ? "" : " JOIN topics ON topics.item = search.rowid";
    QueryStatement groups(
        *connection_, "SELECT " + column + ", COUNT(*) FROM search" + kJoin + topics + joined + " GROUP BY " + column,
        query);
    FacetSum sum;
    while (groups.step()) sum.add(groups.text(0), groups.number(1));
    answer.facets[facet] = sum.value();
  }
  return answer;
}

Export SqliteFts5::export_all(const BenchQuery& query) {
  QueryStatement rows(
      *connection_,
      std::string(
          "SELECT items.council, items.committee, items.date, items.number, items.title, items.body FROM search") +
          kJoin + kMatch + (is_filtered(query) ? kFilter : ""),
      query);
  Export result;
  while (rows.step()) {
    for (int column = 0; column < rows.columns(); ++column) result.bytes += rows.text(column).size();
    ++result.rows;
  }
  return result;
}

}  // namespace

std::unique_ptr<Engine> make_sqlite_fts5(const std::filesystem::path& folder) {
  return std::make_unique<SqliteFts5>(folder);
}

}  // namespace minutebook::bench
