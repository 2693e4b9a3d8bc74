// Every mention of a query, one after the other: what Index::mentions gives back.
// Knows nothing of formats. A Mentions serves one thread at a time, and may be handed to another thread.
#pragma once

#include <minutebook/export.h>
#include <minutebook/results.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>

namespace minutebook {

/// A mention and the item it stands in.
struct CitedMention {
  Item item;  ///< without mentions
  Mention mention;
};

/// A stream that is read once. However many mentions there are, some thousand are held at once, or those of one item.
/// It keeps what it needs of its index, which may be closed before.
class MINUTEBOOK_API Mentions {
 public:
  /// An input iterator; valid while the Mentions lives.
  class MINUTEBOOK_API Iterator {
   public:
    using iterator_concept = std::input_iterator_tag;
    using difference_type = std::ptrdiff_t;
    using value_type = CitedMention;

    explicit Iterator(Mentions& mentions);
    const CitedMention& operator*() const;
    const CitedMention* operator->() const;
    Iterator& operator++();
    void operator++(int);
    bool operator==(std::default_sentinel_t) const;

   private:
    Mentions* mentions_;
    const CitedMention* at_;
  };

  Mentions(Mentions&&) noexcept;
  Mentions& operator=(Mentions&&) noexcept;
  ~Mentions();

  /// The next mention, valid until the next call; null: that was all. Throws Error (unreadable).
  const CitedMention* next();
  /// Goes on where the stream stands. Throws as next().
  Iterator begin();
  std::default_sentinel_t end() const noexcept;

  /// The answer without items. The totals of mentions are known when the last mention was handed out, all else from the
  /// start.
  const Answer& answer() const noexcept;
  /// Mentions handed out so far.
  std::uint64_t count() const noexcept;
  /// Of the mentions handed out so far: 64 hexadecimal digits that depend on what they say and not on their order.
  /// After the last one they equal the digest of the command's exports.
  std::string digest() const;

 private:
  friend class Index;
  struct MINUTEBOOK_INTERNAL State;
  MINUTEBOOK_INTERNAL explicit Mentions(std::unique_ptr<State> state) noexcept;
  std::unique_ptr<State> state_;
};

}  // namespace minutebook
