// What a page says of the element by its attributes, with their defaults, and what follows from them: the service's
// address, the language, the filters that are fixed or shown. Knows nothing of searching or drawing.
import { LitElement } from "lit";
import type { FixedFilters } from "./search_state.js";
import { type Language, languageOf } from "./texts.js";
import { type UrlStateMode, urlStateMode } from "./url_state.js";
import { type PanelPart, panelParts } from "./view_form.js";

const defaultRows = 10;
const mostRows = 50;

/** "a; b" */
function namesIn(attribute: string): string[] {
  return attribute
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

export class ElementWithAttributes extends LitElement {
  static override properties = {
    src: {},
    language: { reflect: true },
    theme: { reflect: true },
    label: {},
    councils: {},
    committees: {},
    hideFilters: { attribute: "hide-filters" },
    urlState: { attribute: "url-state" },
    urlPrefix: { attribute: "prefix" },
    pageSize: { attribute: "page-size", type: Number },
  };

  /** Address of the service; without it, where this module comes from, or where the form inside leads. */
  declare src: string;
  declare language: string;
  declare theme: "auto" | "light" | "dark";
  declare label: string;
  declare councils: string;
  declare committees: string;
  declare hideFilters: string | null;
  declare urlState: string;
  declare urlPrefix: string;
  declare pageSize: number;

  constructor() {
    super();
    this.src = "";
    this.language = "";
    this.theme = "auto";
    this.label = "";
    this.councils = "";
    this.committees = "";
    this.hideFilters = null;
    this.urlState = "none";
    this.urlPrefix = "mb";
    this.pageSize = defaultRows;
  }

  protected mode(): UrlStateMode {
    return urlStateMode(this.urlState);
  }

  protected rows(): number {
    return Number.isInteger(this.pageSize) && this.pageSize >= 1 ? Math.min(this.pageSize, mostRows) : defaultRows;
  }

  protected fixed(): FixedFilters {
    return { councils: namesIn(this.councils), committees: namesIn(this.committees) };
  }

  protected parts(): PanelPart[] {
    if (this.hideFilters === "") return [];
    const hidden = (this.hideFilters ?? "").split(/[\s,;]+/).map((name) => (name === "year" ? "calendar-year" : name));
    const fixed = this.fixed();
    if (fixed.councils.length === 1) hidden.push("council");
    if (fixed.committees.length === 1) hidden.push("council", "committee");
    return panelParts.filter((part) => !hidden.includes(part));
  }

  protected base(): URL {
    const address = new URL(this.src || new URL("../../", import.meta.url).href, document.baseURI);
    if (!address.pathname.endsWith("/")) address.pathname += "/";
    address.search = "";
    address.hash = "";
    return address;
  }

  protected currentLanguage(): Language {
    const page = this.closest("[lang]")?.getAttribute("lang") ?? "";
    return languageOf(this.language || page);
  }
}
