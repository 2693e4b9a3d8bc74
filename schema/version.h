// Version of everything on disk, and the ranking constants that belong to it (DESIGN.md decisions 1 and 11).
// A change of any number, format, analysis rule or constant here or in what is stored raises `index_version`.
#pragma once

namespace minutebook::schema {

inline constexpr int index_version = 5;
inline constexpr const char* program_version = "0.1.0";

// BM25 term-frequency part, written into the wdf as a rounded impact: impact(tf, length) =
// round(impact_scale * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average_length))), at least 1.
inline constexpr double bm25_k1 = 1.2;
inline constexpr double bm25_b = 0.75;
inline constexpr double average_item_words = 300.0;
inline constexpr double impact_scale = 57.0;

}  // namespace minutebook::schema
