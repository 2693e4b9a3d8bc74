// The version of the library (semantic versioning; the number of the shared library is the major one) and of the
// headers a program was compiled with. CMakeLists.txt reads the numbers here.
#pragma once

#include <minutebook/export.h>

#define MINUTEBOOK_VERSION_MAJOR 0
#define MINUTEBOOK_VERSION_MINOR 1
#define MINUTEBOOK_VERSION_PATCH 0
#define MINUTEBOOK_VERSION "0.1.0"
/// 10203 for 1.2.3: for #if.
#define MINUTEBOOK_VERSION_NUMBER \
  (MINUTEBOOK_VERSION_MAJOR * 10000 + MINUTEBOOK_VERSION_MINOR * 100 + MINUTEBOOK_VERSION_PATCH)

namespace minutebook {

/// Of the library that runs: "0.1.0". Differs from MINUTEBOOK_VERSION if it was replaced since the program was
/// compiled.
MINUTEBOOK_API const char* version() noexcept;

}  // namespace minutebook
