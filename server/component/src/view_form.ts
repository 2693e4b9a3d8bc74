// Draws the box, the panel of filters and the sentences of those in use. Knows what is chosen and nothing of searching.
import { html, nothing, type TemplateResult } from "lit";
import type { FacetValue } from "./answer.js";
import { readDate } from "./read_date.js";
import { type FilterField, filterFields, type SearchState, type SortOrder } from "./search_state.js";
import type { Texts } from "./texts.js";
import type { DateName } from "./wrong_dates.js";

/** What the panel can hold; pages hide any of it. */
export const panelParts = [...filterFields, "date", "sort"] as const;
export type PanelPart = (typeof panelParts)[number];

export interface FormView {
  draft: SearchState; // as chosen in the form, not yet asked
  asked: SearchState; // of the answer that is shown
  parts: PanelPart[];
  facets: Record<string, FacetValue[]>;
  opened: Set<FilterField>; // lists shown in full
  panelOpen: boolean;
  wrongDates: Partial<Record<DateName, string>>; // texts
  texts: Texts;
  labelOf(field: FilterField, value: string): string;
  type(text: string): void;
  submit(event: Event): void;
  choose(field: FilterField, value: string, chosen: boolean): void;
  date(name: DateName, typed: string): void;
  sort(order: SortOrder): void;
  toggle(open: boolean): void;
  list(field: FilterField): void;
  remove(event: Event, change: (state: SearchState) => void): void;
}

const optionsShown = 6;

/** Options of a list: those of the answer, and those that are chosen though nothing has them. */
function optionsOf(view: FormView, field: FilterField): FacetValue[] {
  const known = view.facets[field] ?? [];
  const chosen = view.draft.filters[field].filter((value) => !known.some((one) => one.value === value));
  const extra = chosen.map((value) => ({ value, label: value, count: 0 }));
  const options = [...known, ...extra];
  if (field !== "calendar-year") return options;
  // Newest first, then papers without a date.
  const year = (one: FacetValue) => Number(one.value) || 0;
  return options.sort((a, b) => year(b) - year(a));
}

function option(view: FormView, field: FilterField, one: FacetValue, i: number): TemplateResult {
  const id = `${field}-${i}`;
  const change = (event: Event) => view.choose(field, one.value, (event.target as HTMLInputElement).checked);
  return html`<div class="option">
    <input
      type="checkbox"
      id=${id}
      .checked=${view.draft.filters[field].includes(one.value)}
      @change=${change}
    />
    <label for=${id}>${view.texts.text("option", { label: view.labelOf(field, one.value), n: one.count })}</label>
  </div>`;
}

function facet(view: FormView, field: FilterField): TemplateResult | typeof nothing {
  const options = optionsOf(view, field);
  if (options.length === 0) return nothing;
  const { texts } = view;
  const opened = view.opened.has(field);
  const chosen = (one: FacetValue) => view.draft.filters[field].includes(one.value);
  const shown = opened ? options : options.filter((one, i) => i < optionsShown || chosen(one));
  const more = options.length > optionsShown;
  return html`<fieldset part="filter">
    <legend>${texts.text(`field.${field}`)}</legend>
    ${shown.map((one) => option(view, field, one, options.indexOf(one)))}
    ${more
      ? html`<button type="button" class="link" aria-expanded=${opened} @click=${() => view.list(field)}>
          ${texts.text(`${opened ? "fewer" : "more"}.${field}`, { n: options.length })}
        </button>`
      : nothing}
  </fieldset>`;
}

function dateBox(view: FormView, name: DateName): TemplateResult {
  const wrong = view.wrongDates[name];
  const described = wrong ? `hint-dates wrong-${name}` : "hint-dates";
  return html`<div class="pair">
    <label for=${name}>${view.texts.text(name)}</label>
    ${wrong ? html`<p class="wrong" id="wrong-${name}">${wrong}</p>` : nothing}
    <input
      type="text"
      id=${name}
      autocomplete="off"
      part="input"
      .value=${view.draft[name]}
      aria-invalid=${wrong ? "true" : "false"}
      aria-describedby=${described}
      @input=${(event: Event) => view.date(name, (event.target as HTMLInputElement).value)}
    />
  </div>`;
}

function dates(view: FormView): TemplateResult {
  return html`<fieldset part="filter">
    <legend>${view.texts.text("dates")}</legend>
    <p class="hint" id="hint-dates">${view.texts.text("date.hint")}</p>
    ${dateBox(view, "from")} ${dateBox(view, "to")}
  </fieldset>`;
}

function order(view: FormView): TemplateResult {
  const orders: SortOrder[] = ["relevance", "newest", "oldest"];
  return html`<div class="set" part="filter">
    <label for="sort">${view.texts.text("sort")}</label>
    <select
      id="sort"
      part="input"
      @change=${(event: Event) => view.sort((event.target as HTMLSelectElement).value as SortOrder)}
    >
      ${orders.map(
        (one) => html`<option value=${one} ?selected=${view.draft.sort === one}>${view.texts.text(`sort.${one}`)}</option>`,
      )}
    </select>
  </div>`;
}

function filtersSet(state: SearchState): number {
  const values = filterFields.reduce((sum, field) => sum + state.filters[field].length, 0);
  return values + Number(state.from !== "") + Number(state.to !== "");
}

function clearAll(state: SearchState) {
  for (const field of filterFields) state.filters[field] = [];
  state.from = "";
  state.to = "";
}

function panel(view: FormView): TemplateResult | typeof nothing {
  if (view.parts.length === 0) return nothing;
  const { texts } = view;
  const set = filtersSet(view.asked);
  const has = (part: PanelPart) => view.parts.includes(part);
  return html`<details
    part="panel"
    ?open=${view.panelOpen}
    @toggle=${(event: Event) => view.toggle((event.target as HTMLDetailsElement).open)}
  >
    <summary>${set > 0 ? texts.text("panel.set", { n: set }) : texts.text("panel")}</summary>
    <div class="panel">
      <div class="sets">
        ${has("sort") ? order(view) : nothing} ${has("date") ? dates(view) : nothing}
        ${filterFields.filter(has).map((field) => facet(view, field))}
      </div>
      <div class="actions">
        <button class="main" part="button apply">${texts.text("apply")}</button>
        ${set > 0
          ? html`<button type="button" class="link" @click=${(event: Event) => view.remove(event, clearAll)}>
              ${texts.text("clear")}
            </button>`
          : nothing}
      </div>
    </div>
  </details>`;
}

export function formView(view: FormView, label: string): TemplateResult {
  const { texts } = view;
  return html`<form role="search" aria-label=${texts.text("landmark")} part="form" novalidate @submit=${view.submit}>
    <label for="q" part="label">${label}</label>
    <div class="line">
      <input
        type="search"
        id="q"
        part="input"
        autocomplete="off"
        enterkeyhint="search"
        .value=${view.draft.text}
        @input=${(event: Event) => view.type((event.target as HTMLInputElement).value)}
      />
      <button class="main" part="button search">${texts.text("search")}</button>
    </div>
    <slot name="tips"></slot>
    ${panel(view)}
  </form>`;
}

/** The filters of the answer as sentences, each with a button that takes it away. */
export function chosenView(view: FormView): TemplateResult | typeof nothing {
  const { asked, texts } = view;
  const one = (sentence: string, change: (state: SearchState) => void) => html`<li>
    <button type="button" part="button chosen" @click=${(event: Event) => view.remove(event, change)}>
      <span class="hidden">${texts.text("remove")} </span>${sentence} <span aria-hidden="true">✕</span>
    </button>
  </li>`;
  const shown = filterFields.flatMap((field) =>
    asked.filters[field].map((value) =>
      one(texts.text(`filter.${field}`, { label: view.labelOf(field, value) }), (state) => {
        state.filters[field] = state.filters[field].filter((kept) => kept !== value);
      }),
    ),
  );
  for (const name of ["from", "to"] as const) {
    if (asked[name] === "") continue;
    const date = readDate(asked[name]);
    shown.push(one(texts.text(`filter.${name}`, { label: texts.date(date) }), (state) => (state[name] = "")));
  }
  if (shown.length === 0) return nothing;
  return html`<div class="chosen" part="chosen">
    <ul role="list" aria-label=${texts.text("filters")}>
      ${shown}
    </ul>
  </div>`;
}
