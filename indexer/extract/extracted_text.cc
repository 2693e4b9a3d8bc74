#include "indexer/extract/extracted_text.h"

#include <array>
#include <utility>

namespace minutebook::indexer {
namespace {

struct OneFact {
  const char* key;
  std::string DocumentFacts::*member;
};

constexpr std::array<OneFact, 8> single_facts = {{{"kind", &DocumentFacts::kind},
                                                  {"title", &DocumentFacts::title},
                                                  {"committee", &DocumentFacts::committee},
                                                  {"date", &DocumentFacts::date},
                                                  {"council", &DocumentFacts::council},
                                                  {"url", &DocumentFacts::url},
                                                  {"status", &DocumentFacts::status},
                                                  {"key-decision", &DocumentFacts::key_decision}}};

}  // namespace

bool set_fact(DocumentFacts& facts, const std::string& key, const std::string& value) {
  for (const OneFact& one : single_facts) {
    if (key != one.key) continue;
    facts.*one.member = value;
    return true;
  }
  if (key == "portfolio") {
    facts.portfolios.push_back(value);
  } else if (key == "ward") {
    facts.wards.push_back(value);
  } else if (key == "one-paper") {
    facts.one_paper = value == "true";
  } else if (key == "whole-paragraphs") {
    facts.whole_paragraphs = value == "true";
  } else {
    return false;
  }
  return true;
}

std::vector<std::pair<std::string, std::string>> stated_facts(const DocumentFacts& facts) {
  std::vector<std::pair<std::string, std::string>> stated;
  for (const OneFact& one : single_facts) {
    if (!(facts.*one.member).empty()) stated.emplace_back(one.key, facts.*one.member);
  }
  for (const std::string& portfolio : facts.portfolios) stated.emplace_back("portfolio", portfolio);
  for (const std::string& ward : facts.wards) stated.emplace_back("ward", ward);
  if (facts.one_paper) stated.emplace_back("one-paper", "true");
  if (facts.whole_paragraphs) stated.emplace_back("whole-paragraphs", "true");
  return stated;
}

}  // namespace minutebook::indexer
