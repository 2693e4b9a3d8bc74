// Acronyms that a text explains, words that it writes with hyphens, keys of labels.
#include <gtest/gtest.h>

#include <string>

#include "indexer/hyphenated_words.h"
#include "schema/label_keys.h"
#include "schema/mined_acronyms.h"

namespace minutebook::schema {
namespace {

struct Case {
  const char* text;
  const char* found;  ///< "EHAT=Early Help Assessment Tool; …"
};

void PrintTo(const Case& value, std::ostream* out) {
  *out << value.text;
}

std::string mined(const std::string& text) {
  Lexicon lexicon;
  std::vector<Token> tokens;
  tokenise(text, lexicon, tokens);
  std::string found;
  for (const MinedAcronym& one : mine_acronyms(text, tokens, lexicon))
    found += (found.empty() ? "" : "; ") + one.capitals + "=" + one.long_form;
  return found;
}

class Mined : public testing::TestWithParam<Case> {};

TEST_P(Mined, Definitions) {
  EXPECT_EQ(mined(GetParam().text), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Found, Mined,
    testing::Values(Case{"the Early Help Assessment Tool (EHAT) was", "EHAT=Early Help Assessment Tool"},
                    Case{"EHAT (Early Help Assessment Tool) was", "EHAT=Early Help Assessment Tool"},
                    Case{"Early Help Assessment Tools (EHATs)", "EHAT=Early Help Assessment Tools"},
                    Case{"EHAT – Early Help Assessment Tool", "EHAT=Early Help Assessment Tool"},
                    Case{"EHAT: Early Help Assessment Tool", "EHAT=Early Help Assessment Tool"},
                    Case{"EHAT | Early Help Assessment Tool", "EHAT=Early Help Assessment Tool"},
                    Case{"Team around the School (TAS)", "TAS=Team around the School"},
                    Case{"the Lantern Repair and Museum Board (“LRMB”)", "LRMB=Lantern Repair and Museum Board"},
                    Case{"the lantern repair fund (LRF)", "LRF=lantern repair fund"},
                    Case{"a Multi-Agency Lantern Hub (MALH)", "MALH=Multi-Agency Lantern Hub"},
                    Case{"a Lantern Fund (LF)", "LF=Lantern Fund"},
                    Case{"Lantern Repair  Fund (LRF), Lantern Repair Fund (LRF)", "LRF=Lantern Repair Fund"},
                    Case{"Lantern Repair Fund (LRF) and Museum Repair Fund (MRF)",
                         "LRF=Lantern Repair Fund; MRF=Museum Repair Fund"}));

INSTANTIATE_TEST_SUITE_P(NotFound, Mined,
                         testing::Values(Case{"", ""}, Case{"the EHAT was used", ""}, Case{"as agreed (LRF)", ""},
                                         Case{"a lantern fund (LF)", ""},
                                         Case{"the lantern was repaired. Fund (LRF)", ""},
                                         Case{"Lantern Repair 4 (LR4)", ""}, Case{"the lantern (TL)", ""},
                                         Case{"in the area (ITA)", ""}, Case{"Lantern Repair Fund (see LRF)", ""},
                                         Case{"LRF - see below", ""},
                                         Case{"LRF (Lantern Repair Fund and others)", ""}));

TEST(MinedAcronyms, KeysAreThoseOfAnySpelling) {
  Lexicon lexicon;
  EXPECT_EQ(long_form_key("Early Help Assessment Tools", lexicon), "early help assessment tool");
  EXPECT_EQ(long_form_key("Lantern Repair and Museum Board", lexicon),
            long_form_key("lantern repair museum boards", lexicon));
}

struct Hyphens {
  const char* text;
  const char* found;
};

class Hyphenated : public testing::TestWithParam<Hyphens> {};

TEST_P(Hyphenated, Words) {
  Lexicon lexicon;
  std::vector<Token> tokens;
  const std::string text = GetParam().text;
  tokenise(text, lexicon, tokens);
  std::string found;
  for (const indexer::HyphenatedWord& word : indexer::hyphenated_words(text, tokens, lexicon))
    found += (found.empty() ? "" : "; ") + word.joined + "=" + word.parts;
  EXPECT_EQ(found, GetParam().found) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Hyphenated,
    testing::Values(Hyphens{"a Call-in, and call-in", "callin=call in; callin=call in"},
                    Hyphens{"home-to-school transport", "hometoschool=home to school"},
                    Hyphens{"multi\u2010agency well\u2011being", "multiagency=multi agency; wellbeing=well being"},
                    Hyphens{"call in - now", ""}, Hyphens{"2019-22", ""}, Hyphens{"16-year-old", ""},
                    Hyphens{"one-two-three-four-five", ""}, Hyphens{"north–south", ""}));

TEST(LabelKeys, OneForAllSpellingsAndAStarForComposites) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  Lexicon lexicon;
  LabelKeys keys(vocabulary, lexicon);
  const std::uint32_t plans = *vocabulary.by_id("ehc-plans");
  EXPECT_EQ(keys.key("EHC plans"), keys.key("EHC Plan"));
  EXPECT_EQ(keys.key_of_span(plans, keys.key("EHCPs")), "ehcp");
  EXPECT_EQ(keys.key_of_span(plans, "twenti week"), composite_key);
  bool hidden = false;
  for (const LabelKey& one : keys.of(plans)) hidden = hidden || one.hidden;
  EXPECT_TRUE(hidden) << "misspellings are known as such";
}

}  // namespace
}  // namespace minutebook::schema
