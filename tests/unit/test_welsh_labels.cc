// Welsh labels of topics: complete, each of one topic alone, met in Welsh text alone and in every mutated form there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "schema/label_keys.h"
#include "schema/welsh_mutation.h"
#include "tests/unit/matching_fixture.h"

namespace minutebook::schema {
namespace {

class WelshLabels : public Matching {
 protected:
  std::vector<std::string> match_welsh(const std::string& text) { return match({{.text = text, .welsh = true}})[0]; }

  /// From the first word to the last, as a span is written.
  std::string written_words(const std::string& text) {
    std::vector<Token> tokens;
    tokenise(text, lexicon_, tokens);
    return text.substr(tokens.front().begin, tokens.back().end - tokens.front().begin);
  }

  /// Calls with each Welsh label that names its concept anywhere, and the concept.
  template <typename Visit>
  void each_label(Visit visit) {
    for (const Concept& row : Vocabulary::built_in().concepts()) {
      for (const Label& label : row.labels) {
        const bool weak = std::any_of(row.labels.begin(), row.labels.end(), [&](const Label& other) {
          return other.kind == LabelKind::weak && other.text == label.text;
        });
        if (label.welsh && !weak) visit(row, label);
      }
    }
  }
};

TEST_F(WelshLabels, EveryTopicHasOneToShow) {
  std::set<std::string> names;
  for (const Concept& row : Vocabulary::built_in().concepts()) {
    EXPECT_FALSE(row.preferred_welsh.empty()) << row.id;
    EXPECT_TRUE(names.insert(row.preferred_welsh).second) << row.id;
    EXPECT_EQ(row.shown(true), row.preferred_welsh);
    EXPECT_EQ(row.shown(false), row.preferred);
  }
}

TEST_F(WelshLabels, EachMeansItsOwnTopicInWelshAndInQueries) {
  std::size_t labels = 0;
  each_label([&](const Concept& row, const Label& label) {
    ++labels;
    const std::vector<std::string> found = match_welsh(label.text);
    ASSERT_FALSE(found.empty()) << label.text;
    EXPECT_EQ(found[0], row.id + ":" + written_words(label.text));
    // An acronym inside counts under its own concept as well.
    const auto acronym = [](const std::string& span) {
      return !span.empty() && span.find(' ') == span.npos && span.back() < 'a';
    };
    EXPECT_TRUE(std::all_of(found.begin() + 1, found.end(), acronym)) << label.text;
    const auto asked = query(label.text);
    ASSERT_EQ(asked.size(), 1U) << label.text;
    EXPECT_TRUE(asked[0].starts_with("0+") && asked[0].ends_with(" " + row.id)) << asked[0];
  });
  EXPECT_GT(labels, 500U);
}

/// Text without the names that are the same in both languages.
TEST_F(WelshLabels, StandInNoEnglishText) {
  each_label([&](const Concept& row, const Label& label) {
    for (const std::string& span : match_one(label.text)) {
      EXPECT_NE(span, row.id + ":" + written_words(label.text)) << label.text;
    }
  });
  EXPECT_EQ(match_one("Plant sy'n derbyn gofal, cludiant ysgol, ADY"), std::vector<std::string>{});
}

TEST_F(WelshLabels, AreMetInEveryMutatedForm) {
  const std::pair<const char*, const char*> cases[] = {
      {"adroddiad ar gludiant ysgol", "home-to-school-transport:gludiant ysgol"},
      {"costau a chludiant ysgol", "home-to-school-transport:chludiant ysgol"},
      {"PLANT SY’N DERBYN GOFAL", "looked-after-children:PLANT SY’N DERBYN GOFAL"},
      {"i blant sy'n derbyn gofal", "looked-after-children:blant sy'n derbyn gofal"},
      {"a phlant sy'n derbyn gofal", "looked-after-children:phlant sy'n derbyn gofal"},
      {"cymorth i ofalwyr ifanc", "young-carers:ofalwyr ifanc"},
      {"am dai fforddiadwy", "affordable-housing:dai fforddiadwy"},
      {"a thai fforddiadwy", "affordable-housing:thai fforddiadwy"},
      {"atebion i ddigartrefedd", "homelessness:ddigartrefedd"},
      {"ei hanghenion dysgu ychwanegol", "additional-learning-needs:hanghenion dysgu ychwanegol"},
      {"disgyblion ag ADY", "additional-learning-needs:ADY"},
      {"y CDLl", "local-plan:CDLl"},
      {"y dreth gyngor", "council-tax:dreth gyngor"},
      {"plant sy'n derbyn gofal a chymorth", "children-in-need:plant sy'n derbyn gofal a chymorth"}};
  for (const auto& [text, span] : cases) EXPECT_EQ(match_welsh(text), std::vector<std::string>{span}) << text;
}

TEST_F(WelshLabels, EnglishOnesStandInWelshTextToo) {
  EXPECT_EQ(match_welsh("tîm SEND a CAMHS"), (std::vector<std::string>{"send:SEND", "camhs:CAMHS"}));
  EXPECT_EQ(match_welsh("y grŵp young carers"), std::vector<std::string>{"young-carers:young carers"});
}

TEST_F(WelshLabels, WeakOnesCountInHeadings) {
  EXPECT_EQ(match_welsh("y sector tai"), std::vector<std::string>{});
  EXPECT_EQ(match({{.text = "Strategaeth dai", .heading = true, .welsh = true}})[0],
            std::vector<std::string>{"housing:dai"});
  EXPECT_EQ(match({{.text = "Tai", .heading = true}})[0], std::vector<std::string>{});
}

TEST_F(WelshLabels, MutatedOnesAreUnderstoodInQueries) {
  EXPECT_EQ(query("gludiant ysgol"), std::vector<std::string>{"0+2 home-to-school-transport"});
  EXPECT_EQ(query("ofalwyr ifanc"), std::vector<std::string>{"0+2 young-carers"});
  EXPECT_EQ(query("ady"), std::vector<std::string>{"0+1 additional-learning-needs"});
  EXPECT_EQ(query("tai chi"), std::vector<std::string>{}) << "a weak label is a word in queries";
  EXPECT_EQ(query("power plant"), std::vector<std::string>{});
}

/// A single word is all there is to tell that a query means a label.
TEST_F(WelshLabels, OfOneWordAreNoEnglishWords) {
  std::string english;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(MINUTEBOOK_SOURCE_DIR) + "/corpus")) {
    const std::string path = entry.path();
    if (!path.ends_with(".txt") || path.find("/bryndulas/") != path.npos) continue;
    std::ifstream file(path);
    english.append(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  ASSERT_GT(english.size(), 50000U);
  for (const Concept& row : Vocabulary::built_in().concepts()) {
    for (const Label& label : row.labels) english += label.welsh ? "" : " " + label.text;
    for (const Label& hint : row.hints) english += hint.welsh ? "" : " " + hint.text;
  }
  std::set<std::string> words;
  std::vector<Token> tokens;
  tokenise(english, lexicon_, tokens);
  for (const Token& token : tokens) words.insert(lexicon_.word(token.word).folded);
  each_label([&](const Concept& row, const Label& label) {
    std::vector<Token> own;
    tokenise(label.text, lexicon_, own);
    if (own.size() != 1) return;
    const std::string& word = lexicon_.word(own[0].word).folded;
    std::vector<std::string> forms = mutated_forms(word);
    forms.push_back(word);
    for (const std::string& form : forms) EXPECT_FALSE(words.contains(form)) << row.id << ": " << form;
  });
}

TEST_F(WelshLabels, AreOneLabelInAllForms) {
  LabelKeys keys(Vocabulary::built_in(), lexicon_);
  const std::uint32_t transport = *Vocabulary::built_in().by_id("home-to-school-transport");
  const std::string key = keys.key("cludiant ysgol");
  for (const char* form : {"cludiant ysgol", "gludiant ysgol", "chludiant hysgol"})
    EXPECT_EQ(keys.key_of_span(transport, keys.words(form), true), key) << form;
  EXPECT_EQ(keys.key_of_span(transport, "gludiant ysgol"), composite_key) << "English text";
  EXPECT_EQ(keys.key_of_span(transport, "school transport", true), keys.key("school transport"));
  EXPECT_EQ(keys.key_of_span(transport, "bysiau", true), composite_key);
}

TEST_F(WelshLabels, NameTopics) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  for (const char* name : {"Plant sy'n derbyn gofal", "plant mewn gofal", "PLANT SY’N DERBYN GOFAL"}) {
    const auto found = vocabulary.by_name(name);
    ASSERT_TRUE(found.has_value()) << name;
    EXPECT_EQ(vocabulary.concepts()[*found].id, "looked-after-children");
  }
}

}  // namespace
}  // namespace minutebook::schema
