// The old Word format, read by a converter program (catdoc) in a process of its own: this one, which locks itself and
// becomes the converter. Started by indexer/doc_converter.cc. Knows nothing of what the text means.
#pragma once

namespace minutebook::indexer {

/// With this argument and the path of the converter the worker program becomes it.
inline constexpr const char* convert_argument = "--convert";

// Exit codes of the worker program when it does not become the converter.
inline constexpr int converter_unconfined = 126;
inline constexpr int converter_not_started = 127;

/// Reads the document on standard input, writes UTF-8 text to standard output, a paragraph a line. Returns one of the
/// exit codes above, or not at all.
int run_converter(const char* converter);

}  // namespace minutebook::indexer
