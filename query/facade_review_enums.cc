// The enumerations of prior reviews, requests and completions: a switch for each direction, so that the compiler
// complains of a value that only one side has.
#include "query/facade_reviews.h"

namespace minutebook::query {

minutebook::ReviewStage to_public(ReviewStage value) {
  switch (value) {
    case ReviewStage::referred:
      return minutebook::ReviewStage::referred;
    case ReviewStage::planned:
      return minutebook::ReviewStage::planned;
    case ReviewStage::agreed:
      return minutebook::ReviewStage::agreed;
    case ReviewStage::under_way:
      return minutebook::ReviewStage::under_way;
    case ReviewStage::considered:
      return minutebook::ReviewStage::considered;
    case ReviewStage::interim:
      return minutebook::ReviewStage::interim;
    case ReviewStage::final_report:
      return minutebook::ReviewStage::final_report;
    case ReviewStage::response:
      return minutebook::ReviewStage::response;
    case ReviewStage::update:
      return minutebook::ReviewStage::update;
  }
  return minutebook::ReviewStage::referred;
}

minutebook::Stance to_public(Stance value) {
  switch (value) {
    case Stance::unstated:
      return minutebook::Stance::unstated;
    case Stance::agreed:
      return minutebook::Stance::agreed;
    case Stance::partly:
      return minutebook::Stance::partly;
    case Stance::not_agreed:
      return minutebook::Stance::not_agreed;
  }
  return minutebook::Stance::unstated;
}

minutebook::Asked to_public(Asked value) {
  switch (value) {
    case Asked::report:
      return minutebook::Asked::report;
    case Asked::update:
      return minutebook::Asked::update;
    case Asked::information:
      return minutebook::Asked::information;
    case Asked::letter:
      return minutebook::Asked::letter;
    case Asked::step:
      return minutebook::Asked::step;
    case Asked::nothing:
      return minutebook::Asked::nothing;
  }
  return minutebook::Asked::nothing;
}

minutebook::SaidAs to_public(SaidAs value) {
  switch (value) {
    case SaidAs::resolution:
      return minutebook::SaidAs::resolution;
    case SaidAs::action:
      return minutebook::SaidAs::action;
    case SaidAs::recommendation:
      return minutebook::SaidAs::recommendation;
    case SaidAs::discussion:
      return minutebook::SaidAs::discussion;
  }
  return minutebook::SaidAs::resolution;
}

minutebook::Trace to_public(Trace value) {
  switch (value) {
    case Trace::answered:
      return minutebook::Trace::answered;
    case Trace::none_found:
      return minutebook::Trace::none_found;
    case Trace::cannot_tell:
      return minutebook::Trace::cannot_tell;
  }
  return minutebook::Trace::cannot_tell;
}

minutebook::CompletionKind to_public(CompletionKind value) {
  switch (value) {
    case CompletionKind::label:
      return minutebook::CompletionKind::label;
    case CompletionKind::committee:
      return minutebook::CompletionKind::committee;
    case CompletionKind::word:
      return minutebook::CompletionKind::word;
  }
  return minutebook::CompletionKind::word;
}

ReviewStage from_public(minutebook::ReviewStage value) {
  switch (value) {
    case minutebook::ReviewStage::referred:
      return ReviewStage::referred;
    case minutebook::ReviewStage::planned:
      return ReviewStage::planned;
    case minutebook::ReviewStage::agreed:
      return ReviewStage::agreed;
    case minutebook::ReviewStage::under_way:
      return ReviewStage::under_way;
    case minutebook::ReviewStage::considered:
      return ReviewStage::considered;
    case minutebook::ReviewStage::interim:
      return ReviewStage::interim;
    case minutebook::ReviewStage::final_report:
      return ReviewStage::final_report;
    case minutebook::ReviewStage::response:
      return ReviewStage::response;
    case minutebook::ReviewStage::update:
      return ReviewStage::update;
  }
  return ReviewStage::referred;
}

Stance from_public(minutebook::Stance value) {
  switch (value) {
    case minutebook::Stance::unstated:
      return Stance::unstated;
    case minutebook::Stance::agreed:
      return Stance::agreed;
    case minutebook::Stance::partly:
      return Stance::partly;
    case minutebook::Stance::not_agreed:
      return Stance::not_agreed;
  }
  return Stance::unstated;
}

Asked from_public(minutebook::Asked value) {
  switch (value) {
    case minutebook::Asked::report:
      return Asked::report;
    case minutebook::Asked::update:
      return Asked::update;
    case minutebook::Asked::information:
      return Asked::information;
    case minutebook::Asked::letter:
      return Asked::letter;
    case minutebook::Asked::step:
      return Asked::step;
    case minutebook::Asked::nothing:
      return Asked::nothing;
  }
  return Asked::nothing;
}

SaidAs from_public(minutebook::SaidAs value) {
  switch (value) {
    case minutebook::SaidAs::resolution:
      return SaidAs::resolution;
    case minutebook::SaidAs::action:
      return SaidAs::action;
    case minutebook::SaidAs::recommendation:
      return SaidAs::recommendation;
    case minutebook::SaidAs::discussion:
      return SaidAs::discussion;
  }
  return SaidAs::resolution;
}

Trace from_public(minutebook::Trace value) {
  switch (value) {
    case minutebook::Trace::answered:
      return Trace::answered;
    case minutebook::Trace::none_found:
      return Trace::none_found;
    case minutebook::Trace::cannot_tell:
      return Trace::cannot_tell;
  }
  return Trace::cannot_tell;
}

}  // namespace minutebook::query

namespace minutebook {

std::string_view name_of(ReviewStage stage) {
  return query::name_of(query::from_public(stage));
}
std::string_view name_of(Stance stance) {
  return query::name_of(query::from_public(stance));
}
std::string_view name_of(Asked asked) {
  return query::name_of(query::from_public(asked));
}
std::string_view name_of(SaidAs said) {
  return query::name_of(query::from_public(said));
}
std::string_view name_of(Trace trace) {
  return query::name_of(query::from_public(trace));
}
std::string_view name_of(CompletionKind kind) {
  switch (kind) {
    case CompletionKind::label:
      return "label";
    case CompletionKind::committee:
      return "committee";
    case CompletionKind::word:
      return "word";
  }
  return "";
}

}  // namespace minutebook
