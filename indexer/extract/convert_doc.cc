#include "indexer/extract/convert_doc.h"

#include <unistd.h>

#include <string>

#include "indexer/extract/limits.h"

namespace minutebook::indexer {

int run_converter(const char* converter) {
  if (!become_confined_program(converter).empty()) return converter_unconfined;
  std::string name = "catdoc";
  std::string charset_option = "-d";
  std::string charset = "utf-8";
  std::string one_line_a_paragraph = "-w";
  std::string locale = "LC_ALL=C.UTF-8";
  char* arguments[] = {name.data(), charset_option.data(), charset.data(), one_line_a_paragraph.data(), nullptr};
  char* environment[] = {locale.data(), nullptr};
  ::execve(converter, arguments, environment);
  return converter_not_started;
}

}  // namespace minutebook::indexer
