// Parts of reading HTML: addresses of links, notes of file sizes, entities.
#include <gtest/gtest.h>

#include "indexer/extract/html_page.h"
#include "indexer/extract/page_address.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/extract/read_html.h"

namespace minutebook::indexer {
namespace {

TEST(PageAddress, LinksAreResolved) {
  struct Case {
    std::string base;
    std::string link;
    std::string address;
  };
  const std::vector<Case> cases = {
      {"https://a.example/b/c.aspx?x=1", "d/e f.pdf", "https://a.example/b/d/e%20f.pdf"},
      {"https://a.example/b/c.aspx", "/d.pdf", "https://a.example/d.pdf"},
      {"https://a.example/b/c.aspx", "../../d.pdf", "https://a.example/d.pdf"},
      {"https://a.example/b/c.aspx", "?ID=2", "https://a.example/b/c.aspx?ID=2"},
      {"https://a.example", "d.pdf", "https://a.example/d.pdf"},
      {"https://a.example/b", "//c.example/d", "https://c.example/d"},
      {"https://a.example/(S(33rhih55))/x.aspx", "y.aspx", "https://a.example/y.aspx"},
      {"", "documents/a.pdf", "documents/a.pdf"},
      {"https://a.example/", "http://c.example/x", "http://c.example/x"},
      {"https://a.example/", "mailto:a@b", ""},
      {"https://a.example/", "javascript:void(0)", ""},
      {"https://a.example/", "#top", ""},
      {"https://a.example/", "", ""},
  };
  for (const Case& one : cases) EXPECT_EQ(resolve_link(one.base, one.link), one.address) << one.link;
  for (const char* link :
       {"documents/s1/x", "mgConvert2PDF.aspx?ID=3", "/x/Document.ashx?q", "a/b.PDF?x=1", "/media/5/x"})
    EXPECT_TRUE(is_document_link(link)) << link;
  for (const char* link : {"mgAi.aspx?ID=3", "http://a.example/", "mydocuments", "a.pdf/x.html"})
    EXPECT_FALSE(is_document_link(link)) << link;
}

TEST(PageFurniture, SizeNotesAreNoPartOfTitles) {
  struct Case {
    std::string title;
    std::string expected;
  };
  const std::vector<Case> cases = {{"Cover report PDF 110 KB", "Cover report"},
                                   {"Cover report pdf icon PDF 1.2 MB", "Cover report"},
                                   {"Minutes (156Kb)", "Minutes"},
                                   {"Minutes (PDF 156 KB)", "Minutes"},
                                   {"Plan DOCX 12 KB", "Plan"},
                                   {"A file of 12 KB", "A file of 12 KB"},
                                   {"12 MB", "12 MB"},
                                   {"Minutes", "Minutes"}};
  for (const Case& one : cases) EXPECT_EQ(without_file_size(one.title), one.expected) << one.title;
}

TEST(ReadHtml, EntitiesAreUnescapedUntilNoneIsLeft) {
  EXPECT_EQ(unescaped("A &amp;amp; B"), "A & B");
  EXPECT_EQ(unescaped("it&amp;#39;s"), "it's");
  EXPECT_EQ(unescaped("A & B"), "A & B");
  EXPECT_EQ(unescaped("a < b &amp; c"), "a < b & c");
  EXPECT_EQ(read_html("<!-- saved from url=(0020)https://a.example/x --><p>x").saved_from, "https://a.example/x");
}

/// Every beginning of a page is read without harm, and what it says grows with it.

}  // namespace
}  // namespace minutebook::indexer
