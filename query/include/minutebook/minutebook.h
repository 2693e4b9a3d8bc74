// Everything of the library: searching an index that the command `minutebook index` has made.
// A worked example is in README.md, the query language in docs/query-language.md.
#pragma once

#include <minutebook/document.h>
#include <minutebook/error.h>
#include <minutebook/export.h>
#include <minutebook/index.h>
#include <minutebook/mentions.h>
#include <minutebook/past_reviews.h>
#include <minutebook/periods.h>
#include <minutebook/requests.h>
#include <minutebook/results.h>
#include <minutebook/suggestions.h>
#include <minutebook/types.h>
#include <minutebook/version.h>
