// Small vocabularies as RDF/XML, for tests of what is read and what is refused.
// Knows nothing of what the tests expect.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "schema/error.h"
#include "schema/vocabulary.h"

namespace minutebook::schema {

/// A concept as RDF/XML with the lines in `inside`.
inline std::string xml_concept(const std::string& id, const std::string& label, const std::string& inside = {}) {
  return "<skos:Concept rdf:about=\"urn:t#" + id + "\"><skos:notation>" + id +
         "</skos:notation><skos:prefLabel xml:lang=\"en\">" + label + "</skos:prefLabel>" + inside +
         "</skos:Concept>\n";
}

inline std::string xml_broader(const std::string& id) {
  return "<skos:broader rdf:resource=\"urn:t#" + id + "\"/>";
}

inline std::string xml_scheme(const std::string& concepts) {
  return "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
         "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\" xmlns:mb=\"urn:minutebook:vocabulary#\">\n" +
         concepts + "</rdf:RDF>\n";
}

/// The message with which a vocabulary is refused; empty: it is not.
inline std::string refusal(const std::string& xml) {
  try {
    Vocabulary::from_xml(xml, "test.xml");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unreadable);
    return error.what();
  }
  return {};
}

}  // namespace minutebook::schema
