// The messages between the indexer and its worker: one byte of type, four bytes of length (little-endian), payload.
// Knows nothing of processes or of what the payloads mean. A request carries the document as a file descriptor
// (SCM_RIGHTS).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minutebook::indexer {

enum class FrameType : std::uint8_t {
  request = 1,  ///< to the worker: the extension of the document's name, lower case, without dot; then, behind a tab,
                ///< the number of the one page that is to be read from its picture
  format = 2,   ///< its answer begins with the format's name
  page = 3,     ///< a page begins: its number, how it was read (PageReading), its label, separated by tabs
  lines = 4,    ///< lines of the page, each ended by LF
  warning = 5,
  empty = 6,       ///< the document has no text, or no paper's: then why; no pages
  failed = 7,      ///< why it was not read; no pages
  end = 8,         ///< the answer is complete
  unconfined = 9,  ///< the worker could not give up its privileges, and why: it reads nothing on this machine
  fact = 10,       ///< key and value of DocumentFacts, separated by a tab; before the first page
  outline = 11     ///< page, level and title of a bookmark, separated by tabs; before the first page
};

/// With this argument the worker is ready to read pages from their pictures.
inline constexpr const char* ocr_argument = "--ocr";

inline constexpr std::uint32_t max_frame_bytes = 4U << 20;
inline constexpr std::size_t frame_header_bytes = 5;

struct Frame {
  FrameType type = FrameType::end;
  std::string payload;
};

/// `payload` is at most `max_frame_bytes` long (else std::length_error).
std::string encode_frame(FrameType type, std::string_view payload);

/// Cuts a stream of bytes into frames.
class FrameDecoder {
 public:
  void feed(std::string_view bytes) { buffer_.append(bytes); }
  /// The next whole frame; nullopt: more bytes are needed. Throws std::runtime_error on an unknown type or a frame that
  /// is too long.
  std::optional<Frame> next();

 private:
  std::string buffer_;
  std::size_t used_ = 0;
};

}  // namespace minutebook::indexer
