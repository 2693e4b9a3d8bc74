// What a search box may offer while somebody types: what Index::suggest gives back. Plain data; knows nothing of
// queries.
#pragma once

#include <minutebook/export.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace minutebook {

enum class CompletionKind {
  label,      ///< a name of a topic
  committee,  ///< for committee:"…"
  word
};

/// As printed in JSON.
MINUTEBOOK_API std::string_view name_of(CompletionKind kind);

struct Completion {
  CompletionKind kind = CompletionKind::word;
  std::string text;         ///< as shown and typed
  std::uint64_t items = 0;  ///< of the index, that carry the label, belong to the committee or have a form of the word
};

}  // namespace minutebook
