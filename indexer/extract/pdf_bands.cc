#include "indexer/extract/pdf_bands.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

#include "indexer/extract/pdf_regions.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t open_bands = 6;  // of those above a word, how many it may still belong to

double height(const PdfWord& word) {
  return std::max(word.bottom - word.top, 0.1);
}

/// Raised figures and ordinals ("4th") lie within the line's height; the next line overlaps little.
bool beside(const PdfWord& word, const PdfWord& reference) {
  const double shared = std::min(word.bottom, reference.bottom) - std::max(word.top, reference.top);
  return shared >= 0.6 * std::min(height(word), height(reference));
}

struct GrowingBand {
  Band band;
  const PdfWord* reference = nullptr;  // the tallest word so far
};

double usual_size(const Band& band) {
  std::map<double, std::size_t> characters;
  for (const PdfWord* word : band.words) characters[word->size] += word->text.size();
  const auto most = std::max_element(characters.begin(), characters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == characters.end() ? 0 : most->first;
}

/// In a justified line all spaces are stretched alike, and may be as wide as strips between columns elsewhere: gaps up
/// to this are spaces. 0: the line is not of that kind.
double stretched_space(const Band& band) {
  std::vector<double> gaps;
  for (std::size_t at = 1; at < band.words.size(); ++at) {
    gaps.push_back(band.words[at]->left - band.words[at - 1]->right);
  }
  if (gaps.size() < 3) return 0;
  std::vector<double> sorted = gaps;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  const double usual = *middle;
  const auto alike = std::count_if(gaps.begin(), gaps.end(), [&](double one) { return std::abs(one - usual) < 0.3; });
  const bool stretched = usual <= 1.6 * band.size && alike * 10 >= static_cast<std::ptrdiff_t>(gaps.size()) * 7;
  return stretched ? usual + 0.3 : 0;
}

void finish(Band& band) {
  std::stable_sort(band.words.begin(), band.words.end(),
                   [](const PdfWord* a, const PdfWord* b) { return a->left < b->left; });
  band.size = usual_size(band);
  band.top = band.words.front()->top;
  band.bottom = band.words.front()->bottom;
  for (const PdfWord* word : band.words) {
    band.top = std::min(band.top, word->top);
    band.bottom = std::max(band.bottom, word->bottom);
  }
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0xC3;
  });
}

/// A raised "th" that reaches so far above its line that it seems a line of its own: smaller than the word that it
/// touches there, and as high as that word's upper part.
bool raised_in(const PdfWord& word, const Band& line) {
  return std::any_of(line.words.begin(), line.words.end(), [&](const PdfWord* one) {
    return word.size < 0.85 * one->size && std::abs(word.left - one->right) < 0.25 * one->size &&
           word.bottom > one->top && word.top < one->bottom;
  });
}

/// Words that only were raised go back into the line below them.
void settle_raised(std::vector<Band>& bands) {
  for (std::size_t at = 0; at + 1 < bands.size();) {
    Band& line = bands[at + 1];
    const bool raised = std::all_of(bands[at].words.begin(), bands[at].words.end(),
                                    [&](const PdfWord* word) { return raised_in(*word, line); });
    if (!raised) {
      ++at;
      continue;
    }
    line.words.insert(line.words.end(), bands[at].words.begin(), bands[at].words.end());
    finish(line);
    bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

}  // namespace

std::vector<Band> make_bands(const std::vector<const PdfWord*>& words) {
  std::vector<const PdfWord*> sorted = words;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const PdfWord* a, const PdfWord* b) { return a->bottom < b->bottom; });
  std::vector<GrowingBand> growing;
  for (const PdfWord* word : sorted) {
    const std::size_t first = growing.size() > open_bands ? growing.size() - open_bands : 0;
    std::size_t at = growing.size();
    while (at > first && !beside(*word, *growing[at - 1].reference)) --at;
    if (at == first) {
      growing.emplace_back().reference = word;
      at = growing.size();
    }
    GrowingBand& chosen = growing[at - 1];
    chosen.band.words.push_back(word);
    if (height(*word) > height(*chosen.reference)) chosen.reference = word;
  }
  std::vector<Band> bands;
  for (GrowingBand& one : growing) {
    finish(one.band);
    bands.push_back(std::move(one.band));
  }
  std::stable_sort(bands.begin(), bands.end(), [](const Band& a, const Band& b) { return a.bottom < b.bottom; });
  settle_raised(bands);
  return bands;
}

std::vector<Span> spans_of(const Band& band, double gap) {
  const double space = std::max(gap, stretched_space(band));
  std::vector<Span> spans;
  const PdfWord* before = nullptr;
  for (const PdfWord* word : band.words) {
    // What follows a label ("Subject:") may be set apart in a line that is stretched, too.
    const double allowed = before != nullptr && before->text.ends_with(':') ? gap : space;
    if (!spans.empty() && word->left - spans.back().right < allowed) {
      spans.back().right = std::max(spans.back().right, word->right);
    } else {
      spans.push_back({word->left, word->right});
    }
    before = word;
  }
  return spans;
}

std::vector<Span> united(std::vector<Span> spans, const std::vector<Span>& more, double gap) {
  spans.insert(spans.end(), more.begin(), more.end());
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.left < b.left; });
  std::vector<Span> result;
  for (const Span& span : spans) {
    if (!result.empty() && span.left - result.back().right < gap) {
      result.back().right = std::max(result.back().right, span.right);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

std::vector<Band> parts_of(const Band& band, const std::vector<Span>& columns) {
  std::vector<Band> parts(columns.size());
  std::size_t column = 0;
  for (const PdfWord* word : band.words) {
    const double middle = (word->left + word->right) / 2;
    while (column + 1 < columns.size() && middle > (columns[column].right + columns[column + 1].left) / 2) ++column;
    parts[column].words.push_back(word);
  }
  for (Band& part : parts) {
    if (!part.words.empty()) finish(part);
  }
  return parts;
}

std::string text_of(const Band& band) {
  std::string text;
  const PdfWord* before = nullptr;
  for (const PdfWord* word : band.words) {
    // A word may be stored in pieces, where the font changes or letters are set apart.
    if (before != nullptr && (before->space_after || word->left - before->right > 0.15 * word->size)) text += ' ';
    text += word->text;
    before = word;
  }
  return text;
}

bool is_bold(const Band& band) {
  bool any = std::all_of(band.words.begin(), band.words.end(), [](const PdfWord* word) { return word->bold; });
  for (const PdfWord* word : band.words) {
    if (word->text.starts_with("(Page")) break;
    if (!has_letter(word->text) || (word == band.words.front() && is_enumerator(word->text))) continue;
    if (!word->bold) return false;
    any = true;
  }
  return any;
}

}  // namespace minutebook::indexer
