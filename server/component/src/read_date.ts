// Dates as people type them, day first, in English and Welsh. Knows nothing of the page.

// In Welsh also as they stand after "o" (of).
const months = [
  ["january", "ionawr"],
  ["february", "chwefror"],
  ["march", "mawrth", "fawrth"],
  ["april", "ebrill"],
  ["may", "mai", "fai"],
  ["june", "mehefin", "fehefin"],
  ["july", "gorffennaf", "orffennaf"],
  ["august", "awst"],
  ["september", "medi", "fedi"],
  ["october", "hydref"],
  ["november", "tachwedd", "dachwedd"],
  ["december", "rhagfyr", "ragfyr"],
];

/** Full names, or their beginnings of three letters or more. */
function monthOf(word: string): number {
  const typed = word.toLowerCase().replace(/\.$/, "");
  const exact = months.findIndex((names) => names.includes(typed));
  if (exact >= 0) return exact + 1;
  if (typed.length < 3) return 0;
  return months.findIndex((names) => names.some((name) => name.startsWith(typed))) + 1;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function day(year: number, month: number, dayOfMonth: number): string {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return real ? `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` : "";
}

function monthAlone(year: number, month: number): string {
  return month >= 1 && month <= 12 ? `${year}-${twoDigits(month)}` : "";
}

/**
 * "2020", "2019/20", "2020-05", "5/2020", "May 2020", "8/1/2024", "2024-01-08", "8 January 2024", "8fed Ionawr 2024"
 * as the service takes it ("2020-05"); empty where it is no date.
 */
export function readDate(typed: string): string {
  const text = typed.trim().replace(/\s+/g, " ");
  let found: RegExpExecArray | null;
  const number = (group: number) => Number(found?.[group]);
  if (/^\d{4}$/.test(text)) return text;
  if ((found = /^(\d{4})\/(\d\d)$/.exec(text))) return (number(1) + 1) % 100 === number(2) ? text : "";
  if ((found = /^(\d{4})-(\d{1,2})$/.exec(text))) return monthAlone(number(1), number(2));
  if ((found = /^(\d{1,2})[/.-](\d{4})$/.exec(text))) return monthAlone(number(2), number(1));
  if ((found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text))) return day(number(1), number(2), number(3));
  if ((found = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text))) return day(number(3), number(2), number(1));
  if ((found = /^(\p{L}+\.?),? (\d{4})$/u.exec(text))) return monthAlone(number(2), monthOf(found[1]!));
  if ((found = /^(\d{1,2})\p{L}{0,4}(?: of| o)? (\p{L}+\.?),? (\d{4})$/u.exec(text)))
    return monthOf(found[2]!) ? day(number(3), monthOf(found[2]!), number(1)) : "";
  return "";
}
