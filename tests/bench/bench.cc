// minutebook-bench: compares engines on an invented corpus, side by side in one run. See kUsage.
#include <algorithm>
#include <charconv>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/corpus.h"
#include "tests/bench/corpus_statistics.h"
#include "tests/bench/report.h"
#include "tests/bench/runs.h"

namespace minutebook::bench {
namespace {

constexpr std::string_view kUsage = R"(usage: minutebook-bench --items N --dir DIR [options]
  --items N                  at least so many items (a paper has about 13)
  --dir DIR                  indexes and papers are written below this folder
  --engines a,b,c            engines in this order; the last one is compared with the others (default: all)
  --seed N                   another corpus of the same kind (default: 1)
  --rounds N                 rounds of all queries; times are medians of the rounds (default: 3)
  --max-seconds-textbook N   stop indexing with textbook Xapian after so long and extrapolate (default: no limit)
  --max-seconds-kind N       leave out the queries of a kind that are not answered by then (default: 20)
  --reuse                    keep indexes of the same corpus that an earlier run has left in DIR
  --json FILE                write all figures there too
  --render                   only write the papers as text files to DIR/papers
  --statistics               only print what the corpus is like; needs no DIR
)";

struct Options {
  std::uint64_t items = 0, seed = 1;
  std::vector<std::string> engine_names;
  std::string json_file;
  bool render_only = false, statistics_only = false;
  RunOptions run;
};

std::uint64_t number(const std::string& option, const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::invalid_argument(option + " takes a whole number, not '" + text + "'");
  }
  return value;
}

std::vector<std::string> comma_separated(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool set_flag(const std::string& name, Options& options) {
  if (name == "--reuse") return options.run.reuse = true;
  if (name == "--render") return options.render_only = true;
  if (name == "--statistics") return options.statistics_only = true;
  return false;
}

void set_value(const std::string& name, const std::string& value, Options& options) {
  if (name == "--items") {
    options.items = number(name, value);
  } else if (name == "--seed") {
    options.seed = number(name, value);
  } else if (name == "--dir") {
    options.run.folder = value;
  } else if (name == "--engines") {
    options.engine_names = comma_separated(value);
  } else if (name == "--rounds") {
    options.run.rounds = static_cast<int>(std::clamp<std::uint64_t>(number(name, value), 1, 1000));
  } else if (name == "--max-seconds-textbook") {
    options.run.max_seconds_textbook = static_cast<double>(number(name, value));
  } else if (name == "--max-seconds-kind") {
    options.run.max_seconds_kind = static_cast<double>(std::max<std::uint64_t>(number(name, value), 1));
  } else if (name == "--json") {
    options.json_file = value;
  } else {
    throw std::invalid_argument("unknown option " + name);
  }
}

Options parse(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (set_flag(arguments[i], options)) continue;
    if (i + 1 == arguments.size()) throw std::invalid_argument("unknown option or no value: " + arguments[i]);
    set_value(arguments[i], arguments[i + 1], options);
    ++i;
  }
  if (options.items == 0) throw std::invalid_argument("--items is required");
  if (options.run.folder.empty() && !options.statistics_only) throw std::invalid_argument("--dir is required");
  return options;
}

std::vector<const EngineEntry*> choose_engines(const std::vector<std::string>& names) {
  std::vector<const EngineEntry*> chosen;
  if (names.empty()) {
    for (const EngineEntry& entry : engines()) chosen.push_back(&entry);
  }
  for (const std::string& name : names) {
    const auto found = std::find_if(engines().begin(), engines().end(), [&](const auto& e) { return e.name == name; });
    if (found == engines().end()) throw std::invalid_argument("unknown engine " + name);
    chosen.push_back(&*found);
  }
  return chosen;
}

void run(const Options& options) {
  if (options.statistics_only) {
    std::cout << corpus_statistics(options.seed, options.items);
    return;
  }
  const std::vector<const EngineEntry*> entries = choose_engines(options.engine_names);
  std::filesystem::create_directories(options.run.folder);
  const Corpus corpus = plan_corpus(options.seed, options.items);
  const bool files_needed = std::any_of(entries.begin(), entries.end(), [](const auto* e) { return e->reads_files; });
  if (options.render_only || files_needed) write_papers(corpus, options.run.folder / "papers");
  if (options.render_only) return;

  const std::vector<BenchQuery> queries = draw_queries(corpus.seed, corpus.papers);
  const std::vector<EngineFigures> figures = measure_engines(corpus, queries, entries, options.run);
  std::cout << markdown_table(corpus, queries, figures);
  if (options.json_file.empty()) return;
  std::ofstream file(options.json_file);
  file << as_json(corpus, queries, figures).dump(2) << '\n';
  if (!file.flush()) throw std::runtime_error("cannot write " + options.json_file);
}

}  // namespace
}  // namespace minutebook::bench

int main(int argc, char** argv) {
  try {
    minutebook::bench::run(minutebook::bench::parse({argv + 1, argv + argc}));
    return 0;
  } catch (const std::invalid_argument& error) {
    std::cerr << error.what() << '\n' << minutebook::bench::kUsage;
    return 2;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 3;
  }
}
