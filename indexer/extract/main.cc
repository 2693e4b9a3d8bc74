// minutebook-extract: reads untrusted documents on behalf of the indexer, one request after the other, on descriptor 3.
// It is started by indexer/worker.cc and of no use by hand.

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/extract/canary.h"
#include "indexer/extract/convert_doc.h"
#include "indexer/extract/detect.h"
#include "indexer/extract/extract_picture.h"
#include "indexer/extract/extract_picture_file.h"
#include "indexer/extract/extractors.h"
#include "indexer/extract/frames.h"
#include "indexer/extract/limits.h"

namespace {

using namespace minutebook::indexer;

constexpr int client = 3;
constexpr std::size_t max_request_bytes = 64;
constexpr std::size_t lines_frame_bytes = 1U << 20;

struct Request {
  int document = -1;
  std::string extension;
  int picture = 0;  // the page that is to be read from its picture; 0: the document is to be read
};

/// What reads pages from their pictures, if the worker was started for that.
struct Pictures {
  std::unique_ptr<Ocr> ocr;
  std::string trouble = "this reader was not started for pictures";

  void prepare() {
    try {
      ocr = std::make_unique<Ocr>();
    } catch (const std::runtime_error& error) {
      trouble = error.what();
    }
  }
};

/// nullopt: the client is gone, or did not keep to the protocol.
std::optional<Request> receive_request() {
  char bytes[frame_header_bytes + max_request_bytes];
  iovec part{bytes, sizeof(bytes)};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))];
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof(control);
  ssize_t got = 0;
  do {
    got = ::recvmsg(client, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  const cmsghdr* rights = CMSG_FIRSTHDR(&message);
  if (got <= 0 || rights == nullptr || rights->cmsg_type != SCM_RIGHTS) return std::nullopt;
  Request request;
  std::memcpy(&request.document, CMSG_DATA(rights), sizeof(int));
  FrameDecoder decoder;
  decoder.feed({bytes, static_cast<std::size_t>(got)});
  std::optional<Frame> frame = decoder.next();
  if (!frame || frame->type != FrameType::request) return std::nullopt;
  const std::size_t tab = std::min(frame->payload.find('\t'), frame->payload.size());
  request.extension = frame->payload.substr(0, tab);
  const char* const end = frame->payload.data() + frame->payload.size();
  if (tab < frame->payload.size()) std::from_chars(frame->payload.data() + tab + 1, end, request.picture);
  return request;
}

void send_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) ::_exit(0);  // the client is gone
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void send_frame(FrameType type, std::string_view payload) {
  send_bytes(encode_frame(type, payload));
}

void send_page(const ExtractedPage& page) {
  send_frame(FrameType::page,
             std::to_string(page.number) + '\t' + std::to_string(static_cast<int>(page.reading)) + '\t' + page.label);
  std::string lines;
  for (const std::string& line : page.lines) {
    if (!lines.empty() && lines.size() + line.size() > lines_frame_bytes) {
      send_frame(FrameType::lines, lines);
      lines.clear();
    }
    lines += line;
    lines += '\n';
  }
  if (!lines.empty()) send_frame(FrameType::lines, lines);
}

void send_answer(const Extraction& extraction) {
  if (!extraction.text.format.empty()) send_frame(FrameType::format, extraction.text.format);
  switch (extraction.status) {
    case ExtractionStatus::read:
      for (const auto& [key, value] : stated_facts(extraction.text.facts)) {
        send_frame(FrameType::fact, key + '\t' + value);
      }
      for (const OutlineEntry& entry : extraction.text.outline) {
        send_frame(FrameType::outline,
                   std::to_string(entry.page) + '\t' + std::to_string(entry.level) + '\t' + entry.title);
      }
      for (const ExtractedPage& page : extraction.text.pages) send_page(page);
      for (const std::string& warning : extraction.text.warnings) send_frame(FrameType::warning, warning);
      break;
    case ExtractionStatus::empty:
      send_frame(FrameType::empty, std::string_view(extraction.reason).substr(0, max_sentence_bytes));
      break;
    case ExtractionStatus::failed:
      send_frame(FrameType::failed, std::string_view(extraction.reason).substr(0, max_sentence_bytes));
      break;
  }
  send_frame(FrameType::end, "");
}

Extraction failed(std::string reason) {
  Extraction extraction;
  extraction.status = ExtractionStatus::failed;
  extraction.reason = std::move(reason);
  return extraction;
}

/// The document from its first byte to its last; nullopt: reading failed, errno says why.
std::optional<std::string> read_document(int document) {
  struct stat status {};
  if (::fstat(document, &status) != 0) return std::nullopt;
  std::string bytes(std::min(static_cast<std::uint64_t>(status.st_size), max_file_bytes), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::pread(document, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

std::string refusal(const Format& format) {
  std::string sentence = std::string(format.label) + " files are not read by this version";
  if (!format.advice.empty()) sentence += ": " + std::string(format.advice);
  return sentence;
}

Extraction extract(std::string_view bytes, const Format& format, const Request& request, const Pictures& pictures) {
  if (request.picture > 0) {
    if (pictures.ocr == nullptr) return failed(pictures.trouble);
    if (format.name == "pdf") return extract_picture(bytes, request.picture, *pictures.ocr);
    return read_picture_file(bytes, request.picture, *pictures.ocr);
  }
  const Extractor* const extractor = extractor_for(format.name);
  if (extractor == nullptr) return failed(refusal(format));
  return extractor->read(bytes);
}

Extraction extract(const Request& request, const Pictures& pictures) {
  const std::optional<std::string> bytes = read_document(request.document);
  if (!bytes) return failed("cannot be read: " + std::string(std::strerror(errno)));
  if (bytes->empty()) {
    Extraction nothing;
    nothing.status = ExtractionStatus::empty;
    return nothing;
  }
  const Format& format = detect_format(*bytes, request.extension);
  Extraction extraction = extract(*bytes, format, request, pictures);
  extraction.text.format = format.name;
  return extraction;
}

/// After memory ran out or an extractor gave up, the next document gets a fresh process: this one ends.
bool serve_one(const Pictures& pictures) {
  const std::optional<Request> request = receive_request();
  if (!request) return false;
  try {
    send_answer(extract(*request, pictures));
    ::close(request->document);
    return true;
  } catch (const std::bad_alloc&) {
    send_answer(failed("needs more memory than a reader may have (1.5 GiB)"));
  } catch (const std::exception& error) {
    send_answer(failed(std::string("cannot be read: ") + error.what()));
  }
  return false;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 3 && std::string_view(arguments[1]) == convert_argument) {
    // Locked in by then: what else a program does at its end is not allowed.
    ::_exit(run_converter(arguments[2]));
  }
  struct stat status {};
  if (::fstat(client, &status) != 0 || !S_ISSOCK(status.st_mode)) {
    std::fputs("minutebook-extract is started by minutebook and reads nothing by itself\n", stderr);
    return 2;
  }
  // What libraries load on first use is loaded before files can no longer be opened.
  warm_up();
  Pictures pictures;
  if (count > 1 && std::string_view(arguments[1]) == ocr_argument) pictures.prepare();
  std::string refused = give_up_privileges();
  if (refused.empty()) refused = canary_trouble();
  if (!refused.empty()) {
    // A document is never read without these limits: nothing is read on such a machine, and the client says why.
    send_frame(FrameType::unconfined, refused);
    return 3;
  }
  while (serve_one(pictures)) {
  }
  return 0;
}
