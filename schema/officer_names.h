// Names of those who hold an office, where no title of address tells them: on front sheets ("Report of: Judith Quill",
// "From: Judith Quill, Head of Housing") and beside the office ("Judith Quill (Director of Housing)", "Director of
// Housing (Judith Quill)"). For both sides; knows words and their marks only, no punctuation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace minutebook::schema {

/// Words [first, end) of a passage.
struct NamedWords {
  std::size_t first = 0;
  std::size_t end = 0;
  bool operator==(const NamedWords&) const = default;
};

/// The names in a passage, in order. A name is a first name or initials and a surname, with capitals, of which no word
/// belongs to an office, a service or a subject ("Report of Housing Allocations"):
/// - behind the label of a field that the passage begins with; behind "From" and "By" only before an office;
/// - the last two words of such a field that names an office first;
/// - two or three such words before an office ("Chief Executive"), which has to hold a word for the post.
/// `folded`, `marks` (schema/word_marks.h): of the passage's words.
std::vector<NamedWords> names_of_officers(std::span<const std::string_view> folded,
                                          std::span<const std::uint8_t> marks);

}  // namespace minutebook::schema
