// The worker process: what it reads, how it is confined, and what its client makes of one that crashes or hangs.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "indexer/extract/canary.h"
#include "indexer/extract/limits.h"
#include "indexer/source_file.h"
#include "indexer/worker.h"
#include "schema/error.h"
#include "tests/unit/made_office.h"
#include "tests/unit/random_papers.h"

namespace minutebook::indexer {
namespace {

using testing_support::TemporaryFolder;

class WorkerTest : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  /// A program that takes the worker's place.
  std::string impostor(const std::string& script) {
    const std::string path = write("impostor", "#!/bin/bash\n" + script + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
  }

  static Extraction extract(Worker& worker, const std::string& path) {
    const SourceFile file(path);
    EXPECT_EQ(file.problem(), "");
    return worker.extract(file.descriptor(), file.bytes(), extension_of(path));
  }

  Extraction extract_with_impostor(const std::string& script) {
    Worker worker(impostor(script), {.seconds = 0.5, .most_seconds = 0.5});
    Extraction extraction = extract(worker, write("paper.txt", "words\n"));
    EXPECT_EQ(worker.process(), 0);
    return extraction;
  }

  TemporaryFolder folder_;
};

TEST_F(WorkerTest, ReadsManyFilesInOneProcess) {
  Worker worker(find_worker_program());
  const std::string text = write("a.txt", "one\ntwo\n\fthree\n");
  const Extraction first = extract(worker, text);
  const pid_t process = worker.process();
  ASSERT_EQ(first.status, ExtractionStatus::read) << first.reason;
  EXPECT_EQ(first.text.format, "text");
  ASSERT_EQ(first.text.pages.size(), 2U);
  EXPECT_EQ(first.text.pages[0].lines, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(first.text.pages[1].number, 2);

  const Extraction pdf = extract(worker, write("b.pdf", "%PDF-1.7\n"));
  EXPECT_EQ(pdf.status, ExtractionStatus::failed);
  EXPECT_EQ(pdf.reason, "is no PDF that can be read: it is damaged or cut short");
  EXPECT_EQ(pdf.text.format, "pdf");
  EXPECT_EQ(extract(worker, write("c.txt", "")).status, ExtractionStatus::empty);
  EXPECT_EQ(extract(worker, write("d.md", "# Minutes\n")).text.format, "markdown");
  EXPECT_EQ(worker.process(), process);
}

TEST_F(WorkerTest, OfficeDocumentsAreReadInConfinement) {
  Worker worker(find_worker_program());
  const std::vector<std::pair<std::string, std::string>> documents = {
      {"a.docx", testing_support::MadeDocx{.body = "<w:p><w:r><w:t>Minutes</w:t></w:r></w:p>"}.bytes()},
      {"a.odt", testing_support::MadeOdt{.body = "<text:p>Minutes</text:p>"}.bytes()},
      {"a.rtf", "{\\rtf1{\\fonttbl{\\f0\\fcharset238 Arial;}}\\f0 Minutes{\\v\\'b9}}"}};
  for (const auto& [name, bytes] : documents) {
    const Extraction extraction = extract(worker, write(name, bytes));
    ASSERT_EQ(extraction.status, ExtractionStatus::read) << name << ": " << extraction.reason;
    EXPECT_EQ(extraction.text.format, name.substr(2));
    EXPECT_EQ(extraction.text.pages.at(0).lines, std::vector<std::string>{"Minutes"}) << name;
  }
  EXPECT_EQ(extract(worker, write("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")).reason,
            "old Office (XLS, PPT, MSG) files are not read by this version: save it as PDF, and index that");
  EXPECT_EQ(extract(worker, write("b.doc", testing_support::MadeDoc{.text = "Minutes\r"}.bytes())).reason,
            "Word 97 (DOC) files are not read by this version: install catdoc, or open it in a word processor, save it "
            "as DOCX, ODT or PDF, and index that");
}

TEST_F(WorkerTest, ReadsPagesAndAnswersWithNothingToOpen) {
  Worker worker(find_worker_program());
  // A Welsh encoding: its table is one that libraries would load when first asked for it.
  const Extraction page = extract(worker, write("a.html", "<meta charset=iso-8859-14><p>d\xF0r &eacute;</p>"));
  ASSERT_EQ(page.status, ExtractionStatus::read) << page.reason;
  EXPECT_EQ(page.text.format, "html");
  EXPECT_EQ(page.text.pages[0].lines, std::vector<std::string>{"d\u0175r \u00E9"});
  EXPECT_TRUE(page.text.facts.whole_paragraphs);
  const Extraction answer = extract(
      worker, write("b.xml", "<?xml version='1.0' encoding='iso-8859-15'?><document><body>\xA4 5</body></document>"));
  ASSERT_EQ(answer.status, ExtractionStatus::read) << answer.reason;
  EXPECT_EQ(answer.text.pages[0].lines, std::vector<std::string>{"\u20AC 5"});
  const Extraction list = extract(worker, write("c.xml", "<?xml version='1.0'?><getmeetings/>"));
  EXPECT_EQ(list.status, ExtractionStatus::empty);
  EXPECT_EQ(list.reason, "holds no paper: it is a list of meetings");
  const Extraction attack =
      extract(worker, write("d.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"));
  EXPECT_EQ(attack.status, ExtractionStatus::failed);
}

TEST_F(WorkerTest, LongTextArrivesWhole) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "line number " + std::to_string(i) + "\n";
  Worker worker(find_worker_program());
  const Extraction extraction = extract(worker, write("long.txt", text));
  std::string back;
  for (const std::string& line : extraction.text.pages.at(0).lines) back += line + "\n";
  EXPECT_EQ(back, text);
}

TEST_F(WorkerTest, IsReplacedAfterItsShareOfFiles) {
  Worker worker(find_worker_program(), {.files = 2});
  const std::string path = write("a.txt", "words\n");
  extract(worker, path);
  const pid_t first = worker.process();
  extract(worker, path);
  EXPECT_EQ(worker.process(), first);
  extract(worker, path);
  EXPECT_NE(worker.process(), first);
}

TEST_F(WorkerTest, AKilledWorkerIsAReasonAndTheNextFileIsRead) {
  Worker worker(find_worker_program());
  const std::string path = write("a.txt", "words\n");
  extract(worker, path);
  ::kill(worker.process(), SIGKILL);
  const Extraction killed = extract(worker, path);
  EXPECT_EQ(killed.status, ExtractionStatus::failed);
  EXPECT_EQ(killed.reason, "the reader crashed on it (signal 9)");
  EXPECT_EQ(extract(worker, path).status, ExtractionStatus::read);
}

TEST_F(WorkerTest, CrashHangAndNonsenseAreReasons) {
  EXPECT_EQ(extract_with_impostor("kill -SEGV $$").reason, "the reader crashed on it (signal 11)");
  EXPECT_EQ(extract_with_impostor("exit 7").reason, "the reader ended without an answer (exit 7)");
  EXPECT_EQ(extract_with_impostor("sleep 60").reason.substr(0, 9), "timed out");
  EXPECT_EQ(extract_with_impostor("while true; do printf '\\5\\1\\0\\0\\0x' >&3; done").reason.substr(0, 35),
            "the reader's answer makes no sense:");
  EXPECT_EQ(extract_with_impostor("printf 'GET / HTTP/1.0' >&3").reason,
            "the reader's answer makes no sense: unknown frame type 71");
}

TEST_F(WorkerTest, AWorkerThatCannotConfineItselfStopsTheRun) {
  EXPECT_THROW(extract_with_impostor("printf '\\11\\2\\0\\0\\0no' >&3; sleep 1"), schema::Error);
  Worker missing(folder_ / "nothing-here");
  EXPECT_THROW(extract(missing, write("a.txt", "words")), schema::Error);
}

TEST_F(WorkerTest, StartsWithNothingOfItsParent) {
  ASSERT_EQ(::setenv("MINUTEBOOK_TEST_SECRET", "secret", 1), 0);
  const int opened = ::open("/dev/null", O_RDONLY);
  const int secret = ::fcntl(opened, F_DUPFD, 100);  // not closed on exec
  ASSERT_GE(secret, 100);
  const std::string seen = folder_ / "seen";
  extract_with_impostor("env > " + seen + "; ls /proc/self/fd >> " + seen);
  ::close(secret);
  ::close(opened);
  ::unsetenv("MINUTEBOOK_TEST_SECRET");
  std::ifstream in(seen);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  EXPECT_NE(text.find("LC_ALL=C.UTF-8"), std::string::npos);
  EXPECT_EQ(text.find("SECRET"), std::string::npos);
  EXPECT_EQ(text.find("\n" + std::to_string(secret) + "\n"), std::string::npos);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
/// Each attempt that succeeds sets a bit of the exit code.
int escape_attempts() {
  if (!give_up_privileges().empty()) return 128;
  int escaped = 0;
  if (::open("/etc/passwd", O_RDONLY) >= 0) escaped |= 1;
  if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) escaped |= 2;
  if (::fork() >= 0) escaped |= 4;
  char* const arguments[] = {nullptr};
  if (::execv("/bin/true", arguments) == 0) escaped |= 8;
  if (::kill(::getppid(), 0) == 0) escaped |= 16;
  if (::mkdir("/tmp/minutebook-escape", 0700) == 0) escaped |= 32;
  if (errno != EPERM) escaped |= 64;
  return escaped;
}

TEST(WorkerLimits, NothingIsLeftToEscapeWith) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(escape_attempts());
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status)) << "signal " << WTERMSIG(status);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}
#endif

TEST(WorkerCanary, KnownDocumentsGiveKnownTexts) {
  EXPECT_EQ(canary_trouble(), "");
}

}  // namespace
}  // namespace minutebook::indexer
