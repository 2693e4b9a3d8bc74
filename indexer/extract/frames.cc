#include "indexer/extract/frames.h"

#include <stdexcept>

namespace minutebook::indexer {
namespace {

std::uint32_t length_of(std::string_view header) {
  std::uint32_t length = 0;
  for (int byte = 3; byte >= 0; --byte)
    length = length << 8 | static_cast<unsigned char>(header[static_cast<std::size_t>(byte)]);
  return length;
}

}  // namespace

std::string encode_frame(FrameType type, std::string_view payload) {
  if (payload.size() > max_frame_bytes) throw std::length_error("a frame may hold 4 MiB at most");
  std::string frame;
  frame.reserve(frame_header_bytes + payload.size());
  frame += static_cast<char>(type);
  for (unsigned shift = 0; shift < 32; shift += 8) frame += static_cast<char>(payload.size() >> shift & 0xFF);
  frame += payload;
  return frame;
}

std::optional<Frame> FrameDecoder::next() {
  const std::string_view rest = std::string_view(buffer_).substr(used_);
  if (rest.size() < frame_header_bytes) return std::nullopt;
  const auto type = static_cast<unsigned char>(rest[0]);
  if (type < static_cast<unsigned char>(FrameType::request) || type > static_cast<unsigned char>(FrameType::outline)) {
    throw std::runtime_error("unknown frame type " + std::to_string(type));
  }
  const std::uint32_t length = length_of(rest.substr(1, 4));
  if (length > max_frame_bytes) throw std::runtime_error("a frame of " + std::to_string(length) + " bytes");
  if (rest.size() < frame_header_bytes + length) return std::nullopt;
  Frame frame{static_cast<FrameType>(type), std::string(rest.substr(frame_header_bytes, length))};
  used_ += frame_header_bytes + length;
  // Moving the rest forward only now and then keeps the cost linear in the bytes fed.
  if (used_ == buffer_.size() || used_ > max_frame_bytes) {
    buffer_.erase(0, used_);
    used_ = 0;
  }
  return frame;
}

}  // namespace minutebook::indexer
