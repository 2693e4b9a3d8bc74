// Matching lines and queries against the built-in vocabulary, spans written as words. Knows nothing of what the tests
// expect.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "schema/concept_matcher.h"

namespace minutebook::schema {

/// A passage to be matched.
struct Line {
  std::string text;
  bool heading = false;
  bool masked = false;
  std::uint32_t item = 0;
  bool item_title = false;
  bool welsh = false;
};

class Matching : public ::testing::Test {
 protected:
  /// "concept:words" of each span, by passage.
  std::vector<std::vector<std::string>> match(const std::vector<Line>& lines,
                                              const std::vector<std::string>& masks = {}) {
    return match(lines, masks, &MatchedPassage::spans);
  }

  std::vector<std::vector<std::string>> match(const std::vector<Line>& lines, const std::vector<std::string>& masks,
                                              std::vector<ConceptSpan> MatchedPassage::*which) {
    std::vector<std::vector<Token>> tokens(lines.size());
    std::vector<MatchablePassage> passages;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      tokenise(lines[i].text, lexicon_, tokens[i]);
      passages.push_back({.text = lines[i].text,
                          .tokens = tokens[i],
                          .heading = lines[i].heading || lines[i].item_title,
                          .masked = lines[i].masked,
                          .item = lines[i].item,
                          .welsh = lines[i].welsh,
                          .item_title = lines[i].item_title});
    }
    const auto matched = matcher_.match(passages, masks);
    std::vector<std::vector<std::string>> found(matched.size());
    for (std::size_t i = 0; i < matched.size(); ++i) {
      for (const ConceptSpan& span : matched[i].*which) {
        const std::uint32_t begin = tokens[i][span.first].begin;
        const std::uint32_t end = tokens[i][span.first + span.count - 1].end;
        found[i].push_back(vocabulary_.concepts()[span.concept_index].id + ":" +
                           lines[i].text.substr(begin, end - begin));
      }
    }
    return found;
  }

  std::vector<std::string> match_one(const std::string& text, bool heading = false) {
    return match({{text, heading}})[0];
  }

  std::vector<std::string> hints(const std::string& text, bool heading = false) {
    return match({{text, heading}}, {}, &MatchedPassage::hints)[0];
  }

  std::set<std::string> concepts(const std::string& text, bool heading = false) {
    std::set<std::string> ids;
    for (const std::string& span : match_one(text, heading)) ids.insert(span.substr(0, span.find(':')));
    return ids;
  }

  /// "first+count concept…" of each label of a query; "?" after it: the plain word too.
  std::vector<std::string> query(const std::string& text) {
    std::vector<Token> tokens;
    tokenise(text, lexicon_, tokens);
    std::vector<std::string> found;
    for (const QueryLabel& label : matcher_.match_query(tokens)) {
      std::string line = std::to_string(label.first) + "+" + std::to_string(label.count);
      std::set<std::string> ids;
      for (const std::uint32_t number : label.concepts) ids.insert(vocabulary_.concepts()[number].id);
      for (const std::string& id : ids) line += " " + id;
      found.push_back(line + (label.word_too ? "?" : ""));
    }
    return found;
  }

  using Spans = std::vector<std::string>;
  using Ids = std::set<std::string>;
  const Vocabulary& vocabulary_ = Vocabulary::built_in();
  Lexicon lexicon_;
  ConceptMatcher matcher_{vocabulary_, lexicon_};
};

}  // namespace minutebook::schema
