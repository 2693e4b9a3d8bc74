// A regular expression for names of committees and portfolios: compiled once, used by several threads, in any case of
// letters. For schema/ only: hides ICU from the rules of names.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace minutebook::schema {

class NamePattern {
 public:
  /// Throws Error with the expression if it is none.
  explicit NamePattern(std::string_view expression);
  ~NamePattern();
  NamePattern(NamePattern&&) noexcept;
  NamePattern& operator=(NamePattern&&) noexcept;

  bool found_in(const std::string& text) const;
  /// `text` with every match replaced; "$1" in `replacement` stands for the first group.
  std::string replaced(const std::string& text, std::string_view replacement) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace minutebook::schema
