// What the worker gives up before it reads the first byte of a document: resources, new privileges, most system calls.
// Knows nothing of documents or of the protocol.
#pragma once

#include <string>

namespace minutebook::indexer {

/// Applies all limits to this process for good: memory 1.5 GiB, 16 open files, no file writing, no core dumps, ten
/// minutes of processor time (the client limits the time of each file); dies with its parent thread; afterwards only
/// the calls for memory, for reading and writing what is already open, and for ending are left: no opening of files, no
/// sockets, no other programs. Returns what the kernel refused to set up, one sentence, empty if all went well. Under a
/// sanitizer memory and calls are left alone, because its runtime needs both.
std::string give_up_privileges();

/// The same for a process that is about to become `program`, a converter: five seconds of processor time, and it may
/// start that program and read the system's libraries and data (/usr, /lib, /etc/catdocrc), no other file. Needs
/// Landlock.
std::string become_confined_program(const char* program);

}  // namespace minutebook::indexer
