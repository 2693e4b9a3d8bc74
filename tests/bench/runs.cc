#include "tests/bench/runs.h"

#include <fstream>
#include <iostream>
#include <stdexcept>

#include "tests/bench/measure.h"

namespace minutebook::bench {
namespace {

constexpr std::size_t kExportsPerKind = 3;

std::filesystem::path engine_folder(const EngineEntry& entry, const RunOptions& options) {
  return options.folder / entry.name;
}

IndexFigures index_once(const Corpus& corpus, const EngineEntry& entry, const RunOptions& options) {
  const ChildResult result = run_in_child([&]() -> nlohmann::json {
    GeneratedSource source(corpus, options.folder / "papers",
                           entry.may_be_extrapolated ? options.max_seconds_textbook : 0);
    const auto engine = entry.make(engine_folder(entry, options));
    const Stopwatch watch;
    engine->index(source);
    IndexFigures figures;
    figures.wall = watch.wall() - source.wall();
    figures.cpu = watch.cpu() - source.cpu();
    figures.items = entry.reads_files ? corpus.items : source.items();
    figures.text_bytes = entry.reads_files ? corpus.bytes : source.bytes();
    figures.index_bytes = engine->size_on_disk();
    figures.prefix = figures.items < corpus.items;
    return figures;
  });
  IndexFigures figures = result.value;
  figures.peak_mb = result.peak_mb;
  return figures;
}

// The figures of an index are kept beside it: with --reuse they stand in for indexing again.
IndexFigures index_or_reuse(const Corpus& corpus, const EngineEntry& entry, const RunOptions& options) {
  const std::filesystem::path record = options.folder / (std::string(entry.name) + ".json");
  if (options.reuse && std::filesystem::exists(record)) {
    const nlohmann::json kept = nlohmann::json::parse(std::ifstream(record));
    if (kept["corpus"] == nlohmann::json(corpus)) return kept["index"];
  }
  std::filesystem::remove(record);
  const IndexFigures figures = index_once(corpus, entry, options);
  std::ofstream(record) << nlohmann::json{{"corpus", corpus}, {"index", figures}}.dump(2) << '\n';
  return figures;
}

QueryFigures ask(Engine& engine, const BenchQuery& query) {
  engine.answer(query);  // warm: pages, and whatever the engine keeps
  const Stopwatch watch;
  const Answer answer = engine.answer(query);
  return {true,         watch.wall() * 1e3, watch.cpu() * 1e3,
          answer.total, answer.text_bytes,  {answer.facets.begin(), answer.facets.end()}};
}

std::vector<QueryFigures> ask_all(Engine& engine, const std::vector<BenchQuery>& queries, double max_seconds_kind) {
  std::vector<QueryFigures> figures(queries.size());
  Stopwatch kind_watch;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (i == 0 || queries[i].kind != queries[i - 1].kind) kind_watch = Stopwatch();
    if (kind_watch.wall() < max_seconds_kind) figures[i] = ask(engine, queries[i]);
  }
  return figures;
}

// Several rounds of one engine as one: medians of the times; a query counts if every round had time for it.
std::vector<QueryFigures> combine(const std::vector<std::vector<QueryFigures>>& rounds) {
  std::vector<QueryFigures> combined = rounds.front();
  for (std::size_t i = 0; i < combined.size(); ++i) {
    std::vector<double> wall, cpu;
    for (const auto& round : rounds) {
      combined[i].measured = combined[i].measured && round[i].measured;
      wall.push_back(round[i].wall_ms);
      cpu.push_back(round[i].cpu_ms);
      if (round[i].measured && combined[i].measured && round[i].total != combined[i].total) {
        throw std::runtime_error("an engine gave two totals for the same query");
      }
    }
    combined[i].wall_ms = percentile(wall, 50);
    combined[i].cpu_ms = percentile(cpu, 50);
  }
  return combined;
}

ExportFigures export_some(Engine& engine, const std::vector<BenchQuery>& queries, double max_seconds) {
  ExportFigures figures;
  const Stopwatch all;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (i % kQueriesPerKind >= kExportsPerKind) continue;
    if (all.wall() > max_seconds) break;
    const Stopwatch watch;
    const Export result = engine.export_all(queries[i]);
    figures.wall += watch.wall();
    figures.cpu += watch.cpu();
    figures.rows += result.rows;
    figures.bytes += result.bytes;
    figures.reading += result.reading;
    ++figures.queries;
  }
  return figures;
}

ExportFigures measure_export(const std::vector<BenchQuery>& queries, const EngineEntry& entry,
                             const RunOptions& options) {
  const ChildResult result = run_in_child([&]() -> nlohmann::json {
    const auto engine = entry.make(engine_folder(entry, options));
    engine->open();
    return export_some(*engine, queries, options.max_seconds_kind * static_cast<double>(kQueryKinds));
  });
  ExportFigures figures = result.value;
  figures.peak_mb = result.peak_mb;
  return figures;
}

}  // namespace

std::vector<EngineFigures> measure_engines(const Corpus& corpus, const std::vector<BenchQuery>& queries,
                                           const std::vector<const EngineEntry*>& entries, const RunOptions& options) {
  std::vector<EngineFigures> all;
  for (const EngineEntry* entry : entries) {
    std::cerr << "indexing: " << entry->name << '\n';
    EngineFigures& figures = all.emplace_back();
    figures.name = entry->name;
    figures.description = entry->description;
    figures.index = index_or_reuse(corpus, *entry, options);
  }
  std::vector<std::vector<std::vector<QueryFigures>>> rounds(entries.size());
  for (int round = 1; round <= options.rounds; ++round) {
    for (std::size_t e = 0; e < entries.size(); ++e) {
      std::cerr << "round " << round << ": " << entries[e]->name << '\n';
      const ChildResult result = run_in_child([&]() -> nlohmann::json {
        const auto engine = entries[e]->make(engine_folder(*entries[e], options));
        engine->open();
        return ask_all(*engine, queries, options.max_seconds_kind);
      });
      rounds[e].push_back(result.value);
      all[e].query_peak_mb = std::max(all[e].query_peak_mb, result.peak_mb);
    }
  }
  for (std::size_t e = 0; e < entries.size(); ++e) {
    std::cerr << "export: " << entries[e]->name << '\n';
    all[e].queries = combine(rounds[e]);
    all[e].exported = measure_export(queries, *entries[e], options);
  }
  return all;
}

}  // namespace minutebook::bench
