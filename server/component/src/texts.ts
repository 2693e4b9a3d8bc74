// Words of the interface in the reader's language: plural forms, numbers, dates. Knows nothing of what they are about.
import { texts as catalogues } from "catalogue:texts";

export type Language = "en" | "cy";

/** Welsh where the tag begins with "cy"; else English. */
export function languageOf(tag: string): Language {
  return /^cy\b/i.test(tag) ? "cy" : "en";
}

const welshMonths =
  "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(" ");
const englishMonths =
  "January February March April May June July August September October November December".split(" ");

export class Texts {
  private readonly plural: Intl.PluralRules;
  private readonly digits: Intl.NumberFormat;

  constructor(readonly language: Language) {
    this.plural = new Intl.PluralRules(language);
    this.digits = new Intl.NumberFormat("en-GB"); // Welsh groups digits alike
  }

  has(key: string): boolean {
    return key in catalogues[this.language];
  }

  /** `n` chooses the plural form. A key that is not there is a mistake of the program and shows as itself. */
  text(key: string, values: Record<string, string | number> = {}): string {
    const entry = catalogues[this.language][key];
    if (entry === undefined) return key;
    const form = typeof entry === "string" ? entry : this.form(entry, Number(values.n));
    return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === "number" ? this.digits.format(value) : value;
    });
  }

  private form(entry: Record<string, string>, count: number): string {
    const zero = count === 0 ? entry.zero : undefined; // English has no such form of its own
    return zero ?? entry[this.plural.select(count)] ?? entry.other ?? "";
  }

  /** "2024-01-08" in words. Browsers need not know Welsh, so the names of months are here. */
  date(iso: string): string {
    const [year, month, day] = iso.split("-");
    const name = (this.language === "cy" ? welshMonths : englishMonths)[Number(month) - 1];
    return name && day ? `${Number(day)} ${name} ${year}` : name ? `${name} ${year}` : iso;
  }

  list(words: string[]): string {
    return words.join(", ");
  }
}
