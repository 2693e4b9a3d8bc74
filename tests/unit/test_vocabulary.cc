#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "schema/vocabulary.h"
#include "tests/unit/xml_vocabulary.h"

namespace minutebook::schema {
namespace {

std::set<std::string> ids_of(const Vocabulary& vocabulary, const std::vector<std::uint32_t>& numbers) {
  std::set<std::string> ids;
  for (const std::uint32_t number : numbers) ids.insert(vocabulary.concepts()[number].id);
  return ids;
}

const Concept& built_in(const std::string& id) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  return vocabulary.concepts()[vocabulary.by_id(id).value()];
}

TEST(Vocabulary, BuiltInHasAllConceptsUnderFourteenTopOnes) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  EXPECT_EQ(vocabulary.concepts().size(), 240U);
  const auto top = std::count_if(vocabulary.concepts().begin(), vocabulary.concepts().end(),
                                 [](const Concept& each) { return each.broader.empty(); });
  EXPECT_EQ(top, 14);
  EXPECT_EQ(vocabulary.digest().size(), 64U);
  EXPECT_NE(vocabulary.xml().find("rdf:RDF"), std::string::npos);
}

TEST(Vocabulary, BuiltInConceptsReachATopConcept) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  for (const Concept& each : vocabulary.concepts()) {
    const bool is_top = each.broader.empty();
    const bool reaches = std::any_of(each.ancestors.begin(), each.ancestors.end(),
                                     [&](std::uint32_t above) { return vocabulary.concepts()[above].broader.empty(); });
    EXPECT_TRUE(is_top || reaches) << each.id;
  }
}

TEST(Vocabulary, RelatedConceptsAreRelatedBothWaysAndNeverBroader) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  std::size_t pairs = 0;
  for (std::uint32_t i = 0; i < vocabulary.concepts().size(); ++i) {
    const Concept& each = vocabulary.concepts()[i];
    for (const std::uint32_t other : each.related) {
      ++pairs;
      const std::vector<std::uint32_t>& back = vocabulary.concepts()[other].related;
      EXPECT_NE(std::find(back.begin(), back.end(), i), back.end()) << each.id;
      EXPECT_EQ(std::find(each.ancestors.begin(), each.ancestors.end(), other), each.ancestors.end()) << each.id;
    }
  }
  EXPECT_GT(pairs, 10U);
}

TEST(Vocabulary, AncestorsAreNearestFirst) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  const Concept& timeliness = built_in("ehcp-timeliness");
  ASSERT_GE(timeliness.ancestors.size(), 4U);
  EXPECT_EQ(vocabulary.concepts()[timeliness.ancestors[0]].id, "ehc-plans");
  EXPECT_EQ(vocabulary.concepts()[timeliness.ancestors[1]].id, "send");
  EXPECT_EQ(ids_of(vocabulary, timeliness.ancestors),
            (std::set<std::string>{"ehc-plans", "send", "children", "education"}));
  EXPECT_TRUE(ids_of(vocabulary, built_in("send").descendants).contains("ehcp-timeliness"));
}

TEST(Vocabulary, LowerCaseMeaningOfAcronyms) {
  const auto meaning = [](const std::string& id, const std::string& text) {
    for (const Label& label : built_in(id).labels) {
      if (label.text == text) return label.lower;
    }
    ADD_FAILURE() << id << " has no label " << text;
    return LowerCaseMeaning::both;
  };
  EXPECT_EQ(meaning("send", "SEND"), LowerCaseMeaning::acronym);
  EXPECT_EQ(meaning("ehc-plans", "EHCP"), LowerCaseMeaning::acronym);
  EXPECT_EQ(meaning("front-door", "MASH"), LowerCaseMeaning::acronym);
  EXPECT_EQ(meaning("business-improvement-districts", "BID"), LowerCaseMeaning::word);
  EXPECT_EQ(meaning("speech-and-language-therapy", "SALT"), LowerCaseMeaning::word);
  EXPECT_EQ(meaning("personal-advisers", "PA"), LowerCaseMeaning::word);
  EXPECT_EQ(meaning("looked-after-children", "LAC"), LowerCaseMeaning::both);
}

TEST(Vocabulary, ByNameTakesIdsAndLabelsButNoAmbiguousAcronym) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  const auto id_of = [&](const std::string& name) {
    const auto number = vocabulary.by_name(name);
    return number ? vocabulary.concepts()[*number].id : std::string();
  };
  EXPECT_EQ(id_of("ehc-plans"), "ehc-plans");
  EXPECT_EQ(id_of("Education, Health and Care Plan"), "ehc-plans");
  EXPECT_EQ(id_of("ehcp"), "ehc-plans");
  EXPECT_EQ(id_of("Care leavers"), "care-leavers");
  EXPECT_EQ(id_of("PA"), "");
  EXPECT_EQ(id_of("SEND strategy"), "") << "a hint is no name";
  EXPECT_EQ(id_of("nothing of the kind"), "");
}

TEST(Vocabulary, HintsAreKeptApartFromLabels) {
  std::size_t labels = 0;
  std::size_t hints = 0;
  for (const Concept& each : Vocabulary::built_in().concepts()) {
    labels += each.labels.size();
    hints += each.hints.size();
    for (const Label& label : each.labels) EXPECT_NE(label.kind, LabelKind::hint) << label.text;
    for (const Label& hint : each.hints)
      EXPECT_TRUE(hint.kind == LabelKind::hint || is_acronym(hint.kind) || hint.kind == LabelKind::weak) << hint.text;
  }
  EXPECT_GT(labels, 700U);
  EXPECT_GT(hints, 1000U);
}

TEST(Vocabulary, ReadsHintsOfEveryKind) {
  const Vocabulary read = Vocabulary::from_xml(
      xml_scheme(xml_concept("a", "Swimming",
                             "<mb:hintLabel>diving boards</mb:hintLabel><mb:acronym mb:hint=\"true\">DB</mb:acronym>"
                             "<mb:ambiguousLabel mb:hint=\"true\">deep end</mb:ambiguousLabel>"
                             "<mb:context>pool</mb:context>"
                             "<mb:weakLabel mb:hint=\"true\">lanes</mb:weakLabel><mb:acronym "
                             "mb:hint=\"false\">SW</mb:acronym>")),
      "test.xml");
  const Concept& swimming = read.concepts()[0];
  ASSERT_EQ(swimming.labels.size(), 2U);
  EXPECT_EQ(swimming.labels[1].text, "SW");
  ASSERT_EQ(swimming.hints.size(), 4U);
  EXPECT_EQ(swimming.hints[0].kind, LabelKind::hint);
  EXPECT_EQ(swimming.hints[1].kind, LabelKind::acronym);
  EXPECT_EQ(swimming.hints[2].kind, LabelKind::ambiguous);
  EXPECT_EQ(swimming.hints[3].kind, LabelKind::weak);
  EXPECT_TRUE(read.by_name("Swimming").has_value());
  EXPECT_FALSE(read.by_name("diving boards").has_value());
}

TEST(Vocabulary, NotesNameNoSampleOrPlaceholder) {
  for (const Concept& each : Vocabulary::built_in().concepts()) {
    EXPECT_EQ(each.note.find('{'), std::string::npos) << each.id;
    EXPECT_EQ(each.note.find(".md"), std::string::npos) << each.id;
  }
}

TEST(Vocabulary, ReadsEveryElement) {
  const std::string second =
      "<skos:altLabel>free swimming</skos:altLabel><mb:ambiguousAcronym mb:lower=\"word\">SW</mb:ambiguousAcronym>"
      "<mb:context>pool</mb:context><mb:weakLabel>lanes</mb:weakLabel><skos:hiddenLabel>swiming</skos:hiddenLabel>"
      "<skos:altLabel xml:lang=\"cy\">nofio</skos:altLabel><skos:altLabel "
      "xml:lang=\"fr\">natation</skos:altLabel><skos:scopeNote>In water.</skos:scopeNote>"
      "<skos:related rdf:resource=\"urn:t#a\"/><mb:of rdf:resource=\"urn:t#a\"/><mb:expression>cold* ~2 "
      "water</mb:expression>";
  const Vocabulary read = Vocabulary::from_xml(
      xml_scheme("<skos:ConceptScheme rdf:about=\"urn:t\"><mb:mask>Department of Sport</mb:mask></skos:ConceptScheme>" +
                 xml_concept("a", "Leisure") + xml_concept("b", "Swimming", second)),
      "test.xml");
  ASSERT_EQ(read.concepts().size(), 2U);
  const Concept& swimming = read.concepts()[1];
  ASSERT_EQ(swimming.labels.size(), 6U);
  EXPECT_EQ(swimming.labels[5].text, "nofio");
  EXPECT_TRUE(swimming.labels[5].welsh);
  EXPECT_EQ(swimming.labels[0].text, "Swimming");
  EXPECT_EQ(swimming.labels[0].kind, LabelKind::preferred);
  EXPECT_EQ(swimming.labels[2].text, "SW");
  EXPECT_EQ(swimming.labels[2].kind, LabelKind::ambiguous);
  EXPECT_EQ(swimming.labels[2].lower, LowerCaseMeaning::word);
  EXPECT_EQ(swimming.context, std::vector<std::string>{"pool"});
  EXPECT_EQ(swimming.note, "In water.");
  EXPECT_EQ(read.concepts()[0].related, std::vector<std::uint32_t>{1});
  ASSERT_EQ(read.composites().size(), 1U);
  EXPECT_EQ(read.composites()[0].concept_index, 1U);
  EXPECT_EQ(read.composites()[0].of, std::vector<std::uint32_t>{0});
  EXPECT_FALSE(read.composites()[0].heading_counts);
  EXPECT_EQ(read.masks(), std::vector<std::string>{"Department of Sport"});
}

struct Refused {
  const char* name;
  std::string xml;
  std::vector<std::string> says;
};

TEST(Vocabulary, RefusesWithFileConceptAndReason) {
  const std::vector<Refused> cases{
      {"not XML", "hello", {"test.xml", "not well-formed"}},
      {"empty", "", {"test.xml"}},
      {"no RDF", "<html/>", {"rdf:RDF"}},
      {"no concept", xml_scheme(""), {"no skos:Concept"}},
      {"document type",
       "<!DOCTYPE r [<!ENTITY e \"x\">]>" + xml_scheme(xml_concept("a", "A b")).substr(22),
       {"DOCTYPE"}},
      {"same id", xml_scheme(xml_concept("a", "One") + xml_concept("a", "Two")), {"concept a", "twice"}},
      {"unknown broader", xml_scheme(xml_concept("a", "One", xml_broader("z"))), {"concept a", "urn:t#z"}},
      {"cycle",
       xml_scheme(xml_concept("a", "One", xml_broader("b")) + xml_concept("b", "Two", xml_broader("c")) +
                  xml_concept("c", "Three", xml_broader("a"))),
       {"concept a", "broader than itself"}},
      {"label of two",
       xml_scheme(xml_concept("a", "Bus stops") + xml_concept("b", "Bus stop")),
       {"concept b", "Bus stop", "one of a"}},
      {"label twice",
       xml_scheme(xml_concept("a", "Bus stops", "<skos:altLabel>bus-stop</skos:altLabel>")),
       {"concept a", "bus-stop"}},
      {"acronym of two, ambiguous in one only",
       xml_scheme(xml_concept("a", "One", "<mb:acronym>AB</mb:acronym>") +
                  xml_concept("b", "Two", "<mb:ambiguousAcronym>AB</mb:ambiguousAcronym><mb:context>x</mb:context>")),
       {"concept b", "AB"}},
      {"ambiguous without context",
       xml_scheme(xml_concept("a", "One", "<mb:ambiguousAcronym>AB</mb:ambiguousAcronym>")),
       {"mb:context"}},
      {"ambiguous hint without context",
       xml_scheme(xml_concept("a", "One", "<mb:ambiguousLabel mb:hint=\"true\">first aid</mb:ambiguousLabel>")),
       {"concept a", "mb:context"}},
      {"label of one, hint of the other",
       xml_scheme(xml_concept("a", "Bus stops") + xml_concept("b", "Buses", "<mb:hintLabel>bus stop</mb:hintLabel>")),
       {"concept b", "bus stop", "one of a"}},
      {"hint on a SKOS label",
       xml_scheme(xml_concept("a", "One", "<skos:altLabel mb:hint=\"true\">first</skos:altLabel>")),
       {"concept a", "mb:hintLabel"}},
      {"no preferred label",
       xml_scheme("<skos:Concept rdf:about=\"urn:t#a\"><skos:notation>a</skos:notation></skos:Concept>"),
       {"concept a", "0 preferred"}},
      {"lower", xml_scheme(xml_concept("a", "One", "<mb:acronym mb:lower=\"maybe\">AB</mb:acronym>")), {"maybe"}},
      {"expression",
       xml_scheme(xml_concept("a", "One") +
                  xml_concept("b", "Two", "<mb:of rdf:resource=\"urn:t#a\"/><mb:expression>(late</mb:expression>")),
       {"concept b", "(late"}},
      {"of without expression",
       xml_scheme(xml_concept("a", "One") + xml_concept("b", "Two", "<mb:of rdf:resource=\"urn:t#a\"/>")),
       {"concept b", "mb:expression"}},
  };
  for (const Refused& each : cases) {
    const std::string message = refusal(each.xml);
    EXPECT_FALSE(message.empty()) << each.name;
    for (const std::string& part : each.says)
      EXPECT_NE(message.find(part), std::string::npos) << each.name << ": " << message;
  }
}

TEST(Vocabulary, SharedAmbiguousAcronymIsNoFault) {
  const std::string ambiguous = "<mb:ambiguousAcronym>AB</mb:ambiguousAcronym><mb:context>x</mb:context>";
  EXPECT_EQ(refusal(xml_scheme(xml_concept("a", "One", ambiguous) + xml_concept("b", "Two", ambiguous))), "");
}

}  // namespace
}  // namespace minutebook::schema
