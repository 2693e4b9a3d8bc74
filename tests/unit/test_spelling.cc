// Words near a typed one, and what is offered of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "query/near_words.h"
#include "query/spelling.h"
#include "tests/unit/word_index.h"

namespace minutebook::query {
namespace {

using testing_support::WordIndex;

TEST(NearWords, SlipsOfOneAndTwo) {
  WordIndex index({"safeguarding safeguard guarding guardian xsafeguarding afeguarding safeguardign lantern"});
  const schema::Shard& shard = *index.index().index().shards[0].shard;
  const auto near = [&](const std::string& word, int slips, bool same_first = false) {
    std::string text;
    for (const NearWord& one : near_words(shard, word, slips, same_first))
      text += (text.empty() ? "" : " ") + one.folded + std::to_string(one.distance);
    return text;
  };
  EXPECT_EQ(near("safegaurding", 1), "safeguarding1");
  EXPECT_EQ(near("safeguarding", 1), "afeguarding1 safeguardign1 xsafeguarding1");
  EXPECT_EQ(near("safeguarding", 1, true), "safeguardign1");
  EXPECT_EQ(near("lanten", 1), "lantern1");
  EXPECT_EQ(near("lanterna", 1), "lantern1");
  EXPECT_EQ(near("latnrn", 1), "");
  EXPECT_EQ(near("latnrn", 2), "lantern2");
  EXPECT_EQ(near("guardan", 2), "guardian1 guarding2");
  EXPECT_EQ(near("museum", 2), "");
}

TEST(NearWords, AreThoseOfTryingEveryWord) {
  testing_support::RandomPapers random(5);
  std::string text;
  for (int i = 0; i < 400; ++i) {
    for (int letters = 2 + random.below(6); letters > 0; --letters) text += static_cast<char>('a' + random.below(4));
    text += ' ';
  }
  WordIndex index({text});
  const schema::Shard& shard = *index.index().index().shards[0].shard;
  const auto distance = [](const std::string& a, const std::string& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
      for (std::size_t j = 0; j <= b.size(); ++j) {
        if (i == 0 || j == 0) {
          d[i][j] = static_cast<int>(i + j);
          continue;
        }
        d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.size()][b.size()];
  };
  for (const std::string word : {"abcd", "aabbcc", "dcba", "abab", "bcdabc"}) {
    for (const int slips : {1, 2}) {
      std::vector<NearWord> expected;
      for (std::uint32_t place = 0; place < shard.word_count(); ++place) {
        const std::string other(shard.folded(shard.word_at_place(place)));
        const int slip = distance(word, other);
        if (slip > 0 && slip <= slips) expected.push_back({other, slip});
      }
      EXPECT_EQ(near_words(shard, word, slips, false), expected) << word << " " << slips;
    }
  }
}

std::string suggested(const Answer& answer) {
  std::string text;
  for (const Suggestion& one : answer.suggestions)
    text += (text.empty() ? "" : "; ") + one.query + " " + std::to_string(one.items);
  return text;
}

const std::vector<std::string>& guarded_papers() {
  static const std::vector<std::string> texts = {
      "The safeguarding partnership met.", "Safeguarding partnership report.", "Safeguarding of libraries.",
      "A partnership of lanterns.",        "Councillor Maguire spoke.",        "The forum met."};
  return texts;
}

TEST(Suggestions, AreOfferedWithTheItemsTheyFind) {
  WordIndex index(guarded_papers());
  const Answer answer = index.ask("safegaurding partnership");
  EXPECT_EQ(answer.totals.items, 0U) << "never applied in silence";
  ASSERT_EQ(answer.suggestions.size(), 1U);
  const Suggestion& one = answer.suggestions[0];
  EXPECT_EQ(one.query, "safeguarding partnership");
  EXPECT_EQ(one.items, index.items(one.query));
  EXPECT_EQ(one.corrections, (std::vector<Correction>{{"safegaurding", "safeguarding"}}));
}

struct Offer {
  const char* query;
  const char* suggested;
};

class Offers : public testing::TestWithParam<Offer> {};

TEST_P(Offers, AsDocumented) {
  WordIndex index(guarded_papers());
  EXPECT_EQ(suggested(index.ask(GetParam().query)), GetParam().suggested) << GetParam().query;
}

INSTANTIATE_TEST_SUITE_P(
    Queries, Offers,
    testing::Values(Offer{"safegaurding", "safeguarding 3"},
                    Offer{"safegaurding partnrship", "safeguarding partnership 2"},
                    Offer{"\"safegaurding partnership\"", "\"safeguarding partnership\" 2"},
                    Offer{"title:safegaurding OR safegaurding", "title:safeguarding OR safeguarding 3"},
                    Offer{"who:Magiure", "who:maguire 1"}, Offer{"(partnership NEAR safegaurding) since:1900", ""},
                    Offer{"=safegaurding", "=safeguarding 3"}, Offer{"safegauding reports", "safeguarding reports 1"},
                    Offer{"safeguarding", ""}, Offer{"safegaurd*", ""}, Offer{"-safegaurding", ""}, Offer{"zzzzzz", ""},
                    Offer{"fourm", "forum 1"}, Offer{"frm", ""}));

TEST(Suggestions, AreNeverWordsOfRemovedPapersOrOfTheSameStem) {
  WordIndex index({"Zebras are safeguarded.", "Museums.", "Lanterns are safe."});
  EXPECT_EQ(suggested(index.ask("zebars")), "zebras 1");
  index.remove(0);
  EXPECT_EQ(suggested(index.ask("zebars")), "");
}

TEST(Suggestions, AWordOfARemovedPaperIsNotOfferedThoughItsStemLives) {
  std::vector<std::string> texts = {"The zebrason herd.", "Museums.", "A.", "B.", "C.", "D.", "E."};
  WordIndex index(texts);
  EXPECT_TRUE(stands_in_live_item(index.index().parts(), "zebrason"));
  EXPECT_FALSE(stands_in_live_item(index.index().parts(), "zebra"));
  index.remove(0);
  EXPECT_FALSE(stands_in_live_item(index.index().parts(), "zebrason"));
}

TEST(Suggestions, ARareWordIsQuestionedOnlyBesideAFarCommonerOne) {
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    const std::string name(1, static_cast<char>('a' + i % 26));
    texts.push_back("The lantern of street " + name + name + std::to_string(i) + " was lit.");
  }
  texts.push_back("The lanterm was broken.");
  texts.push_back("Canterns are rare.");
  WordIndex index(texts);
  EXPECT_EQ(suggested(index.ask("lanterm")), "lantern 60");
  EXPECT_EQ(suggested(index.ask("lantern")), "");
  WordIndex few({"The lantern was lit.", "The lantern again.", "The lanterm was lit."});
  EXPECT_EQ(suggested(few.ask("lanterm")), "") << "two against one says nothing";
}

}  // namespace
}  // namespace minutebook::query
