// The custom element <minutebook-search>: holds what is chosen and what was answered, asks the service on submit, and
// tells the page by events. Drawing is in view_*.ts, the service's addresses in service.ts.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { MinutebookSearchElement } from "../minutebook-search.js";
import { Announcer } from "./announcer.js";
import { type Answer, type FacetValue, type Result, ServiceError } from "./answer.js";
import { readDate } from "./read_date.js";
import {
  asksForSomething,
  composeQuery,
  emptyState,
  type FilterField,
  type FixedFilters,
  hasFilters,
  type SearchState,
} from "./search_state.js";
import { Service } from "./service.js";
import { styles } from "./styles.js";
import { type Language, languageOf, Texts } from "./texts.js";
import { addressOf, readAddress, type UrlStateMode, urlStateMode } from "./url_state.js";
import { chosenView, type DateName, type FormView, formView, type PanelPart, panelParts } from "./view_form.js";
import { countOf, resultsView } from "./view_results.js";

const defaultRows = 10;
const mostRows = 50;
const facetValues = 50;
const slowMilliseconds = 300;

/** "a; b" */
function namesIn(attribute: string): string[] {
  return attribute
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

export class MinutebookSearch extends LitElement implements MinutebookSearchElement {
  static override styles = styles;
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
    draft: { state: true },
    asked: { state: true },
    answer: { state: true },
    problem: { state: true },
    facets: { state: true },
    opened: { state: true },
    panelOpen: { state: true },
    wrongDates: { state: true },
    busy: { state: true },
    slow: { state: true },
    status: { state: true },
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

  private declare draft: SearchState;
  private declare asked: SearchState;
  private declare answer: Answer | null;
  private declare problem: ServiceError | null;
  private declare facets: Record<string, FacetValue[]>;
  private declare opened: Set<FilterField>;
  private declare panelOpen: boolean;
  private declare wrongDates: Partial<Record<DateName, string>>;
  private declare busy: boolean;
  private declare slow: boolean;
  private declare status: string;

  private texts = new Texts("en");
  private service: Service | null = null;
  private running: AbortController | null = null;
  private readonly names = new Map<string, string>(); // "council/ZZA" -> label, of all answers so far
  private readonly announcer = new Announcer((text) => (this.status = text));
  private readonly restore = () => this.showAddress();

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
    this.draft = emptyState();
    this.asked = emptyState();
    this.answer = null;
    this.problem = null;
    this.facets = {};
    this.opened = new Set();
    this.panelOpen = false;
    this.wrongDates = {};
    this.busy = false;
    this.slow = false;
    this.status = "";
  }

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener("popstate", this.restore);
    this.takeForm();
    if (this.mode() !== "none") this.restore();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener("popstate", this.restore);
    this.announcer.cancel();
    this.running?.abort();
    this.busy = false;
  }

  /** Searches as if the words had been typed and sent. */
  search(text: string): Promise<void> {
    return this.run({ ...structuredClone(this.asked), text, page: 1 }, { push: true, announce: true });
  }

  /** The answer that is shown, as the service sent it; null: there is none. */
  get results(): Answer | null {
    return this.answer;
  }

  private mode(): UrlStateMode {
    return urlStateMode(this.urlState);
  }

  private rows(): number {
    return Number.isInteger(this.pageSize) && this.pageSize >= 1 ? Math.min(this.pageSize, mostRows) : defaultRows;
  }

  private fixed(): FixedFilters {
    return { councils: namesIn(this.councils), committees: namesIn(this.committees) };
  }

  private parts(): PanelPart[] {
    if (this.hideFilters === "") return [];
    const hidden = (this.hideFilters ?? "").split(/[\s,;]+/).map((name) => (name === "year" ? "calendar-year" : name));
    const fixed = this.fixed();
    if (fixed.councils.length === 1) hidden.push("council");
    if (fixed.committees.length === 1) hidden.push("council", "committee");
    return panelParts.filter((part) => !hidden.includes(part));
  }

  /** The form for browsers without scripts leads to the service and may hold words to begin with. */
  private takeForm() {
    const form = this.querySelector("form");
    if (form === null) return;
    const box = form.querySelector<HTMLInputElement>("input[name=q]");
    if (box !== null && box.value !== "" && this.draft.text === "") this.draft = { ...this.draft, text: box.value };
    if (this.src === "") this.src = new URL(".", form.action).href;
  }

  private base(): URL {
    const address = new URL(this.src || new URL("../../", import.meta.url).href, document.baseURI);
    if (!address.pathname.endsWith("/")) address.pathname += "/";
    address.search = "";
    address.hash = "";
    return address;
  }

  private ask(): Service {
    const base = this.base();
    if (this.service === null || this.service.base.href !== base.href) this.service = new Service(base);
    return this.service;
  }

  private currentLanguage(): Language {
    const page = this.closest("[lang]")?.getAttribute("lang") ?? "";
    return languageOf(this.language || page);
  }

  protected override willUpdate(changed: PropertyValues) {
    const language = this.currentLanguage();
    if (language !== this.texts.language || changed.has("language")) this.texts = new Texts(language);
  }

  // ---- searching ----

  private showAddress() {
    const state = readAddress(this.mode(), this.urlPrefix);
    if (this.mode() === "none") return;
    if (asksForSomething(state)) {
      void this.run(state, { push: false, announce: false });
      return;
    }
    if (this.answer === null && this.problem === null) return;
    this.running?.abort();
    this.draft = state;
    this.asked = emptyState();
    this.answer = null;
    this.problem = null;
    this.busy = false;
  }

  private datesAreRight(state: SearchState): boolean {
    const wrong: typeof this.wrongDates = {};
    for (const name of ["from", "to"] as const) {
      if (state[name].trim() !== "" && readDate(state[name]) === "")
        wrong[name] = this.texts.text("date.wrong", { typed: state[name].trim() });
    }
    const [from, to] = [readDate(state.from), readDate(state.to)];
    // Years and municipal years begin alike: what is longer than the other is compared as far as both go.
    const shared = Math.min(from.replace(/\/.*/, "").length, to.replace(/\/.*/, "").length);
    if (from !== "" && to !== "" && to.slice(0, shared) < from.slice(0, shared)) wrong.to = this.texts.text("date.order");
    this.wrongDates = wrong;
    return Object.keys(wrong).length === 0;
  }

  private tell(name: string, detail: object): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  private async run(state: SearchState, how: { push: boolean; announce: boolean }): Promise<void> {
    if (!this.datesAreRight(state)) {
      this.draft = state;
      return this.showWrongDate();
    }
    const query = composeQuery(state, this.fixed());
    if (!this.tell("mb-search", { query, text: state.text, page: state.page, sort: state.sort })) return;
    this.running?.abort();
    const running = (this.running = new AbortController());
    this.draft = structuredClone(state);
    this.busy = true;
    const slow = window.setTimeout(() => (this.slow = running === this.running && this.busy), slowMilliseconds);
    try {
      const facets = this.parts().filter((part) => part !== "date" && part !== "sort");
      const wanted = { query, sort: state.sort, expand: state.expand, page: state.page, rows: this.rows() };
      const names = [...new Set([...facets, "council"])].map((name) => `${name}:${facetValues}`);
      const { answer, page } = await this.ask().search({ ...wanted, facets: names }, running.signal);
      if (running.signal.aborted) return;
      this.show({ ...state, page }, answer);
      if (how.push) this.push();
      if (how.announce) this.announcer.announce(countOf(answer, this.texts));
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof ServiceError)) throw error;
      this.asked = structuredClone(state);
      this.answer = null;
      this.problem = error;
      if (how.announce) this.announcer.announce(this.texts.text(error.kind));
    } finally {
      window.clearTimeout(slow);
      if (running === this.running) this.busy = this.slow = false;
    }
  }

  private show(state: SearchState, answer: Answer) {
    this.learn(answer);
    this.facets = answer.facets;
    this.problem = null;
    if (!this.tell("mb-results", { query: answer.query, answer })) return;
    this.asked = structuredClone(state);
    this.answer = answer;
  }

  private push() {
    if (this.mode() === "none") return;
    const address = addressOf(this.mode(), this.urlPrefix, this.asked);
    if (address !== location.href) history.pushState(null, "", address);
  }

  private learn(answer: Answer) {
    for (const [field, values] of Object.entries(answer.facets)) {
      for (const one of values) this.names.set(`${field}/${one.value}`, one.label);
    }
  }

  /** Filters can be used before any words are typed: their values are fetched when the panel is opened. */
  private async fillPanel() {
    if (Object.keys(this.facets).length > 0 || this.busy) return;
    const running = (this.running = new AbortController());
    const facets = this.parts().filter((part) => part !== "date" && part !== "sort");
    const names = facets.map((name) => `${name}:${facetValues}`);
    const query = composeQuery(emptyState(), this.fixed());
    try {
      const wanted = { query, sort: "relevance", expand: true, page: 1, rows: 1 };
      const { answer } = await this.ask().search({ ...wanted, facets: names }, running.signal);
      if (running.signal.aborted) return;
      this.learn(answer);
      this.facets = answer.facets;
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof ServiceError)) throw error;
      this.problem = error;
    }
  }

  private async showWrongDate() {
    this.panelOpen = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('input[aria-invalid="true"]')?.focus();
  }

  private async focusHeading() {
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>("#results");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }

  // ---- what people do ----

  private change(change: (state: SearchState) => void) {
    const state = structuredClone(this.draft);
    change(state);
    this.draft = state;
  }

  private async turn(event: Event, page: number) {
    const click = event as MouseEvent;
    if (click.ctrlKey || click.metaKey || click.shiftKey) return; // a new window: the link has an address
    event.preventDefault();
    await this.run({ ...structuredClone(this.asked), page }, { push: true, announce: true });
    await this.focusHeading();
  }

  /** From the panel: it closes over what was chosen, so that the results are in sight. */
  private async submit(panel: boolean) {
    await this.run({ ...structuredClone(this.draft), page: 1 }, { push: true, announce: true });
    if (!panel || Object.keys(this.wrongDates).length > 0) return;
    this.panelOpen = false;
    await this.focusHeading();
  }

  private async refine(change: (state: SearchState) => void) {
    const state = { ...structuredClone(this.asked), page: 1 };
    change(state);
    await this.run(state, { push: true, announce: true });
    // The button that was pressed is gone.
    await this.focusHeading();
  }

  private select(event: Event, result: Result) {
    const href = (event.currentTarget as HTMLAnchorElement).href;
    if (!this.tell("mb-select", { id: result.id, href, result })) event.preventDefault();
  }

  private labelOf(field: string, value: string): string {
    if (field === "kind" && this.texts.has(`kind.${value}`)) return this.texts.text(`kind.${value}`);
    const label = this.names.get(`${field}/${value}`) ?? value;
    const [council] = field === "committee" ? value.split("/") : [""];
    const several = [...this.names.keys()].filter((key) => key.startsWith("council/")).length > 1;
    const shown = value === "unknown" || value.endsWith("/unknown") ? this.texts.text("unknown") : label;
    const name = several && council ? this.names.get(`council/${council}`) : undefined;
    return name ? `${shown}, ${name}` : shown;
  }

  // ---- drawing ----

  private formParts(): FormView {
    return {
      draft: this.draft,
      asked: this.asked,
      parts: this.parts(),
      facets: this.facets,
      opened: this.opened,
      panelOpen: this.panelOpen,
      wrongDates: this.wrongDates,
      texts: this.texts,
      labelOf: (field, value) => this.labelOf(field, value),
      type: (text) => this.change((state) => (state.text = text)),
      submit: (event) => {
        event.preventDefault();
        const button = (event as SubmitEvent).submitter;
        void this.submit(button !== null && button.closest("details") !== null);
      },
      choose: (field, value, chosen) =>
        this.change((state) => {
          const others = state.filters[field].filter((kept) => kept !== value);
          state.filters[field] = chosen ? [...others, value] : others;
        }),
      date: (name, typed) => this.change((state) => (state[name] = typed)),
      sort: (order) => this.change((state) => (state.sort = order)),
      toggle: (open) => {
        this.panelOpen = open;
        if (open) void this.fillPanel();
      },
      list: (field) => {
        const opened = new Set(this.opened);
        if (!opened.delete(field)) opened.add(field);
        this.opened = opened;
      },
      remove: (_event, change) => void this.refine(change),
    };
  }

  private councilNames(): Map<string, string> {
    const councils = [...this.names].filter(([key]) => key.startsWith("council/"));
    return new Map(councils.map(([key, label]) => [key.slice("council/".length), label]));
  }

  private answerParts(answer: Answer): TemplateResult {
    return resultsView({
      answer,
      page: this.asked.page,
      rows: this.rows(),
      expand: this.asked.expand,
      filtered: hasFilters(this.asked),
      dated: this.asked.from !== "" || this.asked.to !== "",
      texts: this.texts,
      service: this.base(),
      councils: this.councilNames(),
      labelOf: (field, value) => this.labelOf(field, value),
      select: (event, result) => this.select(event, result),
      setExpand: (expand) => void this.refine((state) => (state.expand = expand)),
      correct: (typed, suggestion) => void this.refine((state) => (state.text = state.text.replace(typed, suggestion))),
      pageAddress: (page) => (this.mode() === "none" ? null : addressOf(this.mode(), this.urlPrefix, { ...this.asked, page })),
      turn: (event, page) => void this.turn(event, page),
    });
  }

  private problemParts(problem: ServiceError): TemplateResult {
    return html`<p>${this.texts.text(problem.kind)}</p>
      ${problem.detail ? html`<p lang="en">${problem.detail}</p>` : nothing}
      ${problem.hint ? html`<p lang="en">${problem.hint}</p>` : nothing}
      ${problem.kind === "refused"
        ? nothing
        : html`<p>
            <button
              type="button"
              @click=${() => void this.run(structuredClone(this.asked), { push: true, announce: true })}
            >
              ${this.texts.text("again")}
            </button>
          </p>`}`;
  }

  private outcome(): TemplateResult | typeof nothing {
    const { answer, problem } = this;
    if (answer === null && problem === null) {
      return this.slow ? html`<p class="outcome note">${this.texts.text("searching")}</p>` : nothing;
    }
    const heading = problem ? this.texts.text("trouble") : answer ? countOf(answer, this.texts) : "";
    return html`<section class="outcome" aria-labelledby="results" aria-busy=${this.busy} part="results">
      <h2 id="results" tabindex="-1" part="heading">${heading}</h2>
      ${this.slow ? html`<p class="note">${this.texts.text("searching")}</p>` : nothing}
      ${problem ? this.problemParts(problem) : answer ? this.answerParts(answer) : nothing}
    </section>`;
  }

  protected override render(): TemplateResult {
    const form = this.formParts();
    return html`<div class="root" part="root" lang=${this.texts.language}>
      <slot name="heading"></slot>
      ${formView(form, this.label || this.texts.text("label"))} ${chosenView(form)}
      <p class="hidden" role="status" aria-live="polite" aria-atomic="true">${this.status}</p>
      ${this.outcome()}
      <slot name="footer"></slot>
    </div>`;
  }
}

if (customElements.get("minutebook-search") === undefined) {
  customElements.define("minutebook-search", MinutebookSearch);
}
