"""Conditions on papers and items, made at random from the facts of a collection, in the many ways they can be typed."""
import calendar
import datetime

from brute_force import Typed
from query_parts import Any, Days, Filter, Number, NotExempt, Phrase, Source, Undated
from understood_papers import municipal_year

FILTERED = ("council", "committee", "committee-kind", "kind", "calendar-year", "municipal-year", "portfolio", "topic",
            "lang")
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
TODAY = "2023-06-15"
ALIASES = {"committee": "cttee", "committee-kind": "body", "kind": "type"}


def day_before(day):
    return str(datetime.date.fromisoformat(day) - datetime.timedelta(days=1))


def day_after(day):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days=1))


def month_name(day):
    return calendar.month_name[int(day[5:7])]


def quarters_of(date):
    """((first day, last day), how it is typed): of the calendar year, and of the financial one, from 1 April."""
    first_month = (date.month - 1) // 3 * 3 + 1
    last = calendar.monthrange(date.year, first_month + 2)[1]
    days = str(date.replace(month=first_month, day=1)), str(date.replace(month=first_month + 2, day=last))
    number = first_month // 3 + 1
    first_year = date.year - (date.month < 4)
    financial = f"{first_year}/{(first_year + 1) % 100:02}"
    ordinals = ("first", "second", "third", "fourth")
    return [(days, f"Q{number} {date.year}"), (days, f"Q{(number + 2) % 4 + 1} {financial}"),
            (days, f"{ordinals[(number + 2) % 4]} quarter of {financial}")]


class Filters:
    def __init__(self, collection, random):
        self.random = random
        self.items = collection.items
        self.papers = collection.papers
        self.dates = sorted({paper.date for paper in collection.papers if paper.date})
        self.choices = {field: self.typed_values(field) for field in FILTERED}

    def typed_values(self, field):
        """Pairs of a value and what is typed for it."""
        pairs = {(value, self.typed(field, value, item.paper)) for item in self.items for value in item.values(field)}
        return sorted(pair for pair in pairs if pair[1])

    @staticmethod
    def typed(field, value, paper):
        if field == "committee":
            return paper.committee_name or ""
        if field == "portfolio":
            return paper.portfolio_names[0] if len(paper.portfolio_names) == 1 else ""
        return value

    def value_filter(self, field, item=None):
        """One or two values; of the item at hand where it is given and has one that can be typed."""
        own = [pair for pair in self.choices[field] if item and pair[0] in item.values(field)]
        chosen = [self.random.choice(own or self.choices[field])]
        if self.random.random() < 0.4:
            chosen.append(self.random.choice(self.choices[field]))
        typed = list(dict.fromkeys(typed for _, typed in chosen))
        # A committee or a portfolio is found by its name, whichever council has it.
        values = [value for value, name in self.choices[field] if self.means(field, value, chosen)]
        made = Filter(field, values, typed)
        if field in ALIASES and self.random.random() < 0.2:
            return Typed(ALIASES[field] + made.text().removeprefix(field), made)
        return made

    @staticmethod
    def means(field, value, chosen):
        def key(one):
            return one.rpartition("/")[2] if field == "committee" else one
        return any(key(value) == key(other) for other, _ in chosen)

    def part_of_a_name(self, field):
        """`committee:scrutiny`: the one of that name, else all names with these words in this order."""
        keys = {value: value.rpartition("/")[2] if field == "committee" else value for value, _ in self.choices[field]}
        if not keys:
            return self.value_filter("kind")
        words = self.random.choice(sorted(keys.values())).split()
        first = self.random.randrange(len(words))
        wanted = [words[first], *words[first + self.random.randint(1, 3):][:1]]

        def stands_in(name):
            left = iter(name.split())
            return all(word in left for word in wanted)

        same = [value for value, key in keys.items() if key.split() == wanted]
        return Filter(field, same or [value for value, key in keys.items() if stands_in(key)], [" ".join(wanted)])

    def year(self):
        """`year:2023` is the calendar year, `year:2023/24` the municipal one."""
        day = self.random.choice(self.dates)
        kind = self.random.randrange(4)
        if kind == 0:
            return Typed(f"year:{day[:4]}", Filter("calendar-year", [day[:4]], [day[:4]]))
        if kind == 1:
            municipal = municipal_year(day)
            return Typed(f"year:{municipal}", Filter("municipal-year", [municipal], [municipal]))
        first, last = sorted((int(day[:4]), int(self.random.choice(self.dates)[:4])))
        years = [str(year) for year in range(first, last + 1)]
        if kind == 2:
            return Typed(f"year:{first}..{last}", Filter("calendar-year", years, years))
        return Typed(f"year:({first} OR {last})", Filter("calendar-year", [str(first), str(last)], years))

    def period(self):
        """(first day, last day, how it can be typed, with spaces)"""
        day = self.random.choice(self.dates)
        year, month = day[:4], day[:7]
        last = f"{month}-{calendar.monthrange(int(year), int(month[5:]))[1]}"
        date = datetime.date.fromisoformat(day)
        first_year = int(year) - (day[5:] < "05-01")
        quarters = [(*days, name) for days, name in quarters_of(date)]
        return self.random.choice((
            (f"{year}-01-01", f"{year}-12-31", year),
            (f"{month}-01", last, month),
            (f"{month}-01", last, f"{month_name(day)} {year}"),
            (f"{month}-01", last, f"{month_name(day)[:3]} {year}"),
            (day, day, day),
            (day, day, f"{date.day:02}/{date.month:02}/{year}"),
            (day, day, f"{date.day} {month_name(day)} {year}"),
            (f"{first_year}-05-01", f"{first_year + 1}-04-30", municipal_year(day)),
            *quarters,
        ))

    def dates_field(self):
        first, last, typed = self.period()
        typed = f'"{typed}"' if " " in typed else typed
        kind = self.random.randrange(7)
        if kind == 0:
            return Days(first, LAST_DAY, f"{self.random.choice(('since', 'from'))}:{typed}")
        if kind == 1:
            return Days(day_after(last), LAST_DAY, f"after:{typed}")
        if kind == 2:
            return Days(FIRST_DAY, day_before(first), f"before:{typed}")
        if kind == 3:
            return Days(FIRST_DAY, last, f"until:{typed}")
        if kind == 4:
            other = self.random.choice(self.dates)
            early, late = sorted((first[:4], other[:4]))
            return Days(f"{early}-01-01", f"{late}-12-31", f"date:{early}..{late}")
        if kind == 5:
            return Undated()
        return Days(first, last, f"{self.random.choice(('date', 'on'))}:{typed}")

    def dates_in_words(self):
        """"since 2020", "in May 2023", "between 2019 and 2022", "last year"; a day alone is that day or its words."""
        first, last, typed = self.period()
        other_first, other_last, other = self.period()
        early, late = min((first, last), (other_first, other_last))[0], max(last, other_last)
        days = [
            Days(first, LAST_DAY, f"since {typed}"), Days(day_after(last), LAST_DAY, f"after {typed}"),
            Days(FIRST_DAY, day_before(first), f"before {typed}"), Days(FIRST_DAY, last, f"until {typed}"),
            Days(FIRST_DAY, last, f"up to {typed}"), Days(early, late, f"between {typed} and {other}"),
            Days("2023-01-01", "2023-12-31", "this year"), Days("2022-01-01", "2022-12-31", "last year"),
        ]
        if first != last:
            days += [Days(first, last, f"{self.random.choice(('in', 'during'))} {typed}")]
        if (first, last) <= (other_first, other_last):
            days += [Days(early, late, f"from {typed} to {other}"), Days(early, late, f"{typed} to {other}")]
        return self.random.choice(days)

    def day_alone(self):
        """`23/03/2020`, `8 January 2024`: the meeting's date or that date in the text."""
        date = datetime.date.fromisoformat(self.random.choice(self.dates))
        typed = self.random.choice((f"{date.day:02}/{date.month:02}/{date.year}",
                                    f"{date.day} {calendar.month_name[date.month]} {date.year}"))
        words = tuple(typed.replace("/", " ").split())
        return Typed(typed, Any([Days(str(date), str(date), typed), Phrase(words)]), bare=True)

    def other(self, item):
        kind = self.random.randrange(3)
        if kind == 0 and item.number and not set(item.number) & set('"*'):
            return Number(item.number)
        if kind == 1:
            path = item.paper.source
            return Source(path[-self.random.randint(4, len(path)):])
        return NotExempt()

    def one(self, item):
        kind = self.random.random()
        if kind < 0.55:
            return self.value_filter(self.random.choice([one for one in FILTERED if self.choices[one]]), item)
        if kind < 0.65:
            return self.year()
        if kind < 0.72:
            return self.part_of_a_name(self.random.choice(("committee", "portfolio")))
        if kind < 0.78:
            return self.other(item)
        return self.dates_in_words() if kind < 0.85 else self.dates_field()

    def some(self, item, count):
        return [self.one(item) for _ in range(count)]
