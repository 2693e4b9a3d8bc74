// Asks the service on submit and holds what was answered: states, the address of the page, events that pages hear and may
// cancel, announcements. Knows nothing of how anything is drawn.
import type { PropertyValues } from "lit";
import { Announcer } from "./announcer.js";
import { type Answer, type FacetValue, ServiceError } from "./answer.js";
import { ElementWithAttributes } from "./attributes.js";
import { countOf } from "./count_of.js";
import { Labels } from "./labels.js";
import { asksForSomething, composeQuery, emptyState, type FilterField, type SearchState } from "./search_state.js";
import { Service } from "./service.js";
import { Texts } from "./texts.js";
import { addressOf, readAddress } from "./url_state.js";
import { type DateName, wrongDates } from "./wrong_dates.js";

const facetValues = 50;
const slowMilliseconds = 300;

export class SearchingElement extends ElementWithAttributes {
  static override properties = {
    ...ElementWithAttributes.properties,
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

  protected declare draft: SearchState;
  protected declare asked: SearchState;
  protected declare answer: Answer | null;
  protected declare problem: ServiceError | null;
  protected declare facets: Record<string, FacetValue[]>;
  protected declare opened: Set<FilterField>;
  protected declare panelOpen: boolean;
  protected declare wrongDates: Partial<Record<DateName, string>>;
  protected declare busy: boolean;
  protected declare slow: boolean;
  protected declare status: string;

  protected texts = new Texts("en");
  protected readonly labels = new Labels();
  protected said = "en"; // language of what the answer says in sentences
  private service: Service | null = null;
  private running: AbortController | null = null;
  private readonly announcer = new Announcer((text) => (this.status = text));
  private readonly restore = () => this.showAddress();

  constructor() {
    super();
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

  /** The form for browsers without scripts leads to the service and may hold words to begin with. */
  private takeForm() {
    const form = this.querySelector("form");
    if (form === null) return;
    const box = form.querySelector<HTMLInputElement>("input[name=q]");
    if (box !== null && box.value !== "" && this.draft.text === "") this.draft = { ...this.draft, text: box.value };
    if (this.src === "") this.src = new URL(".", form.action).href;
  }

  private ask(): Service {
    const base = this.base();
    if (this.service === null || this.service.base.href !== base.href) this.service = new Service(base);
    return this.service;
  }

  protected override willUpdate(changed: PropertyValues) {
    const language = this.currentLanguage();
    if (language !== this.texts.language || changed.has("language")) this.texts = new Texts(language);
  }

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

  protected tell(name: string, detail: object): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  protected async run(state: SearchState, how: { push: boolean; announce: boolean }): Promise<void> {
    this.wrongDates = wrongDates(state, this.texts);
    if (Object.keys(this.wrongDates).length > 0) {
      this.draft = state;
      this.panelOpen = true;
      return;
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
      const { language } = this.texts;
      const wanted = { query, language, sort: state.sort, expand: state.expand, page: state.page, rows: this.rows() };
      const names = [...new Set([...facets, "council"])].map((name) => `${name}:${facetValues}`);
      const { answer, page, said } = await this.ask().search({ ...wanted, facets: names }, running.signal);
      if (running.signal.aborted) return;
      this.said = said;
      this.show({ ...state, page }, answer);
      if (how.push) this.push();
      if (how.announce) this.announcer.announce(countOf(answer, this.texts));
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof ServiceError)) throw error;
      if (error.kind === "unreachable") this.tellAuthor();
      this.asked = structuredClone(state);
      this.answer = null;
      this.problem = error;
      if (how.announce) this.announcer.announce(this.texts.text(error.kind));
    } finally {
      window.clearTimeout(slow);
      if (running === this.running) this.busy = this.slow = false;
    }
  }

  /** A browser does not tell scripts whether nobody answered or this site may not ask; its author should know of both. */
  private tellAuthor() {
    const page = location.protocol === "file:" ? "a page without a site (file://)" : location.origin;
    console.warn(
      `<minutebook-search>: no answer from ${this.base().href}. If the service runs, its setting "origins" may lack this page's: ${page}`,
    );
  }

  private show(state: SearchState, answer: Answer) {
    this.labels.learn(answer);
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

  /** Filters can be used before any words are typed: their values are fetched when the panel is opened. */
  protected async fillPanel() {
    if (Object.keys(this.facets).length > 0 || this.busy) return;
    const running = (this.running = new AbortController());
    const facets = this.parts().filter((part) => part !== "date" && part !== "sort");
    const names = facets.map((name) => `${name}:${facetValues}`);
    const query = composeQuery(emptyState(), this.fixed());
    try {
      const { language } = this.texts;
      const wanted = { query, language, sort: "relevance", expand: true, page: 1, rows: 1 };
      const { answer } = await this.ask().search({ ...wanted, facets: names }, running.signal);
      if (running.signal.aborted) return;
      this.labels.learn(answer);
      this.facets = answer.facets;
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof ServiceError)) throw error;
      this.problem = error;
    }
  }
}
