"""The same items in SQLite FTS5 (tokenizer porter, bm25), to compare with: all words, or any of them.

It gets the words of a question as a plain search box would pass them on: fields and their values are left out, quoted
words stay a phrase. Knows nothing of judgements.
"""
import re
import sqlite3

FIELD = re.compile(r'(?<!\S)[a-z-]+:("[^"]*"|\S+)')
PART = re.compile(r'"[^"]*"|\S+')
WORD = re.compile(r"[^\W_]+")


class Fts5:
    def __init__(self, items):
        """`items`: pairs of what is given back for an item and its text, the title in it."""
        self.marks = [mark for mark, _ in items]
        self.database = sqlite3.connect(":memory:")
        self.database.execute("CREATE VIRTUAL TABLE items USING fts5(text, tokenize = 'porter unicode61')")
        self.database.executemany("INSERT INTO items(rowid, text) VALUES (?, ?)",
                                  [(row, text) for row, (_, text) in enumerate(items)])

    def search(self, query, operator, limit):
        """Marks of the best `limit` items; `operator` is AND or OR."""
        match = f" {operator} ".join(phrases(query))
        if not match:
            return []
        rows = self.database.execute(
            "SELECT rowid FROM items WHERE items MATCH ? ORDER BY bm25(items), rowid LIMIT ?", (match, limit))
        return [self.marks[row] for (row,) in rows]


def phrases(query):
    """Each word, or each quoted phrase, as an FTS5 string."""
    found = []
    for part in PART.findall(FIELD.sub(" ", query)):
        words = WORD.findall(part)
        whole = part.startswith('"')
        found.extend([" ".join(words)] if whole and words else words)
    return [f'"{phrase}"' for phrase in found]
