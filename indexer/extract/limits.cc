#include "indexer/extract/limits.h"

#include <linux/audit.h>
#include <linux/filter.h>
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

constexpr rlim_t memory_bytes = rlim_t{3} << 29;

/// Memory, reading and answering on open descriptors, locks, time, ending. tgkill is left out, so abort() ends in a
/// trap instruction.
constexpr int allowed_calls[] = {
    SYS_read,        SYS_pread64,      SYS_readv,          SYS_write,        SYS_writev,        SYS_recvmsg,
    SYS_sendmsg,     SYS_sendto,       SYS_close,          SYS_fstat,        SYS_newfstatat,    SYS_lseek,
    SYS_mmap,        SYS_munmap,       SYS_mremap,         SYS_mprotect,     SYS_madvise,       SYS_brk,
    SYS_futex,       SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack,   SYS_getrandom,
    SYS_sched_yield, SYS_gettid,       SYS_getpid,         SYS_exit,         SYS_clock_gettime, SYS_clock_nanosleep,
    SYS_exit_group,  SYS_rseq,         SYS_restart_syscall};

bool limit(__rlimit_resource resource, rlim_t value) {
  const rlimit wanted{value, value};
  if (::setrlimit(resource, &wanted) == 0) return true;
  // A lower limit was set from outside: that will do.
  rlimit current{};
  return ::getrlimit(resource, &current) == 0 && current.rlim_cur <= value;
}

/// No file can be opened, made or listed any more, whatever a call is named. Kernels without it rely on the filter.
bool close_file_system() {
  constexpr std::uint64_t every_access = (1U << 13) - 1;  // of the first version of Landlock
  const std::uint64_t handled = every_access;
  const long rules = ::syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0);
  if (rules < 0) return errno == ENOSYS || errno == EOPNOTSUPP;
  const bool closed = ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
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
bool filter_system_calls() {
  if (architecture == 0) return false;
  constexpr std::size_t count = sizeof(allowed_calls) / sizeof(allowed_calls[0]);
  std::vector<sock_filter> program = {statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
                                      jump_if_equal(architecture, 1, 0),
                                      statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
                                      statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (std::size_t i = 0; i < count; ++i) {
    program.push_back(jump_if_equal(static_cast<unsigned>(allowed_calls[i]), count - i, 0));
  }
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

}  // namespace

std::string give_up_privileges() {
  std::string refused;
  const auto need = [&refused](bool done, const char* what) {
    if (!done) refused += (refused.empty() ? "" : "; ") + std::string(what) + ": " + std::strerror(errno);
  };
  need(::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0, "death with its parent");
  need(::prctl(PR_SET_DUMPABLE, 0) == 0, "no dumps");
  need(limit(RLIMIT_CORE, 0), "no core files");
  need(limit(RLIMIT_CPU, 600), "processor time");
  need(limit(RLIMIT_NOFILE, 16), "open files");
  need(limit(RLIMIT_FSIZE, 0), "no file writing");
  if (!sanitized) need(limit(RLIMIT_AS, memory_bytes), "memory");
  need(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no new privileges");
  if (!sanitized) need(close_file_system(), "closed file system");
  if (!sanitized) need(filter_system_calls(), "filter of system calls");
  return refused;
}

}  // namespace minutebook::indexer
