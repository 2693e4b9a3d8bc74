#include <minutebook/minutebook.h>

#include <iostream>

int main(int count, char** arguments) try {
  if (count != 3) throw minutebook::Error(minutebook::ErrorCode::usage, "usage: example INDEX QUERY");
  const minutebook::Index index = minutebook::Index::open(arguments[1]);

  const minutebook::Answer answer = index.search(arguments[2], {.limit = 3, .facets = {{"council", 5}}});
  std::cout << answer.totals.items << " items in " << answer.totals.papers << " papers\n";
  for (const minutebook::FacetCount& council : answer.facets[0].counts)
    std::cout << "  " << council.label << ": " << council.count << "\n";
  for (const minutebook::Item& item : answer.items)
    std::cout << iso_date(item.date) << ", " << item.committee << ": " << item.title << " (" << item.id << ")\n";

  minutebook::Mentions mentions = index.mentions(arguments[2]);
  for (const auto& [item, mention] : mentions)
    std::cout << mention.id << ": " << item.council_name << ", " << name_of(mention.kind) << ", " << mention.text
              << "\n";
  std::cout << mentions.count() << " mentions, digest " << mentions.digest() << "\n";
  return 0;
} catch (const minutebook::Error& error) {
  std::cerr << error.what() << "\n" << error.hint() << "\n";
  return 1;
}
