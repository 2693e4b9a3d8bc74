// Words a question is built with rather than asks about: not required of a result (DESIGN.md decision 15).
// Knows nothing of trees or topics. The lists are printed in docs/query-language.md; a test compares them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::query {

/// Folded, sorted; so are the others.
std::span<const std::string_view> function_words();
/// Those of Welsh questions, and those that are Welsh only beside one of them: they may be English words or names.
std::span<const std::string_view> welsh_function_words();
std::span<const std::string_view> doubtful_function_words();
/// One of these (folded).
bool is_small_word(std::string_view word);
/// Behind one of these, and nothing but function words and bodies, a verb of reporting only asks whether the subject
/// came up.
std::span<const std::string_view> helping_words();
std::span<const std::string_view> reporting_verbs();
std::span<const std::string_view> reporting_bodies();

/// For each word of a sequence (folded): may a result do without it? True for function words; in "has the committee
/// ever looked at …" and "… last reviewed" also for the verb of reporting and who is said to have done it; for
/// "mentions of".
std::vector<bool> optional_words(std::span<const std::string> words);

/// A verb by which a question asks whether a subject came up: "reviewed", "looked" (folded).
bool is_reporting_verb(std::string_view word);

}  // namespace minutebook::query
