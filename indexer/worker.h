// The client of the worker program minutebook-extract: starts it, hands it documents, believes nothing, kills what
// takes too long. Knows nothing of formats (indexer/extract/) or of what the text means. Why: DESIGN.md decision 10.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

struct WorkerLimits {
  double seconds = 30;                ///< wall clock for one file …
  double seconds_per_megabyte = 0.2;  ///< … and for each million bytes of it …
  double most_seconds = 120;          ///< … at most
  double picture_seconds = 60;        ///< wall clock for one page that is read from its picture
  int files = 200;                    ///< a process is replaced after so many files
  double busy_seconds = 300;          ///< … and after so much work, below its limit of processor time
};

/// One worker process at a time, started on first use. One object per thread: the process dies with the thread that
/// started it.
class Worker {
 public:
  /// `program`: path of minutebook-extract.
  /// `pictures`: it is to read pages from their pictures, which takes it longer to start.
  explicit Worker(std::string program, const WorkerLimits& limits = {}, bool pictures = false);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Reads the regular file open at `document` (stays open), `bytes` long. `extension`: lower case, without the dot;
  /// may be empty. Crash, time-out and nonsense of the worker come back as status failed with the reason; the next call
  /// starts a new process. Throws Error (unreadable) if no process can be started.
  Extraction extract(int document, std::uint64_t bytes, std::string_view extension);

  /// Reads one page of a PDF, numbered from 1, from its picture; the answer holds that page alone. Otherwise as
  /// extract().
  Extraction read_picture(int document, int page);

  /// Process id of the running worker, 0 if none runs.
  pid_t process() const { return process_; }

 private:
  using Deadline = std::chrono::steady_clock::time_point;
  void start();
  void stop();
  struct Question {
    std::string request;
    int first_page = 1;
    double seconds = 0;
  };
  Extraction ask(int document, const Question& question);
  void send_request(int document, std::string_view request);
  Extraction receive_answer(Deadline deadline, int first_page);
  Extraction failed_after(const std::string& what);
  std::string end_of_process();

  std::string program_;
  WorkerLimits limits_;
  bool pictures_;
  pid_t process_ = 0;
  int socket_ = -1;
  int served_ = 0;
  double busy_ = 0;
};

/// The worker program: beside the running executable, else in the folder for helper programs of the tree that holds it.
/// Throws Error (unreadable) that names both places if it is in neither.
std::string find_worker_program();

}  // namespace minutebook::indexer
