// The custom element <minutebook-search>: what people do with it, and the whole that is drawn. What it asks and holds is in
// searching.ts, what pages set in attributes.ts, how its parts look in view_*.ts.
import { html, nothing, type TemplateResult } from "lit";
import type { MinutebookSearchElement } from "../minutebook-search.js";
import type { Answer, Result, ServiceError } from "./answer.js";
import { countOf } from "./count_of.js";
import { hasFilters, type SearchState } from "./search_state.js";
import { SearchingElement } from "./searching.js";
import { styles } from "./styles.js";
import { addressOf } from "./url_state.js";
import { chosenView, type FormView, formView } from "./view_form.js";
import { resultsView } from "./view_results.js";

export class MinutebookSearch extends SearchingElement implements MinutebookSearchElement {
  static override styles = styles;

  private async focusHeading() {
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>("#results");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }

  /** The box that is wrong, beside which it says why. */
  private async focusWrongDate() {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('input[aria-invalid="true"]')?.focus();
  }

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
    if (Object.keys(this.wrongDates).length > 0) return this.focusWrongDate();
    if (!panel) return;
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
      labelOf: (field, value) => this.labels.of(field, value, this.texts),
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

  private answerParts(answer: Answer): TemplateResult {
    return resultsView({
      answer,
      page: this.asked.page,
      rows: this.rows(),
      expand: this.asked.expand,
      filtered: hasFilters(this.asked),
      dated: this.asked.from !== "" || this.asked.to !== "",
      texts: this.texts,
      said: this.said,
      service: this.base(),
      councils: this.labels.councils(),
      labelOf: (field, value) => this.labels.of(field, value, this.texts),
      select: (event, result) => this.select(event, result),
      setExpand: (expand) => void this.refine((state) => (state.expand = expand)),
      correct: (typed, suggestion) => void this.refine((state) => (state.text = state.text.replace(typed, suggestion))),
      pageAddress: (page) => (this.mode() === "none" ? null : addressOf(this.mode(), this.urlPrefix, { ...this.asked, page })),
      turn: (event, page) => void this.turn(event, page),
    });
  }

  private problemParts(problem: ServiceError): TemplateResult {
    return html`<p>${this.texts.text(problem.kind)}</p>
      ${problem.detail ? html`<p lang=${problem.said}>${problem.detail}</p>` : nothing}
      ${problem.hint ? html`<p lang=${problem.said}>${problem.hint}</p>` : nothing}
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
