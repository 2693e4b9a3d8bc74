// Names of stages, stances and kinds of requests, as printed.
#include "query/include/minutebook/actions.h"
#include "query/include/minutebook/reviews.h"

namespace minutebook::query {

std::string_view name_of(ReviewStage stage) {
  switch (stage) {
    case ReviewStage::referred:
      return "referred";
    case ReviewStage::planned:
      return "planned";
    case ReviewStage::agreed:
      return "agreed";
    case ReviewStage::under_way:
      return "under-way";
    case ReviewStage::considered:
      return "considered";
    case ReviewStage::interim:
      return "interim-report";
    case ReviewStage::final_report:
      return "final-report";
    case ReviewStage::response:
      return "response";
    case ReviewStage::update:
      return "update";
  }
  return {};
}

std::string_view name_of(Stance stance) {
  switch (stance) {
    case Stance::unstated:
      return "";
    case Stance::agreed:
      return "agreed";
    case Stance::partly:
      return "agreed in part";
    case Stance::not_agreed:
      return "not agreed";
  }
  return {};
}

std::string_view name_of(Asked asked) {
  switch (asked) {
    case Asked::report:
      return "report";
    case Asked::update:
      return "update";
    case Asked::information:
      return "information";
    case Asked::letter:
      return "letter";
    case Asked::step:
      return "step";
    case Asked::nothing:
      return "";
  }
  return {};
}

std::string_view name_of(SaidAs said) {
  switch (said) {
    case SaidAs::resolution:
      return "resolution";
    case SaidAs::action:
      return "action";
    case SaidAs::recommendation:
      return "recommendation";
    case SaidAs::discussion:
      return "discussion";
  }
  return {};
}

std::string_view name_of(Trace trace) {
  switch (trace) {
    case Trace::answered:
      return "answered";
    case Trace::none_found:
      return "open";
    case Trace::cannot_tell:
      return "cannot-tell";
  }
  return {};
}

}  // namespace minutebook::query
