// What the service answers, as far as the element shows it. Knows nothing of how it is fetched or drawn.

export interface Run {
  t: string;
  h?: 1;
}

export interface Mention {
  id: string;
  match: "whole" | "part";
  kind: string;
  page: number | null;
  scanned?: boolean;
  paragraph: string | null;
  text: string;
  runs: Run[];
}

export interface Result {
  id: string;
  tier: "all" | "some";
  number: string | null;
  title: string;
  council: string | null;
  council_name?: string | null;
  committee: string | null;
  date: string | null;
  paper: { id: string; kind: string; title: string; url: string | null; copies: string[]; lang?: string | null };
  mentions: Mention[];
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  selected?: boolean;
}

export interface Answer {
  query: string;
  revision: number;
  interpreted: {
    text: string;
    optional: string[];
    expansions: { of: string; to: string[]; items: number }[];
    notes?: string[];
  };
  totals: { items: number; papers: number; meetings: number; some: number };
  coverage: {
    papers: number;
    not_searched: number;
    undated: number;
    from: string | null;
    to: string | null;
    unread_pages?: number;
  };
  complete: boolean;
  facets: Record<string, FacetValue[]>;
  results: Result[];
  next: string | null;
  emptied?: { alone: { typed: string; filter: boolean; items: number }[] };
  suggestions?: { query: string; items: number; corrections: { typed: string; suggestion: string }[] }[];
}

/** Why there is no answer. `detail` and `hint` are the service's own words, in the language `said`. */
export class ServiceError extends Error {
  constructor(
    readonly kind: "refused" | "busy" | "unreachable",
    readonly detail = "",
    readonly hint = "",
    readonly said = "en",
  ) {
    super(detail || kind);
  }
}
