#include "query/verify_scope.h"

#include <algorithm>

namespace minutebook::query {

using schema::ForwardPassage;
using schema::Outcome;
using schema::PassageKind;

namespace {

/// An action that was resolved is a resolution too (DESIGN.md section 1).
bool resolved(const ForwardPassage& passage) {
  return passage.kind == PassageKind::resolution ||
         (passage.kind == PassageKind::action && passage.outcome != Outcome::none);
}

/// Titles aside.
bool kind_fits(const Scope& scope, const ForwardPassage& passage) {
  const auto wanted = [&](PassageKind kind) {
    return std::find(scope.kinds.begin(), scope.kinds.end(), kind) != scope.kinds.end();
  };
  if (scope.kinds.empty()) return !scope.titles;
  if (wanted(passage.kind)) return true;
  if (!resolved(passage)) return false;
  return wanted(PassageKind::resolution) || (scope.adopted_recommendations && passage.outcome == Outcome::recommended);
}

}  // namespace

bool scope_fits(const Scope& scope, const ForwardPassage& passage, bool title) {
  if (!kind_fits(scope, passage) && !(scope.titles && title)) return false;
  if (scope.adopted_only && !resolved(passage) && passage.outcome == Outcome::none) return false;
  return !scope.officer_only || (passage.kind == PassageKind::recommendation && passage.outcome == Outcome::none);
}

}  // namespace minutebook::query
