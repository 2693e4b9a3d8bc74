#include "indexer/extract/limits.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <span>
#include <string>
#include <vector>

namespace minutebook::indexer {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

#if defined(__x86_64__)
constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned architecture = 0;  // the numbers of system calls are not known here: no filter
#endif

constexpr std::uint64_t every_access = (1U << 13) - 1;  // of the first version of Landlock
constexpr rlim_t memory_bytes = rlim_t{3} << 29;
// A converter needs a second for the largest of documents; cut-off ones have made it go round in circles.
constexpr rlim_t converter_processor_seconds = 5;

/// Memory, reading and answering on open descriptors, locks, time, ending. tgkill is left out, so abort() ends in a
/// trap instruction.
constexpr int allowed_calls[] = {
    SYS_read,        SYS_pread64,      SYS_readv,          SYS_write,        SYS_writev,        SYS_recvmsg,
    SYS_sendmsg,     SYS_sendto,       SYS_close,          SYS_fstat,        SYS_newfstatat,    SYS_lseek,
    SYS_mmap,        SYS_munmap,       SYS_mremap,         SYS_mprotect,     SYS_madvise,       SYS_brk,
    SYS_futex,       SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack,   SYS_getrandom,
    SYS_sched_yield, SYS_gettid,       SYS_getpid,         SYS_exit,         SYS_clock_gettime, SYS_clock_nanosleep,
    SYS_exit_group,  SYS_rseq,         SYS_restart_syscall};

/// What a converter needs besides: to start, to load its libraries and tables (Landlock says which), to look at its
/// standard streams.
constexpr int converter_calls[] = {
    SYS_execve, SYS_openat, SYS_prlimit64, SYS_set_tid_address, SYS_set_robust_list, SYS_ioctl,
#if defined(__x86_64__)
    SYS_open,   SYS_stat,   SYS_access,    SYS_arch_prctl,      SYS_readlink
#else
    SYS_faccessat, SYS_readlinkat
#endif
};

/// `grace`: between the signal that tells of the limit, where there is one, and the end.
bool limit(__rlimit_resource resource, rlim_t value, rlim_t grace = 0) {
  const rlimit wanted{value, value + grace};
  if (::setrlimit(resource, &wanted) == 0) return true;
  // A lower limit was set from outside: that will do.
  rlimit current{};
  return ::getrlimit(resource, &current) == 0 && current.rlim_cur <= value;
}

/// No file can be opened, made or listed any more, whatever a call is named. Kernels without it rely on the filter.
bool close_file_system() {
  const std::uint64_t handled = every_access;
  const long rules = ::syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0);
  if (rules < 0) return errno == ENOSYS || errno == EOPNOTSUPP;
  const bool closed = ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  ::close(static_cast<int>(rules));
  return closed;
}

/// What does not exist needs no rule.
bool allow_below(long rules, const char* path, std::uint64_t access) {
  const int place = ::open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return errno == ENOENT;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = access;
  rule.parent_fd = place;
  const bool added = ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  ::close(place);
  return added;
}

/// Nothing can be opened but programs' libraries and data, for reading, and nothing started but `program` with its
/// loader. Without Landlock there is no such way, and no.
bool leave_only_system_files(const char* program) {
  const std::uint64_t handled = every_access;
  const long rules = ::syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0);
  if (rules < 0) return false;
  bool closed = true;
  for (const char* folder : {"/usr", "/lib", "/lib64"}) {
    closed = closed && allow_below(rules, folder, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR);
  }
  for (const char* file : {"/etc/ld.so.cache", "/etc/catdocrc"}) {
    closed = closed && allow_below(rules, file, LANDLOCK_ACCESS_FS_READ_FILE);
  }
  for (const char* file : {program, "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"}) {
    closed = closed && allow_below(rules, file, LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE);
  }
  closed = closed && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  ::close(static_cast<int>(rules));
  return closed;
}

sock_filter statement(unsigned code, unsigned operand) {
  return {static_cast<__u16>(code), 0, 0, operand};
}

sock_filter jump_if_equal(unsigned operand, std::size_t skip_if_so, std::size_t skip_if_not) {
  return {BPF_JMP | BPF_JEQ | BPF_K, static_cast<__u8>(skip_if_so), static_cast<__u8>(skip_if_not), operand};
}

/// Everything that is not allowed fails with EPERM: a library may then go on without it, and nothing of it happens.
bool filter_system_calls(std::span<const int> more) {
  if (architecture == 0) return false;
  std::vector<int> calls(std::begin(allowed_calls), std::end(allowed_calls));
  calls.insert(calls.end(), more.begin(), more.end());
  const std::size_t count = calls.size();
  std::vector<sock_filter> program = {statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
                                      jump_if_equal(architecture, 1, 0),
                                      statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
                                      statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (std::size_t i = 0; i < count; ++i) {
    program.push_back(jump_if_equal(static_cast<unsigned>(calls[i]), count - i, 0));
  }
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

/// What was refused, in one sentence.
class Refusals {
 public:
  void need(bool done, const char* what) {
    if (!done) refused_ += (refused_.empty() ? "" : "; ") + std::string(what) + ": " + std::strerror(errno);
  }
  const std::string& text() const { return refused_; }

 private:
  std::string refused_;
};

void limit_process(rlim_t processor_seconds, Refusals& refusals) {
  refusals.need(::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0, "death with its parent");
  refusals.need(::prctl(PR_SET_DUMPABLE, 0) == 0, "no dumps");
  refusals.need(limit(RLIMIT_CORE, 0), "no core files");
  refusals.need(limit(RLIMIT_CPU, processor_seconds, 1), "processor time");
  refusals.need(limit(RLIMIT_NOFILE, 16), "open files");
  refusals.need(limit(RLIMIT_FSIZE, 0), "no file writing");
  if (!sanitized) refusals.need(limit(RLIMIT_AS, memory_bytes), "memory");
  refusals.need(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no new privileges");
}

}  // namespace

std::string give_up_privileges() {
  Refusals refusals;
  limit_process(600, refusals);
  if (!sanitized) refusals.need(close_file_system(), "closed file system");
  if (!sanitized) refusals.need(filter_system_calls({}), "filter of system calls");
  return refusals.text();
}

std::string become_confined_program(const char* program) {
  Refusals refusals;
  limit_process(converter_processor_seconds, refusals);
  refusals.need(leave_only_system_files(program), "closed file system");
  refusals.need(filter_system_calls(converter_calls), "filter of system calls");
  return refusals.text();
}

}  // namespace minutebook::indexer
