#include "server/embedded.h"

#include "server/embed_pages.h"

#define MINUTEBOOK_MADE(name)                        \
  extern "C" const char minutebook_##name##_begin[]; \
  extern "C" const char minutebook_##name##_end[]

MINUTEBOOK_MADE(component);
MINUTEBOOK_MADE(component_types);
MINUTEBOOK_MADE(component_integrity);
MINUTEBOOK_MADE(frame_host);
MINUTEBOOK_MADE(embed_script);
MINUTEBOOK_MADE(demo_script);
MINUTEBOOK_MADE(embed_page);
MINUTEBOOK_MADE(demo_page);
MINUTEBOOK_MADE(embed_style);

namespace minutebook::server {

const Embedded& embedded() {
  static const Embedded made = {
      {minutebook_component_begin, minutebook_component_end},
      {minutebook_component_types_begin, minutebook_component_types_end},
      {minutebook_component_integrity_begin, minutebook_component_integrity_end},
      {minutebook_frame_host_begin, minutebook_frame_host_end},
      {minutebook_embed_script_begin, minutebook_embed_script_end},
      {minutebook_demo_script_begin, minutebook_demo_script_end},
  };
  return made;
}

std::string_view embed_page_text() {
  return {minutebook_embed_page_begin, minutebook_embed_page_end};
}

std::string_view demo_page_text() {
  return {minutebook_demo_page_begin, minutebook_demo_page_end};
}

std::string_view embed_style() {
  return {minutebook_embed_style_begin, minutebook_embed_style_end};
}

}  // namespace minutebook::server
