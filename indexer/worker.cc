#include "indexer/worker.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/extract/frames.h"
#include "indexer/worker_answer.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int worker_socket = 3;
constexpr std::size_t receive_bytes = 1U << 18;
constexpr const char* program_name = "minutebook-extract";

std::string error_text(int code) {
  return std::generic_category().message(code);
}

/// What happens in the new process between its birth and the program: only its socket stays open, standard streams lead
/// nowhere.
class SpawnPlan {
 public:
  explicit SpawnPlan(int socket) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_adddup2(&files_, socket, worker_socket);
    for (int stream = 0; stream < worker_socket; ++stream) {
      posix_spawn_file_actions_addopen(&files_, stream, "/dev/null", O_RDWR, 0);
    }
    posix_spawn_file_actions_addclosefrom_np(&files_, worker_socket + 1);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    sigset_t defaults;
    sigemptyset(&defaults);
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP}) sigaddset(&defaults, signal);
    posix_spawnattr_setsigdefault(&attributes_, &defaults);
    // A process group of its own: an interrupt typed at the terminal is for the indexer to handle.
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  /// 0 or the code of the error.
  int run(const std::string& program, bool pictures, pid_t& process) {
    std::string name = program_name;
    std::string ocr = ocr_argument;
    std::string locale = "LC_ALL=C.UTF-8";
    // The confined process may start no threads.
    std::string threads = "OMP_THREAD_LIMIT=1";
    char* arguments[] = {name.data(), pictures ? ocr.data() : nullptr, nullptr};
    char* environment[] = {locale.data(), threads.data(), nullptr};
    return posix_spawn(&process, program.c_str(), &files_, &attributes_, arguments, environment);
  }

 private:
  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

schema::Error unconfined(const std::string& why) {
  return {schema::ErrorCode::unreadable, std::string(program_name) + " cannot confine itself on this machine: " + why,
          "no document is read without confinement; the kernel must allow seccomp filters and no_new_privs"};
}

/// Waits until the socket can be read. False: the deadline came first.
bool wait_readable(int socket, Clock::time_point deadline) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd entry{socket, POLLIN, 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready == 0) return false;
    if (errno != EINTR) throw std::runtime_error("waiting for the reader failed: " + error_text(errno));
  }
}

}  // namespace

Worker::Worker(std::string program, const WorkerLimits& limits, bool pictures)
    : program_(std::move(program)), limits_(limits), pictures_(pictures) {}

Worker::~Worker() {
  stop();
}

void Worker::start() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    throw schema::Error(schema::ErrorCode::unreadable,
                        "cannot make a socket for " + program_ + ": " + error_text(errno));
  }
  const int error = SpawnPlan(ends[1]).run(program_, pictures_, process_);
  ::close(ends[1]);
  if (error != 0) {
    ::close(ends[0]);
    process_ = 0;
    throw schema::Error(schema::ErrorCode::unreadable, "cannot start " + program_ + ": " + error_text(error));
  }
  socket_ = ends[0];
  served_ = 0;
  busy_ = 0;
}

void Worker::stop() {
  if (process_ == 0) return;
  ::close(std::exchange(socket_, -1));
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
}

void Worker::send_request(int document, std::string_view request) {
  std::string bytes = encode_frame(FrameType::request, request);
  iovec part{bytes.data(), bytes.size()};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof(control);
  cmsghdr* rights = CMSG_FIRSTHDR(&message);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(rights), &document, sizeof(int));
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(socket_, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
}

Extraction Worker::receive_answer(Deadline deadline, int first_page) {
  FrameDecoder frames;
  WorkerAnswer answer(first_page);
  const auto buffer = std::make_unique_for_overwrite<char[]>(receive_bytes);
  try {
    while (true) {
      while (const std::optional<Frame> frame = frames.next()) {
        if (frame->type == FrameType::unconfined) throw unconfined(frame->payload);
        if (answer.accept(*frame)) return answer.take();
      }
      if (!wait_readable(socket_, deadline)) return failed_after("timed out");
      const ssize_t got = ::recv(socket_, buffer.get(), receive_bytes, 0);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return failed_after(end_of_process());
      frames.feed({buffer.get(), static_cast<std::size_t>(got)});
    }
  } catch (const schema::Error&) {
    throw;
  } catch (const std::runtime_error& nonsense) {
    return failed_after(std::string("the reader's answer makes no sense: ") + nonsense.what());
  }
}

/// How the process ended, after it closed its socket.
std::string Worker::end_of_process() {
  int status = 0;
  pid_t ended = 0;
  // It may still be on its way out; one that hangs on is killed by the caller.
  for (int attempt = 0; attempt < 100 && ended == 0; ++attempt) {
    ended = ::waitpid(process_, &status, WNOHANG);
    if (ended == 0) ::usleep(10'000);
  }
  if (ended != process_) return "the reader ended without an answer";
  process_ = 0;
  ::close(std::exchange(socket_, -1));
  if (!WIFSIGNALED(status))
    return "the reader ended without an answer (exit " + std::to_string(WEXITSTATUS(status)) + ")";
  if (WTERMSIG(status) == SIGXCPU) return "timed out";
  return "the reader crashed on it (signal " + std::to_string(WTERMSIG(status)) + ")";
}

Extraction Worker::failed_after(const std::string& what) {
  stop();
  Extraction extraction;
  extraction.status = ExtractionStatus::failed;
  extraction.reason = what;
  return extraction;
}

Extraction Worker::ask(int document, const Question& question) {
  if (served_ >= limits_.files || busy_ >= limits_.busy_seconds) stop();
  if (process_ == 0) start();
  ++served_;
  const Clock::time_point begin = Clock::now();
  // A process that is gone already may have said why: what it left is read all the same.
  send_request(document, question.request);
  const auto allowed = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(question.seconds));
  Extraction extraction = receive_answer(begin + allowed, question.first_page);
  if (extraction.reason == "timed out")
    extraction.reason += " after " + std::to_string(std::lround(seconds_since(begin))) + " s";
  busy_ += seconds_since(begin);
  return extraction;
}

Extraction Worker::extract(int document, std::uint64_t bytes, std::string_view extension) {
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const double allowed = std::min(limits_.most_seconds, limits_.seconds + limits_.seconds_per_megabyte * megabytes);
  return ask(document, {.request = std::string(extension.substr(0, 16)), .first_page = 1, .seconds = allowed});
}

Extraction Worker::read_picture(int document, int page) {
  return ask(document,
             {.request = "pdf\t" + std::to_string(page), .first_page = page, .seconds = limits_.picture_seconds});
}

std::string find_worker_program() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  if (error)
    throw schema::Error(schema::ErrorCode::unreadable, "cannot tell where this program stands: " + error.message(),
                        "is /proc mounted?");
  const std::array places = {(folder / program_name).string(),
                             (folder / MINUTEBOOK_WORKER_FOLDER / program_name).lexically_normal().string()};
  for (const std::string& place : places) {
    if (::access(place.c_str(), X_OK) == 0) return place;
  }
  throw schema::Error(
      schema::ErrorCode::unreadable,
      std::string("the program ") + program_name + " is missing; looked for " + places[0] + " and " + places[1],
      "install minutebook as a whole");
}

}  // namespace minutebook::indexer
