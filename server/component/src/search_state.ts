// What is asked for: words, filters, dates, order, page; as the service's query language and as parameters of an address.
// Knows nothing of drawing or fetching.
import { readDate } from "./read_date.js";

/** Facets that can be filtered by, in the order of the panel. */
export const filterFields = ["council", "committee", "kind", "calendar-year", "topic"] as const;
export type FilterField = (typeof filterFields)[number];
export type SortOrder = "relevance" | "newest" | "oldest";

export interface SearchState {
  text: string;
  filters: Record<FilterField, string[]>;
  from: string; // as typed
  to: string;
  sort: SortOrder;
  expand: boolean;
  page: number; // from 1
}

export function emptyState(): SearchState {
  const filters = Object.fromEntries(filterFields.map((field) => [field, [] as string[]]));
  return {
    text: "",
    filters: filters as SearchState["filters"],
    from: "",
    to: "",
    sort: "relevance",
    expand: true,
    page: 1,
  };
}

export function hasFilters(state: SearchState): boolean {
  return filterFields.some((field) => state.filters[field].length > 0) || state.from !== "" || state.to !== "";
}

/** Names or codes that the page fixes; readers cannot change them. */
export interface FixedFilters {
  councils: string[];
  committees: string[];
}

/** In quotes, a backslash or a quote cannot be written: both are punctuation to the service. */
function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, " ").trim()}"`;
}

function anyOf(field: string, values: string[]): string {
  const all = values.map(quoted).filter((value) => value !== '""');
  if (all.length === 0) return "";
  return all.length === 1 ? `${field}:${all[0]}` : `${field}:(${all.join(" OR ")})`;
}

/**
 * The words in parentheses where they have operators, so that filters hold for every alternative; plain words stay
 * plain, because they are one question to the service.
 */
function ownWords(text: string): string {
  const words = text.trim();
  return /(^|\s)OR(\s|$)/.test(words) ? `(${words})` : words;
}

/** Dates must have been checked: what readDate() cannot read is left out. */
export function composeQuery(state: SearchState, fixed: FixedFilters): string {
  const from = readDate(state.from);
  const to = readDate(state.to);
  const filters = [
    anyOf("council", fixed.councils),
    anyOf("committee", fixed.committees),
    ...filterFields.map((field) => anyOf(field, state.filters[field])),
    from ? `since:${from}` : "",
    to ? `until:${to}` : "",
  ].filter((part) => part !== "");
  return [filters.length > 0 ? ownWords(state.text) : state.text.trim(), ...filters]
    .filter((part) => part !== "")
    .join(" ");
}

const plainNames = ["from", "to"] as const;

/** Only what differs from an empty search, so that addresses stay short. */
export function toParameters(state: SearchState, prefix: string): [string, string][] {
  const pairs: [string, string][] = [];
  const add = (name: string, value: string) => pairs.push([`${prefix}-${name}`, value]);
  if (state.text) add("q", state.text);
  for (const field of filterFields) for (const value of state.filters[field]) add(field, value);
  for (const name of plainNames) if (state[name]) add(name, state[name]);
  if (state.sort !== "relevance") add("sort", state.sort);
  if (!state.expand) add("expand", "no");
  if (state.page > 1) add("page", String(state.page));
  return pairs;
}

export function fromParameters(parameters: URLSearchParams, prefix: string): SearchState {
  const state = emptyState();
  const one = (name: string) => parameters.get(`${prefix}-${name}`) ?? "";
  state.text = one("q");
  for (const field of filterFields) state.filters[field] = parameters.getAll(`${prefix}-${field}`);
  for (const name of plainNames) state[name] = one(name);
  const sort = one("sort");
  if (sort === "newest" || sort === "oldest") state.sort = sort;
  state.expand = one("expand") !== "no";
  const page = Number(one("page"));
  if (Number.isInteger(page) && page > 1) state.page = page;
  return state;
}

/** Whether anything was asked for. */
export function asksForSomething(state: SearchState): boolean {
  return toParameters(state, "x").length > 0;
}
