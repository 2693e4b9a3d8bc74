#include "tests/bench/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

#include "tests/bench/measure.h"

namespace minutebook::bench {
namespace {

// Three significant figures; thousands in groups.
std::string figure(double value) {
  std::array<char, 64> text{};
  const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  std::string digits = text.data();
  if (decimals == 0) {
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
      digits.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return digits;
}

std::string whole(std::uint64_t value) {
  return value < 100 ? std::to_string(value) : figure(static_cast<double>(value));
}

enum class Better { less, more, neither };

struct Row {
  std::string name;
  std::vector<std::string> cells;  // one per engine
  std::vector<double> compared;    // the numbers the ratios are taken of
  Better better = Better::less;
  std::string note;
};

class Table {
 public:
  explicit Table(const std::vector<EngineFigures>& engines) : engines_(engines) {}

  void add(const Row& row);
  // A row of one number per engine.
  void add(const std::string& name, const std::function<double(const EngineFigures&)>& of, Better better = Better::less,
           const std::string& note = {});
  std::string text() const;

 private:
  const std::vector<EngineFigures>& engines_;
  std::vector<Row> rows_;
};

void Table::add(const Row& row) {
  rows_.push_back(row);
}

void Table::add(const std::string& name, const std::function<double(const EngineFigures&)>& of, Better better,
                const std::string& note) {
  Row row{name, {}, {}, better, note};
  for (const EngineFigures& engine : engines_) {
    row.compared.push_back(of(engine));
    row.cells.push_back(figure(row.compared.back()));
  }
  add(row);
}

std::string Table::text() const {
  const std::string& last = engines_.back().name;
  std::string head = "| |", rule = "|---|", body;
  for (const EngineFigures& engine : engines_) {
    head += " " + engine.name + " |";
    rule += "---:|";
  }
  for (std::size_t e = 0; e + 1 < engines_.size(); ++e) {
    head += " " + last + " is better than " + engines_[e].name + " |";
    rule += "---:|";
  }
  for (const Row& row : rows_) {
    body += "| " + row.name + " |";
    for (const std::string& cell : row.cells) body += " " + cell + " |";
    for (std::size_t e = 0; e + 1 < engines_.size(); ++e) {
      const double other = row.compared[e], best = row.compared.back();
      const double ratio = row.better == Better::less ? other / best : best / other;
      const bool comparable = row.better != Better::neither && other > 0 && best > 0;
      body += comparable ? " " + figure(ratio) + " × |" : " |";
    }
    body += " " + row.note + " |\n";
  }
  return head + " notes |\n" + rule + "---|\n" + body;
}

// An engine that indexed a prefix is scaled up to the whole corpus in proportion to the items.
double scale(const Corpus& corpus, const EngineFigures& engine) {
  return static_cast<double>(corpus.items) / static_cast<double>(engine.index.items);
}

void add_index_rows(const Corpus& corpus, const std::vector<EngineFigures>& engines, Table& table) {
  std::string note;
  for (const EngineFigures& engine : engines) {
    if (engine.index.prefix)
      note = "extrapolated in proportion from the first " + whole(engine.index.items) + " items for " + engine.name;
  }
  table.add(
      "items in the index", [](const EngineFigures& e) { return static_cast<double>(e.index.items); }, Better::neither);
  table.add(
      "indexing, wall s", [&](const EngineFigures& e) { return e.index.wall * scale(corpus, e); }, Better::less, note);
  table.add(
      "indexing, cpu s", [&](const EngineFigures& e) { return e.index.cpu * scale(corpus, e); }, Better::less, note);
  table.add(
      "items/s", [](const EngineFigures& e) { return static_cast<double>(e.index.items) / e.index.wall; },
      Better::more);
  table.add(
      "MB of text/s",
      [](const EngineFigures& e) { return static_cast<double>(e.index.text_bytes) / 1e6 / e.index.wall; },
      Better::more);
  table.add("peak memory of indexing, MB", [](const EngineFigures& e) { return e.index.peak_mb; });
  table.add(
      "index, MB",
      [&](const EngineFigures& e) { return static_cast<double>(e.index.index_bytes) / 1e6 * scale(corpus, e); },
      Better::less, note);
  table.add("index bytes per byte of text", [](const EngineFigures& e) {
    return static_cast<double>(e.index.index_bytes) / static_cast<double>(e.index.text_bytes);
  });
}

// Queries of one kind (or of all) that every engine had time for.
std::vector<std::size_t> comparable(const std::vector<BenchQuery>& queries, const std::vector<EngineFigures>& engines,
                                    std::size_t kind) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const bool of_kind = kind == kQueryKinds || static_cast<std::size_t>(queries[i].kind) == kind;
    const bool all = std::all_of(engines.begin(), engines.end(), [&](const auto& e) { return e.queries[i].measured; });
    if (of_kind && all) chosen.push_back(i);
  }
  return chosen;
}

std::string agreement(const std::vector<EngineFigures>& engines, const std::vector<std::size_t>& chosen) {
  std::size_t totals = 0, facets = 0;
  for (const std::size_t i : chosen) {
    const QueryFigures& first = engines.front().queries[i];
    const auto same_total = [&](const auto& e) { return e.queries[i].total == first.total; };
    const auto same_facets = [&](const auto& e) { return e.queries[i].facets == first.facets; };
    totals += std::all_of(engines.begin(), engines.end(), same_total) ? 1 : 0;
    facets += std::all_of(engines.begin(), engines.end(), same_facets) ? 1 : 0;
  }
  return "equal totals " + std::to_string(totals) + ", equal facets " + std::to_string(facets) + " of " +
         std::to_string(chosen.size());
}

Row query_row(const std::vector<EngineFigures>& engines, const std::vector<std::size_t>& chosen,
              const std::string& name) {
  Row row{name, {}, {}, Better::less, "matches, mean:"};
  for (const EngineFigures& engine : engines) {
    std::vector<double> times, totals;
    for (const std::size_t i : chosen) {
      times.push_back(engine.queries[i].wall_ms);
      totals.push_back(static_cast<double>(engine.queries[i].total));
    }
    row.compared.push_back(mean(times));
    row.cells.push_back(figure(percentile(times, 50)) + " / " + figure(percentile(times, 95)) + " / " +
                        figure(mean(times)));
    row.note += " " + figure(mean(totals));
  }
  if (engines.size() > 1) row.note += "; " + agreement(engines, chosen);
  return row;
}

void add_query_rows(const std::vector<BenchQuery>& queries, const std::vector<EngineFigures>& engines, Table& table) {
  std::string partial = "ratios are of means";
  for (const EngineFigures& engine : engines) {
    if (engine.index.prefix) partial += "; " + engine.name + " searched its first items only, not scaled";
  }
  table.add({"**answer, ms: p50 / p95 / mean**", std::vector<std::string>(engines.size()),
             std::vector<double>(engines.size()), Better::neither, partial});
  for (std::size_t kind = 0; kind < kQueryKinds; ++kind) {
    table.add(query_row(engines, comparable(queries, engines, kind), std::string(kQueryKindNames[kind])));
  }
  const std::vector<std::size_t> all = comparable(queries, engines, kQueryKinds);
  table.add(query_row(engines, all, "all queries"));
  table.add("all queries, cpu ms, mean", [&](const EngineFigures& e) {
    std::vector<double> times;
    for (const std::size_t i : all) times.push_back(e.queries[i].cpu_ms);
    return mean(times);
  });
  table.add("peak memory of answering, MB", [](const EngineFigures& e) { return e.query_peak_mb; });
}

void add_export_rows(const std::vector<EngineFigures>& engines, Table& table) {
  std::string note = "rows:";
  for (const EngineFigures& engine : engines) note += " " + whole(engine.exported.rows);
  table.add(
      "export of every mention, s per million rows",
      [](const EngineFigures& e) { return e.exported.wall * 1e6 / static_cast<double>(e.exported.rows); }, Better::less,
      note);
  table.add("… of it finding and reading whole items",
            [](const EngineFigures& e) { return e.exported.reading * 1e6 / static_cast<double>(e.exported.rows); });
  table.add(
      "export, MB/s",
      [](const EngineFigures& e) { return static_cast<double>(e.exported.bytes) / 1e6 / e.exported.wall; },
      Better::more);
  table.add("peak memory of export, MB", [](const EngineFigures& e) { return e.exported.peak_mb; });
}

}  // namespace

std::string markdown_table(const Corpus& corpus, const std::vector<BenchQuery>& queries,
                           const std::vector<EngineFigures>& engines) {
  std::string text = "Corpus: " + whole(corpus.papers) + " papers, " + whole(corpus.items) + " items, " +
                     figure(static_cast<double>(corpus.words) / 1e6) + " million words, " +
                     figure(static_cast<double>(corpus.bytes) / 1e6) + " MB of text; seed " +
                     std::to_string(corpus.seed) + ". An answer is the exact total, the first " +
                     std::to_string(kPageSize) + " items with their text and " + std::to_string(kFacets) +
                     " exact facets; warm, one thread.\n\n";
  for (const EngineFigures& engine : engines) text += "- " + engine.name + ": " + engine.description + "\n";
  Table table(engines);
  add_index_rows(corpus, engines, table);
  add_query_rows(queries, engines, table);
  add_export_rows(engines, table);
  return text + "\n" + table.text();
}

nlohmann::json as_json(const Corpus& corpus, const std::vector<BenchQuery>& queries,
                       const std::vector<EngineFigures>& engines) {
  nlohmann::json asked = nlohmann::json::array();
  for (const BenchQuery& query : queries) {
    asked.push_back({{"kind", kQueryKindNames[static_cast<std::size_t>(query.kind)]}, {"query", query.minutebook}});
  }
  return {{"corpus", corpus}, {"queries", asked}, {"facets", kFacetNames}, {"engines", engines}};
}

}  // namespace minutebook::bench
