// Finding sources in folders: what is taken, what is passed over, what becomes a problem, and that links cannot lead in
// circles.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "indexer/source_file.h"
#include "indexer/source_scan.h"
#include "schema/error.h"
#include "tests/unit/random_papers.h"

namespace minutebook::indexer {
namespace {

namespace fs = std::filesystem;
using testing_support::TemporaryFolder;

class SourceScan : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& bytes = "words\n") {
    fs::create_directories(fs::path(folder_ / name).parent_path());
    std::ofstream(folder_ / name) << bytes;
  }

  /// Paths below the folder, with the problem after a colon.
  std::vector<std::string> scan(const std::vector<std::string>& names = {""}) {
    std::vector<std::string> paths;
    for (const std::string& name : names) paths.push_back(name.empty() ? folder_.path() : folder_ / name);
    result_ = scan_sources(paths);
    std::vector<std::string> found;
    for (const FoundSource& source : result_.sources) {
      std::string line = source.path.substr(folder_.path().size() + 1);
      if (!source.problem.empty()) line += ": " + source.problem;
      found.push_back(line);
    }
    return found;
  }

  TemporaryFolder folder_;
  ScanResult result_;
};

using Found = std::vector<std::string>;

TEST_F(SourceScan, TakesWhatMayBePapersInOrder) {
  for (const char* name : {"b/minutes.txt", "b/AGENDA.PDF", "a.md", "report", "Minutes 03.09.2019", "table.csv",
                           "a.xlsx", ".hidden.txt", ".git/x.txt", "c/page.html"}) {
    write(name);
  }
  EXPECT_EQ(scan(), (Found{"Minutes 03.09.2019", "a.md", "b/AGENDA.PDF", "b/minutes.txt", "c/page.html", "report"}));
  EXPECT_EQ(result_.other_files, 2U);
  EXPECT_EQ(result_.sources.front().root, folder_.path());
}

TEST_F(SourceScan, ScriptsAreNoPapers) {
  write("build", "#!/bin/sh\n");
  write("minutes", "Minutes\n");
  write("heading", "#! not a script without the right to run\n");
  fs::permissions(folder_ / "build", fs::perms::owner_all);
  fs::permissions(folder_ / "minutes", fs::perms::owner_all);
  EXPECT_EQ(scan(), (Found{"heading", "minutes"}));
  EXPECT_EQ(result_.other_files, 1U);
}

TEST_F(SourceScan, TakesAGivenFileWhateverItsName) {
  write("a/table.csv");
  write("a/other.csv");
  EXPECT_EQ(scan({"a/table.csv"}), Found{"a/table.csv"});
  EXPECT_EQ(result_.sources.front().root, folder_ / "a");
}

TEST_F(SourceScan, TakesEachPathOnce) {
  write("a/x.txt");
  write("b.txt");
  EXPECT_EQ(scan({"a", "", "a/x.txt", "a/../b.txt"}), (Found{"a/x.txt", "b.txt"}));
}

TEST_F(SourceScan, AMissingPathIsAnError) {
  EXPECT_THROW(scan({"nothing"}), schema::Error);
}

TEST_F(SourceScan, SpecialFilesAndDeadLinksAreProblems) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe.txt").c_str(), 0600), 0);
  fs::create_symlink("nothing", folder_ / "dangling.txt");
  fs::create_symlink("self.txt", folder_ / "self.txt");
  fs::create_symlink("/dev/zero", folder_ / "zero.txt");
  write("a.txt");
  fs::create_symlink("a.txt", folder_ / "link.txt");
  EXPECT_EQ(scan(),
            (Found{"a.txt", "dangling.txt: is a symbolic link to nothing", "link.txt",
                   "pipe.txt: is a named pipe, not a file", "self.txt: is a symbolic link that leads back to itself",
                   "zero.txt: is a device, not a file"}));
}

TEST_F(SourceScan, LinksToFoldersAreFollowedOnceAndNeverInCircles) {
  TemporaryFolder elsewhere;
  std::ofstream(elsewhere / "far.txt") << "words";
  fs::create_symlink(folder_.path(), elsewhere / "back");
  write("deep/er/x.txt");
  fs::create_directory_symlink("..", folder_ / "deep/up");
  fs::create_directory_symlink(elsewhere.path(), folder_ / "away");
  fs::create_directory_symlink(elsewhere.path(), folder_ / "deep/away-too");
  fs::create_directory_symlink("deep/er", folder_ / "a-first-by-name");
  EXPECT_EQ(scan(), (Found{"away/far.txt", "deep/er/x.txt"}));
  EXPECT_EQ(result_.notes.size(), 4U);
}

TEST_F(SourceScan, AFolderThatCannotBeReadIsAProblem) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser can read every folder";
  write("locked/a.txt");
  write("b.txt");
  fs::permissions(folder_ / "locked", fs::perms::none);
  EXPECT_EQ(scan(), (Found{"b.txt", "locked: is a folder that cannot be read: Permission denied"}));
  fs::permissions(folder_ / "locked", fs::perms::owner_all);
}

TEST_F(SourceScan, NamesOfAnyBytesAreTaken) {
  write("new\nline.txt");
  write("invalid\xFF.txt");
  EXPECT_EQ(scan(), (Found{"invalid\xFF.txt", "new\nline.txt"}));
}

TEST_F(SourceScan, OnlyRegularFilesOfASensibleSizeAreOpened) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(SourceFile(folder_ / "pipe").problem(), "is not a regular file but a named pipe");
  EXPECT_EQ(SourceFile("/dev/zero").problem(), "is not a regular file but a device");
  EXPECT_EQ(SourceFile(folder_.path()).problem(), "is not a regular file but a folder");
  EXPECT_EQ(SourceFile(folder_ / "nothing").problem(), "cannot be opened: No such file or directory");
  write("large.txt");
  fs::resize_file(folder_ / "large.txt", 200'000'001);
  EXPECT_EQ(SourceFile(folder_ / "large.txt").problem(), "is larger than 200 MB");
  fs::resize_file(folder_ / "large.txt", 200'000'000);
  EXPECT_EQ(SourceFile(folder_ / "large.txt").problem(), "");
}

TEST(SourcePath, ExtensionsAreLowerCaseAndNeverFigures) {
  EXPECT_EQ(extension_of("/a/b.PDF"), "pdf");
  EXPECT_EQ(extension_of("/a.b/c"), "");
  EXPECT_EQ(extension_of(".profile"), "");
  EXPECT_EQ(extension_of("Minutes 03.09.2019"), "");
  EXPECT_EQ(extension_of("No. 7 report"), "");
  EXPECT_EQ(extension_of("a.tar.gz"), "gz");
}

TEST(SourcePath, PathsAreMadeAbsoluteWithoutFollowingLinks) {
  EXPECT_EQ(absolute_path("/a/./b/../c/"), "/a/c");
  EXPECT_EQ(absolute_path("/"), "/");
  EXPECT_EQ(absolute_path("x"), (fs::current_path() / "x").string());
}

}  // namespace
}  // namespace minutebook::indexer
