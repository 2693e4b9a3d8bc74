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
MINUTEBOOK_ASSET(embed_page)
MINUTEBOOK_ASSET(demo_page)
MINUTEBOOK_ASSET(embed_style)
MINUTEBOOK_ASSET(component)
MINUTEBOOK_ASSET(component_types)
MINUTEBOOK_ASSET(component_integrity)
MINUTEBOOK_ASSET(frame_script)
MINUTEBOOK_ASSET(embed_script)
MINUTEBOOK_ASSET(demo_script)
