// Marks what the library hands to its users (everything else is hidden in it), and what is not theirs inside of that.
// Knows nothing of what is marked.
#pragma once

#define MINUTEBOOK_API __attribute__((visibility("default")))
#define MINUTEBOOK_INTERNAL __attribute__((visibility("hidden")))
