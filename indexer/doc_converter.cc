#include "indexer/doc_converter.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/extract/convert_doc.h"
#include "indexer/extract/extraction.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t read_bytes = 1U << 16;

schema::Error no_process(const std::string& what, int code) {
  return {schema::ErrorCode::unreadable, "cannot " + what + ": " + std::generic_category().message(code)};
}

/// The process that becomes the converter: the document on its standard input, a pipe on its output. Killed and waited
/// for at the end.
class Conversion {
 public:
  Conversion(const std::string& worker, const std::string& converter, int document) {
    const int write_output = make_pipe(output_, 0);
    // Never waited for: what the converter remarks is read after it ended.
    const int write_remarks = make_pipe(remarks_, O_NONBLOCK);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    // Opened anew, because a document may be read by others at the same time, each at a place of its own.
    const std::string path = "/proc/self/fd/" + std::to_string(document);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, path.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, write_output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, write_remarks, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A process group of its own: an interrupt typed at the terminal is for the indexer to handle.
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    std::string name = worker;
    std::string option = convert_argument;
    std::string program = converter;
    char* arguments[] = {name.data(), option.data(), program.data(), nullptr};
    char* environment[] = {nullptr};
    const int error = posix_spawn(&process_, worker.c_str(), &files, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    ::close(write_output);
    ::close(write_remarks);
    if (error == 0) return;
    ::close(output_);
    ::close(remarks_);
    throw no_process("start " + worker, error);
  }
  ~Conversion() {
    ::close(output_);
    ::close(remarks_);
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    end();
  }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  /// Everything the process writes; false: it took too long or wrote too much.
  bool read_all(Clock::time_point deadline, std::string& text) {
    const auto buffer = std::make_unique_for_overwrite<char[]>(read_bytes);
    while (text.size() <= max_text_bytes) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
      if (left <= 0) return false;
      pollfd entry{output_, POLLIN, 0};
      const int ready = ::poll(&entry, 1, static_cast<int>(left));
      if (ready == 0) return false;
      if (ready < 0 && errno == EINTR) continue;
      const ssize_t got = ::read(output_, buffer.get(), read_bytes);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return got == 0;
      text.append(buffer.get(), static_cast<std::size_t>(got));
    }
    return false;
  }

  /// Wait status of the process, which has closed its output; one that hangs on is killed.
  int end() {
    int status = 0;
    pid_t ended = 0;
    for (int attempt = 0; attempt < 100 && ended == 0; ++attempt) {
      ended = ::waitpid(process_, &status, WNOHANG);
      if (ended == 0) ::usleep(10'000);
    }
    if (ended != process_) {
      ::kill(process_, SIGKILL);
      while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
      }
    }
    process_ = 0;
    return status;
  }

  /// What it wrote to its standard error, a kilobyte of it.
  std::string remarks() const {
    std::string text(1024, '\0');
    const ssize_t got = ::read(remarks_, text.data(), text.size());
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return text;
  }

 private:
  /// Sets the end to read from, returns the one to write to.
  static int make_pipe(int& read_end, int flags) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC | flags) != 0) throw no_process("make a pipe", errno);
    read_end = ends[0];
    return ends[1];
  }

  pid_t process_ = 0;
  int output_ = -1;
  int remarks_ = -1;
};

constexpr const char* took_too_long =
    "the converter for Word 97 (DOC) took too long or wrote more than 40 MB, and was stopped";

std::string trouble_of(int status, const std::string& remarks) {
  if (remarks.find("File is encrypted") != remarks.npos)
    return "is encrypted: save it without a password, and index that";
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  if (code == 0) return {};
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return took_too_long;
  if (code == converter_unconfined) {
    return "Word 97 (DOC) files are read in a confined process only, which this machine does not allow (Landlock): "
           "save it as DOCX, ODT or PDF, and index that";
  }
  if (code == converter_not_started) return "the converter for Word 97 (DOC) could not be started";
  return "the converter for Word 97 (DOC) could not read it: it may be damaged";
}

}  // namespace

MemoryFile::MemoryFile(std::string_view text)
    : descriptor_(::memfd_create("converted", MFD_CLOEXEC)), bytes_(text.size()) {
  if (descriptor_ < 0) throw no_process("make a file in memory", errno);
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int error = errno;
      ::close(descriptor_);
      throw no_process("fill a file in memory", error);
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), bytes_(std::exchange(other.bytes_, 0)) {}

MemoryFile& MemoryFile::operator=(MemoryFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

DocConverter::DocConverter(std::string worker_program, std::string converter, double seconds)
    : worker_program_(std::move(worker_program)), converter_(std::move(converter)), seconds_(seconds) {}

ConvertedDoc DocConverter::convert(int document) const {
  Conversion conversion(worker_program_, converter_, document);
  std::string text;
  const auto allowed = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds_));
  if (!conversion.read_all(Clock::now() + allowed, text)) {
    return {{}, {}, took_too_long};
  }
  const int status = conversion.end();
  const std::string remarks = conversion.remarks();
  std::string trouble = trouble_of(status, remarks);
  if (!trouble.empty()) return {{}, {}, std::move(trouble)};
  const bool in_parts = remarks.find("fast-saved") != remarks.npos;
  return {MemoryFile(text),
          in_parts ? "was last saved in parts (fast save): some of its text may be missing or old" : "",
          {}};
}

std::string find_doc_converter() {
  for (const char* place : {"/usr/bin/catdoc", "/usr/local/bin/catdoc"}) {
    if (::access(place, X_OK) == 0) return place;
  }
  return {};
}

}  // namespace minutebook::indexer
