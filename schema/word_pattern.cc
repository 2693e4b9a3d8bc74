#include "schema/word_pattern.h"

#include <algorithm>
#include <charconv>

#include "schema/characters.h"
#include "schema/label_words.h"

namespace minutebook::schema {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool is_number_word(std::string_view word) {
  const auto belongs = [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; };
  return !word.empty() && std::all_of(word.begin(), word.end(), belongs);
}

std::optional<std::uint32_t> skip_of(std::string_view part) {
  constexpr std::uint32_t longest_skip = 20;
  std::uint32_t words = 0;
  const auto [end, fault] = std::from_chars(part.data() + 1, part.data() + part.size(), words);
  if (fault != std::errc() || end != part.data() + part.size() || words == 0 || words > longest_skip)
    return std::nullopt;
  return words;
}

}  // namespace

WordPattern::WordPattern(std::string_view pattern) {
  parse(pattern);
}

std::optional<std::string> WordPattern::fault_of(std::string_view pattern) {
  return WordPattern().parse(pattern);
}

std::optional<std::string> WordPattern::parse(std::string_view pattern) {
  excludes_ = pattern.starts_with('-');
  if (excludes_) pattern.remove_prefix(1);
  Step step;
  for (std::string_view part : split(pattern, ' ')) {
    if (part.empty()) return "two spaces, or none between words";
    if (part.front() == '~') {
      const auto skip = skip_of(part);
      if (!skip || steps_.empty()) return "~ needs a number from 1 to 20 and a word before it";
      step.skip = *skip;
      continue;
    }
    const bool bracketed = part.front() == '(';
    if (bracketed != (part.back() == ')')) return "a bracket is not closed in one word";
    if (bracketed) part = part.substr(1, part.size() - 2);
    for (const std::string_view written : split(part, '|')) {
      const bool prefix = written.ends_with('*');
      Alternative alternative{fold_text(prefix ? written.substr(0, written.size() - 1) : written), prefix,
                              written == "#"};
      if (alternative.word.empty()) return "an alternative is empty";
      if (!alternative.number && alternative.word.find_first_of("()|*#~-") != std::string::npos) {
        return "\"" + std::string(written) + "\" is not one word";
      }
      step.alternatives.push_back(std::move(alternative));
    }
    steps_.push_back(std::move(step));
    step = {};
  }
  if (step.skip > 0) return "~ needs a word after it";
  return std::nullopt;
}

bool WordPattern::fits(const Step& step, const Word& word) {
  return std::any_of(step.alternatives.begin(), step.alternatives.end(), [&](const Alternative& alternative) {
    if (alternative.number) return is_number_word(word.folded);
    return alternative.prefix ? word.folded.starts_with(alternative.word) : word.folded == alternative.word;
  });
}

std::uint32_t WordPattern::match(std::string_view text, std::span<const Token> tokens, std::uint32_t first,
                                 const Lexicon& lexicon) const {
  if (steps_.empty() || !fits(steps_.front(), lexicon.word(tokens[first].word))) return 0;
  const std::uint32_t end = match_rest({text, tokens, lexicon}, first + 1, 1);
  return end == 0 ? 0 : end - first;
}

/// End of the match of the steps from `step` on, whose words begin at `at`; 0: no match.
std::uint32_t WordPattern::match_rest(const Input& input, std::uint32_t at, std::size_t step) const {
  if (step == steps_.size()) return at;
  for (std::uint32_t skipped = 0; skipped <= steps_[step].skip && at < input.tokens.size(); ++skipped, ++at) {
    const std::uint32_t before = input.tokens[at - 1].end;
    const Gap gap = classify_gap(input.text.substr(before, input.tokens[at].begin - before)).gap;
    if (gap == Gap::broken || gap == Gap::dot) return 0;
    if (!fits(steps_[step], input.lexicon.word(input.tokens[at].word))) continue;
    if (const std::uint32_t end = match_rest(input, at + 1, step + 1); end != 0) return end;
  }
  return 0;
}

}  // namespace minutebook::schema
