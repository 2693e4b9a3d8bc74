#include "server/assets.h"

#define MINUTEBOOK_ASSET(name)                                   \
  extern "C" const char minutebook_##name##_begin[];             \
  extern "C" const char minutebook_##name##_end[];               \
  namespace minutebook::server {                                 \
  std::string_view asset_##name() {                              \
    return {minutebook_##name##_begin, minutebook_##name##_end}; \
  }                                                              \
  }

MINUTEBOOK_ASSET(catalogue_en)
MINUTEBOOK_ASSET(catalogue_cy)
MINUTEBOOK_ASSET(said_cy)
MINUTEBOOK_ASSET(style)
MINUTEBOOK_ASSET(icon)
MINUTEBOOK_ASSET(schemas)
