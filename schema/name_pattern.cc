#include "schema/name_pattern.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include "schema/error.h"

namespace minutebook::schema {

namespace {

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

void check(UErrorCode status, std::string_view expression) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::unreadable,
                "bad regular expression '" + std::string(expression) + "': " + u_errorName(status));
  }
}

}  // namespace

struct NamePattern::Compiled {
  std::string expression;
  std::unique_ptr<icu::RegexPattern> pattern;

  std::unique_ptr<icu::RegexMatcher> matcher(const icu::UnicodeString& text) const {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::RegexMatcher> out(pattern->matcher(text, status));
    check(status, expression);
    return out;
  }
};

NamePattern::NamePattern(std::string_view expression) : compiled_(std::make_unique<Compiled>()) {
  UErrorCode status = U_ZERO_ERROR;
  compiled_->expression = expression;
  compiled_->pattern.reset(icu::RegexPattern::compile(unicode(expression), UREGEX_CASE_INSENSITIVE, status));
  check(status, expression);
}

NamePattern::~NamePattern() = default;
NamePattern::NamePattern(NamePattern&&) noexcept = default;
NamePattern& NamePattern::operator=(NamePattern&&) noexcept = default;

bool NamePattern::found_in(const std::string& text) const {
  const icu::UnicodeString searched = unicode(text);  // the matcher keeps a reference to it
  UErrorCode status = U_ZERO_ERROR;
  const bool found = compiled_->matcher(searched)->find(status) != 0;
  check(status, compiled_->expression);
  return found;
}

std::string NamePattern::replaced(const std::string& text, std::string_view replacement) const {
  const icu::UnicodeString searched = unicode(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString changed = compiled_->matcher(searched)->replaceAll(unicode(replacement), status);
  check(status, compiled_->expression);
  std::string out;
  changed.toUTF8String(out);
  return out;
}

}  // namespace minutebook::schema
