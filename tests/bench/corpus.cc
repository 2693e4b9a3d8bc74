#include "tests/bench/corpus.h"

#include <chrono>
#include <fstream>
#include <stdexcept>

#include "tests/bench/measure.h"

namespace minutebook::bench {
namespace {

constexpr std::uint64_t kPapersOfBatch = 64;
constexpr std::uint64_t kPapersOfFolder = 1000;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::uint64_t count_words(const std::string& text) {
  std::uint64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

std::string padded(std::uint64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace

Corpus plan_corpus(std::uint64_t seed, std::uint64_t items) {
  Corpus corpus;
  corpus.seed = seed;
  while (corpus.items < items) {
    const Paper paper = generate_paper(seed, corpus.papers++);
    corpus.items += paper.items.size();
    for (const Item& item : paper.items) {
      const std::string text = item_text(item);
      corpus.words += count_words(text);
      corpus.bytes += text.size();
    }
  }
  return corpus;
}

void write_papers(const Corpus& corpus, const std::filesystem::path& folder) {
  const std::filesystem::path marker = folder.parent_path() / (folder.filename().string() + ".done");
  const std::string content = nlohmann::json(corpus).dump();
  std::string found;
  std::getline(std::ifstream(marker), found);
  if (found == content) return;
  std::filesystem::remove_all(folder);
  for (std::uint64_t number = 0; number < corpus.papers; ++number) {
    const std::filesystem::path below = folder / padded(number / kPapersOfFolder, 4);
    if (number % kPapersOfFolder == 0) std::filesystem::create_directories(below);
    std::ofstream file(below / (padded(number, 7) + ".txt"), std::ios::binary);
    file << render_text(generate_paper(corpus.seed, number));
    if (!file.flush()) throw std::runtime_error("cannot write below " + folder.string());
  }
  std::ofstream(marker) << content << '\n';
}

GeneratedSource::GeneratedSource(const Corpus& corpus, std::filesystem::path folder, double max_seconds)
    : corpus_(corpus), folder_(std::move(folder)), deadline_(max_seconds), started_(now()) {}

const std::vector<Paper>& GeneratedSource::next_batch() {
  batch_.clear();
  if (deadline_ > 0 && now() - started_ - wall_ > deadline_) return batch_;
  const Stopwatch watch;
  while (next_ < corpus_.papers && batch_.size() < kPapersOfBatch) {
    batch_.push_back(generate_paper(corpus_.seed, next_++));
    items_ += batch_.back().items.size();
    for (const Item& item : batch_.back().items) bytes_ += item_text(item).size();
  }
  wall_ += watch.wall();
  cpu_ += watch.cpu();
  return batch_;
}

}  // namespace minutebook::bench
