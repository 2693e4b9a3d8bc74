// What the consumer can be asked, a function each: it prints one line a fact, cells between tabs. Knows nothing of what
// the facts should be.
#pragma once

#include <minutebook/minutebook.h>

#include <iostream>
#include <string>
#include <vector>

using Arguments = std::vector<std::string>;

template <typename... Cells>
void print(const std::string& name, const Cells&... cells) {
  std::cout << name;
  (..., (std::cout << "\t" << cells));
  std::cout << "\n";
}

// answers.cc
void search(const minutebook::Index& index, const Arguments& queries);
void pages(const minutebook::Index& index, const Arguments& queries);
void mentions(const minutebook::Index& index, const Arguments& queries);
void memory(const minutebook::Index& index, const Arguments& queries);
void show(const minutebook::Index& index, const Arguments& arguments);
void timeline(const minutebook::Index& index, const Arguments& arguments);

// reviews.cc
void reviews(const minutebook::Index& index, const Arguments& arguments);
void actions(const minutebook::Index& index, const Arguments& arguments);
void suggest(const minutebook::Index& index, const Arguments& arguments);
