// The grammar of queries: trees as printed, what is refused and where, and how much is accepted.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/limits.h"
#include "query/parse.h"
#include "query/print_query.h"
#include "schema/error.h"

namespace minutebook::query {
namespace {

/// A tree in full brackets: every kind visible.
std::string tree(const Ast& ast) {
  const auto list = [&ast](const std::string& name) {
    std::string text = "(" + name;
    for (const Ast& child : ast.children) text += " " + tree(child);
    return text + ")";
  };
  switch (ast.kind) {
    case AstKind::word:
      return ast.text;
    case AstKind::exact:
      return "[= " + ast.text + "]";
    case AstKind::prefix:
      return "[* " + ast.text + "]";
    case AstKind::phrase:
      return "[\" " + ast.text + (ast.starred ? " *]" : "]");
    case AstKind::field:
      return list(ast.text + ":");
    case AstKind::and_:
      return list("and");
    case AstKind::or_:
      return list("or");
    case AstKind::not_:
      return list("not");
    case AstKind::near:
      return list("near" + std::to_string(ast.distance));
    case AstKind::para:
      return list("para");
    case AstKind::item:
      return list("item");
    case AstKind::paper:
      return list("paper");
  }
  return {};
}

struct Parsed {
  const char* query;
  const char* tree;
};

void PrintTo(const Parsed& value, std::ostream* out) {
  *out << value.query;
}

class Parses : public testing::TestWithParam<Parsed> {};

TEST_P(Parses, AsDocumentedAndPrintsToTheSameTree) {
  const Ast ast = parse(GetParam().query).root;
  EXPECT_EQ(tree(ast), GetParam().tree) << GetParam().query;
  EXPECT_TRUE(same_query(parse(print_query(ast)).root, ast)) << print_query(ast);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Parses,
    testing::Values(Parsed{"", "(and)"}, Parsed{"  \t\n ", "(and)"}, Parsed{"send", "send"},
                    Parsed{"send strategy", "(and send strategy)"},
                    Parsed{"send\xC2\xA0strategy", "(and send strategy)"}, Parsed{"EHCP's", "EHCP's"},
                    Parsed{"call-in", "call-in"}, Parsed{"before?", "before?"}, Parsed{"=send", "[= send]"},
                    Parsed{"= send", "(and = send)"}, Parsed{"trans*", "[* trans]"},
                    Parsed{"\"voice  of the\nchild\"", "[\" voice of the child]"},
                    Parsed{"“voice of the child”", "[\" voice of the child]"},
                    Parsed{"\"school trans*\"", "[\" school trans *]"}, Parsed{"a\"b c\"d", "(and a [\" b c] d)"},
                    Parsed{"it's 'quoted'", "(and it's 'quoted')"},
                    Parsed{"schools - budget", "(and schools - budget)"}, Parsed{"(schools -)", "(and schools -)"},
                    Parsed{"--no-expand", "--no-expand"}, Parsed{"???", "???"}));

INSTANTIATE_TEST_SUITE_P(
    Operators, Parses,
    testing::Values(
        Parsed{"a OR b", "(or a b)"}, Parsed{"a or b", "(and a or b)"}, Parsed{"a AND b", "(and a b)"},
        Parsed{"a b OR c", "(or (and a b) c)"}, Parsed{"a (b OR c)", "(and a (or b c))"},
        Parsed{"a OR b OR c", "(or a b c)"}, Parsed{"a OR (b OR c)", "(or a (or b c))"},
        Parsed{"(a b) c", "(and (and a b) c)"}, Parsed{"((a))", "a"}, Parsed{"a -b", "(and a (not b))"},
        Parsed{"a NOT b", "(and a (not b))"}, Parsed{"a AND NOT b", "(and a (not b))"}, Parsed{"-a", "(not a)"},
        Parsed{"NOT NOT a", "a"}, Parsed{"NOT (NOT a)", "(not (not a))"}, Parsed{"-\"a b\"", "(not [\" a b])"},
        Parsed{"-(a b)", "(not (and a b))"}, Parsed{"-=a", "(not [= a])"}, Parsed{"NOT --a", "(not --a)"},
        Parsed{"a OR -b", "(or a (not b))"}, Parsed{"a NEAR b", "(near10 a b)"}, Parsed{"a NEAR/5 b", "(near5 a b)"},
        Parsed{"a NEAR/5 b NEAR/5 c d", "(and (near5 a b c) d)"},
        Parsed{"(a NEAR/5 b) NEAR/6 c", "(near6 (near5 a b) c)"}, Parsed{"NOT a NEAR b", "(not (near10 a b))"},
        Parsed{"(a OR b) PARA \"c d\"", "(para (or a b) [\" c d])"}, Parsed{"a ITEM b ITEM c", "(item a b c)"},
        Parsed{"a PAPER b OR c", "(or (paper a b) c)"}, Parsed{"a (-b) PARA c", "(and a (para (not b) c))"}));

INSTANTIATE_TEST_SUITE_P(Fields, Parses,
                         testing::Values(Parsed{"council:Moorby", "(council: Moorby)"},
                                         Parsed{"council:\"North Vale\"", "(council: [\" North Vale])"},
                                         Parsed{"Council:(a OR \"b c\")", "(council: (or a [\" b c]))"},
                                         Parsed{"title:(a b)", "(title: (and a b))"},
                                         Parsed{"-kind:minutes", "(not (kind: minutes))"},
                                         Parsed{"on:2020", "(date: 2020)"}, Parsed{"type:report", "(kind: report)"},
                                         Parsed{"committee_kind:scrutiny", "(committee-kind: scrutiny)"},
                                         Parsed{"date:2020..2023", "(date: 2020..2023)"},
                                         Parsed{"year:2023/24", "(municipal-year: 2023/24)"},
                                         Parsed{"since:2020 before:2024-05", "(and (since: 2020) (before: 2024-05))"},
                                         Parsed{"title:trans*", "(title: [* trans])"},
                                         Parsed{"title:=send", "(title: [= send])"}, Parsed{"title:OR", "(title: OR)"},
                                         Parsed{"title:-x", "(title: -x)"},
                                         Parsed{"source:https://example.org/a:b", "(source: https://example.org/a:b)"},
                                         Parsed{"(in:resolution a)OR b", "(or (and (in: resolution) a) b)"}));

INSTANTIATE_TEST_SUITE_P(ColonsThatArePunctuation, Parses,
                         testing::Values(Parsed{"10:30", "10:30"}, Parsed{"1:200", "1:200"},
                                         Parsed{"https://example.org/x", "https://example.org/x"},
                                         Parsed{"note: budget", "(and note: budget)"}, Parsed{"budget:", "budget:"},
                                         Parsed{"(agenda:)", "agenda:"}, Parsed{":x", ":x"},
                                         Parsed{"s.17:2", "s.17:2"}));

struct Refused {
  std::string query;
  const char* message;
  const char* hint;  ///< part of it
};

void PrintTo(const Refused& value, std::ostream* out) {
  *out << value.query;
}

class Refuses : public testing::TestWithParam<Refused> {};

TEST_P(Refuses, WithTheProblemThePlaceAndAHint) {
  try {
    parse(GetParam().query);
    FAIL() << "accepted: " << GetParam().query;
  } catch (const schema::Error& error) {
    EXPECT_EQ(error.code(), schema::ErrorCode::usage);
    EXPECT_EQ(std::string(error.what()), GetParam().message);
    EXPECT_NE(error.hint().find(GetParam().hint), std::string::npos) << error.hint();
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Syntax, Refuses,
    testing::Values(
        Refused{"send \"improvement", "unclosed quote (character 6 of the query)", "close it"},
        Refused{"é \"x", "unclosed quote (character 3 of the query)", "close it"},
        Refused{"a (b", "unclosed parenthesis (character 3 of the query)", "close it"},
        Refused{"a (", "unclosed parenthesis (character 3 of the query)", "close it"},
        Refused{"a) b", "closing parenthesis without an opening one (character 2 of the query)", "leave it out"},
        Refused{")", "closing parenthesis without an opening one (character 1 of the query)", "leave it out"},
        Refused{"a ()", "empty parentheses (character 3 of the query)", "leave them out"},
        Refused{"\"\"", "nothing between the quotes (character 1 of the query)", "phrase"},
        Refused{"\" ?! \"", "nothing between the quotes (character 1 of the query)", "phrase"},
        Refused{"OR a", "nothing before OR to apply it to (character 1 of the query)", "small letters"},
        Refused{"a OR", "nothing after OR to apply it to (character 3 of the query)", "small letters"},
        Refused{"a AND", "nothing after AND to apply it to (character 3 of the query)", "small letters"},
        Refused{"a AND OR b", "nothing before OR to apply it to (character 7 of the query)", "small letters"},
        Refused{"(a NEAR/3 )", "nothing after NEAR/3 to apply it to (character 4 of the query)", "small letters"},
        Refused{"SEND ITEM", "nothing after ITEM to apply it to (character 6 of the query)",
                "small letters \"ITEM\" is a word"},
        Refused{"NOT", "nothing after NOT to apply it to (character 1 of the query)", "small letters"},
        Refused{"a NEAR/0 b", "bad distance in \"NEAR/0\" (character 3 of the query)", "from 1 to 100"},
        Refused{"a NEAR/101 b", "bad distance in \"NEAR/101\" (character 3 of the query)", "from 1 to 100"},
        Refused{"a NEAR/ b", "bad distance in \"NEAR/\" (character 3 of the query)", "from 1 to 100"},
        Refused{"a NEAR/five b", "bad distance in \"NEAR/five\" (character 3 of the query)", "from 1 to 100"},
        Refused{"a NEAR/99999999999 b", "bad distance in \"NEAR/99999999999\" (character 3 of the query)",
                "from 1 to 100"},
        Refused{"a NEAR b PARA c", "NEAR and PARA in one chain (character 10 of the query)", "(a NEAR b) PARA c"},
        Refused{"a NEAR/2 b NEAR/3 c", "NEAR/2 and NEAR/3 in one chain (character 12 of the query)", "parentheses"},
        Refused{"a PARA -b", "a negated part of PARA (character 8 of the query)", "outside"},
        Refused{"a* b", "too few letters before * (character 1 of the query)", "at least 3"},
        Refused{"*", "too few letters before * (character 1 of the query)", "empty query means everything"},
        Refused{"\"school tr*\"", "too few letters before * (character 1 of the query)", "at least 3"},
        Refused{"sch*ol", "a * inside a word (character 4 of the query)", "end only"},
        Refused{"\"sch*l run\"", "a * in the middle of quotes (character 2 of the query)", "last word"},
        Refused{"=\"send\"", "= before quotes or parentheses (character 1 of the query)", "one word"},
        Refused{"=send*", "=word and word* together (character 1 of the query)", "one of them"},
        Refused{"=!", "no word after = (character 1 of the query)", "=send"}));

INSTANTIATE_TEST_SUITE_P(
    FieldNames, Refuses,
    testing::Values(
        Refused{"x comittee:planning", "no field \"comittee\" (character 3 of the query)", "did you mean committee?"},
        Refused{"counsil:\"a b\"", "no field \"counsil\" (character 1 of the query)", "did you mean council?"},
        Refused{"SEND:EHCP", "no field \"SEND\" (character 1 of the query)", "space after the colon"},
        Refused{"council:", "no value after \"council:\" (character 1 of the query)", "council:value"},
        Refused{"a council: b", "no value after \"council:\" (character 3 of the query)", "right behind the colon"},
        Refused{"(kind:)", "no value after \"kind:\" (character 2 of the query)", "kind:value"},
        Refused{"council:()", "empty parentheses (character 9 of the query)", "leave them out"},
        Refused{"council:\"\"", "nothing between the quotes (character 9 of the query)", "phrase"},
        Refused{"title:(a kind:report)", "a field inside the value of a field (character 10 of the query)",
                "close the parenthesis"}));

INSTANTIATE_TEST_SUITE_P(
    Bytes, Refuses,
    testing::Values(
        Refused{std::string("a\0b", 3), "the query contains a NUL byte (character 2 of the query)", "leave it out"},
        Refused{"ab\x07", "the query contains a control character (character 3 of the query)", "leave it out"},
        Refused{"\xC2\x85", "the query contains a control character (character 1 of the query)", "leave it out"},
        Refused{"ab \xFF", "the query is not valid UTF-8 (character 4 of the query)", "UTF-8"},
        Refused{"caf\xC3", "the query is not valid UTF-8 (character 4 of the query)", "UTF-8"}));

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST(QueryLimits, ExactlyTheLimitIsAcceptedAndOneMoreIsNot) {
  EXPECT_EQ(parse(repeated("w ", max_query_words)).root.children.size(), max_query_words);
  EXPECT_THROW(parse(repeated("w ", max_query_words + 1)), schema::Error);
  EXPECT_THROW(parse("\"" + repeated("w ", max_query_words + 1) + "\""), schema::Error);
  EXPECT_EQ(parse(std::string(max_query_bytes, 'x')).root.text.size(), max_query_bytes);
  EXPECT_THROW(parse(std::string(max_query_bytes + 1, 'x')), schema::Error);
  EXPECT_THROW(parse(repeated("school ", 10'000)), schema::Error);
  constexpr auto depth = static_cast<std::size_t>(max_parenthesis_depth);
  EXPECT_EQ(parse(repeated("(", depth) + "a" + repeated(")", depth)).root.text, "a");
  EXPECT_THROW(parse(repeated("(", depth + 1) + "a" + repeated(")", depth + 1)), schema::Error);
  EXPECT_THROW(parse(repeated("(", 9'999)), schema::Error);
  EXPECT_THROW(parse(repeated("-(", 4'999)), schema::Error);
  EXPECT_EQ(parse(repeated("NOT ", 2'400) + "a").root.text, "a");
}

TEST(QueryOffsets, CoverTheBytesEachPartWasReadFrom) {
  const std::string query = "é (send OR \"a b\") -kind:minutes";
  const Ast root = parse(query).root;
  const auto text = [&query](const Ast& ast) { return query.substr(ast.begin, ast.end - ast.begin); };
  ASSERT_EQ(root.children.size(), 3U);
  EXPECT_EQ(text(root), query);
  EXPECT_EQ(text(root.children[0]), "é");
  EXPECT_EQ(text(root.children[1]), "(send OR \"a b\")");
  EXPECT_EQ(text(root.children[1].children[1]), "\"a b\"");
  EXPECT_EQ(text(root.children[2]), "-kind:minutes");
  EXPECT_EQ(text(root.children[2].children[0]), "kind:minutes");
}

}  // namespace
}  // namespace minutebook::query
