// Welsh labels in a vocabulary file: where they stand, and what is refused.
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "schema/vocabulary.h"
#include "tests/unit/xml_vocabulary.h"

namespace minutebook::schema {
namespace {

TEST(WelshVocabulary, WelshLabelsStandBehindTheEnglishOnes) {
  const std::string welsh =
      "<skos:prefLabel xml:lang=\"cy\">Nofio</skos:prefLabel><skos:altLabel>bathing</skos:altLabel>"
      "<mb:acronym xml:lang=\"cy\">NF</mb:acronym><mb:hintLabel xml:lang=\"cy\">pwll</mb:hintLabel>";
  const Vocabulary read = Vocabulary::from_xml(xml_scheme(xml_concept("a", "Swimming", welsh)), "test.xml");
  const Concept& swimming = read.concepts()[0];
  EXPECT_EQ(swimming.preferred, "Swimming");
  EXPECT_EQ(swimming.preferred_welsh, "Nofio");
  ASSERT_EQ(swimming.labels.size(), 4U);
  EXPECT_EQ(swimming.labels[1].text, "bathing");
  EXPECT_EQ(swimming.labels[2].text, "Nofio");
  EXPECT_EQ(swimming.labels[3].text, "NF");
  ASSERT_EQ(swimming.hints.size(), 1U);
  EXPECT_TRUE(swimming.hints[0].welsh);
  EXPECT_EQ(read.by_name("nofio"), std::optional<std::uint32_t>(0));
}

TEST(WelshVocabulary, OneNameInBothLanguagesIsOneLabel) {
  const Vocabulary read = Vocabulary::from_xml(
      xml_scheme(xml_concept("a", "COVID-19", "<skos:prefLabel xml:lang=\"cy\">COVID-19</skos:prefLabel>")),
      "test.xml");
  EXPECT_EQ(read.concepts()[0].preferred_welsh, "COVID-19");
  EXPECT_EQ(read.concepts()[0].labels.size(), 1U);
}

TEST(WelshVocabulary, RefusesDoubleLabelsInAnyLanguage) {
  const std::string swim = "<skos:prefLabel xml:lang=\"cy\">Nofio</skos:prefLabel>";
  const std::string other = "<skos:altLabel xml:lang=\"cy\">nofio</skos:altLabel>";
  EXPECT_NE(
      refusal(xml_scheme(xml_concept("a", "Swimming", swim) + xml_concept("b", "Sport", other))).find("also one of a"),
      std::string::npos);
  EXPECT_NE(refusal(xml_scheme(xml_concept("a", "Swimming", swim + other))).find("there twice"), std::string::npos);
  EXPECT_NE(refusal(xml_scheme(xml_concept("a", "Swimming", swim + swim))).find("2 preferred labels in Welsh"),
            std::string::npos);
  EXPECT_NE(refusal(xml_scheme(xml_concept("a", "Nofio") + xml_concept("b", "Sport", other))).find("also one of a"),
            std::string::npos);
}

}  // namespace
}  // namespace minutebook::schema
