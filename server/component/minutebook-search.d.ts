// The element <minutebook-search> as pages in TypeScript see it.

export interface MinutebookSearchElement extends HTMLElement {
  /** Address of the service. */
  src: string;
  language: string;
  theme: "auto" | "light" | "dark";
  label: string;
  /** Names or codes with ";" between. */
  councils: string;
  /** Names with ";" between. */
  committees: string;
  /** Names with spaces between; "" hides all; null none. */
  hideFilters: string | null;
  urlState: string;
  /** Of the parameters in the page's address; attribute "prefix". */
  urlPrefix: string;
  pageSize: number;
  /** Searches as if the words had been typed and sent. */
  search(text: string): Promise<void>;
  /** The answer that is shown, as /api/v1/search sent it; null: there is none. */
  readonly results: object | null;
}

/** Cancelled: nothing is asked. */
export type MinutebookSearchEvent = CustomEvent<{ query: string; text: string; page: number; sort: string }>;
/** Cancelled: the element does not show the answer. */
export type MinutebookResultsEvent = CustomEvent<{ query: string; answer: object }>;
/** Cancelled: the link is not followed. */
export type MinutebookSelectEvent = CustomEvent<{ id: string; href: string; result: object }>;

declare global {
  interface HTMLElementTagNameMap {
    "minutebook-search": MinutebookSearchElement;
  }
  interface HTMLElementEventMap {
    "mb-search": MinutebookSearchEvent;
    "mb-results": MinutebookResultsEvent;
    "mb-select": MinutebookSelectEvent;
  }
}
