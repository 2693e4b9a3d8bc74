// Draws an answer: results with their passages, what was understood, what was not searched, pages. Data is only ever
// text here: addresses are followed if they are of the web. Knows nothing of how answers come about.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Answer, Mention, Result } from "./answer.js";
import type { Texts } from "./texts.js";

export interface ResultsView {
  answer: Answer;
  page: number;
  rows: number; // of a page
  expand: boolean;
  filtered: boolean;
  dated: boolean;
  texts: Texts;
  said: string; // language of the service's own sentences
  service: URL;
  /** Code of a council -> its name. */
  councils: Map<string, string>;
  labelOf(field: string, value: string): string;
  select(event: Event, result: Result): void;
  setExpand(expand: boolean): void;
  correct(typed: string, suggestion: string): void;
  pageAddress(page: number): string | null; // null: pages have no address of their own
  turn(event: Event, page: number): void;
}

const passagesShown = 3;
const pagesBeside = 1;

/** Only links into the web are followed: an address with a script in it is no link. */
export function webAddress(address: string | null): string | null {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null; // as the service got it from a paper's metadata: not every text is an address
  }
}

function itemAddress(view: ResultsView, result: Result): string {
  const address = new URL(`item/${encodeURIComponent(result.id)}`, view.service);
  if (view.answer.query) address.searchParams.set("mark", view.answer.query);
  address.searchParams.set("ui", view.texts.language);
  return address.href;
}

function languageOf(result: Result): string | typeof nothing {
  const language = result.paper.lang;
  return language === "cy" || language === "en" ? language : nothing;
}

function marked(mention: Mention): (TemplateResult | string)[] {
  return mention.runs.map((run) => (run.h ? html`<mark part="mark">${run.t}</mark>` : run.t));
}

function passage(mention: Mention, texts: Texts): TemplateResult {
  const kind = `passage.${mention.kind}`;
  const place = [
    mention.paragraph ? texts.text("paragraph", { n: mention.paragraph }) : "",
    mention.page ? texts.text("page", { n: mention.page }) : "",
    mention.scanned ? texts.text("scanned") : "",
  ].filter((part) => part !== "");
  return html`<li part="passage">
    ${texts.has(kind) ? html`<span class="kind" lang=${texts.language}>${texts.text(kind)}:</span> ` : nothing}
    ${marked(mention)}
    ${place.length > 0 ? html`<span class="meta" lang=${texts.language}>(${texts.list(place)})</span>` : nothing}
  </li>`;
}

function whereFrom(view: ResultsView, result: Result): string[] {
  const { texts } = view;
  const council = result.council_name ?? view.councils.get(result.council ?? "") ?? result.council;
  const number = result.paper.kind === "minutes" ? "number" : "item";
  return [
    council ?? "",
    result.committee ?? "",
    result.date ? texts.date(result.date) : texts.text("undated"),
    texts.text(`kind.${result.paper.kind}`),
    result.number ? texts.text(number, { number: result.number }) : "",
  ].filter((part) => part !== "");
}

function sourceLink(view: ResultsView, result: Result, mentions: Mention[]): TemplateResult | typeof nothing {
  const address = webAddress(result.paper.url);
  if (!address) return nothing;
  const page = mentions.find((mention) => mention.page)?.page;
  const target = new URL(address);
  if (page) target.hash = `page=${page}`;
  const words = page ? view.texts.text("source.page", { n: page }) : view.texts.text("source");
  return html`<a href=${target.href} part="source-link"
    >${words}<span class="hidden"> ${view.texts.text("of", { title: result.paper.title })}</span></a
  >`;
}

function row(view: ResultsView, result: Result): TemplateResult {
  const { texts } = view;
  const title = result.title || result.paper.title || texts.text(`kind.${result.paper.kind}`);
  // A title that is a mention is marked where it stands, and not said twice.
  const heading = result.mentions.find((mention) => mention.kind === "heading" && mention.text === result.title);
  const others = result.mentions.filter((mention) => mention !== heading);
  const best = others.sort((a, b) => Number(b.match === "whole") - Number(a.match === "whole"));
  const shown = best.slice(0, passagesShown);
  const more = others.length - shown.length;
  const address = itemAddress(view, result);
  const select = (event: Event) => view.select(event, result);
  return html`<li class="row" part="result">
    <h3 lang=${languageOf(result)}><a href=${address} part="result-link" @click=${select}>${heading ? marked(heading) : title}</a></h3>
    <p class="meta" part="meta">${whereFrom(view, result).map((part) => html`<span>${part}</span>`)}</p>
    ${shown.length > 0
      ? html`<ul class="passages" aria-label=${texts.text("passages")} lang=${languageOf(result)}>
          ${shown.map((mention) => passage(mention, texts))}
        </ul>`
      : nothing}
    <p class="links">
      ${more > 0
        ? html`<a href=${address} @click=${select}
            >${texts.text("all", { n: more })}<span class="hidden">: ${title}</span></a
          >`
        : nothing}
      ${sourceLink(view, result, shown)}
      ${result.paper.copies.length > 0
        ? html`<span class="meta">${texts.text("copies", { n: result.paper.copies.length })}</span>`
        : nothing}
    </p>
  </li>`;
}

function rowsOf(view: ResultsView): TemplateResult | typeof nothing {
  const { answer, texts } = view;
  if (answer.results.length === 0) return nothing;
  const list = (results: Result[]) =>
    html`<ol class="rows" role="list">
      ${repeat(
        results,
        (result) => result.id,
        (result) => row(view, result),
      )}
    </ol>`;
  const all = answer.results.filter((result) => result.tier === "all");
  const some = answer.results.filter((result) => result.tier === "some");
  return html`${all.length > 0 ? list(all) : nothing}
  ${some.length > 0
    ? html`<h3 class="tier">${texts.text("some", { n: answer.totals.some })}</h3>
        ${list(some)}`
    : nothing}`;
}

function notes(view: ResultsView): TemplateResult | typeof nothing {
  const { answer, texts } = view;
  const { expansions, optional, notes: remarks = [] } = answer.interpreted;
  const other = expansions.filter((one) => one.to.length > 0);
  if (other.length + optional.length + remarks.length === 0 && view.expand) return nothing;
  const expanded = other.length > 0 && view.expand;
  return html`<div class="notes note" part="notes">
    ${expanded
      ? other.map((one) => html`<p>${texts.text("means", { of: one.of, list: texts.list(one.to) })}</p>`)
      : nothing}
    ${view.expand ? nothing : html`<p>${texts.text("literal.on")}</p>`}
    ${optional.length > 0 ? html`<p>${texts.text("optional", { list: texts.list(optional) })}</p>` : nothing}
    ${remarks.map((remark) => html`<p lang=${view.said}>${remark}</p>`)}
    ${expanded || !view.expand
      ? html`<p>
          <button type="button" class="link" @click=${() => view.setExpand(!view.expand)}>
            ${texts.text(view.expand ? "literal" : "literal.off")}
          </button>
        </p>`
      : nothing}
  </div>`;
}

/** "Did you mean": the words as typed, with what was corrected, as a button. */
function suggestions(view: ResultsView): TemplateResult | typeof nothing {
  const offers = view.answer.suggestions ?? [];
  return html`${offers.map((offer) => {
    const words = offer.corrections.map((word) => word.suggestion).join(" ");
    const [before, after] = view.texts.text("mean", { n: offer.items, query: "\u0000" }).split("\u0000");
    const correct = () => offer.corrections.forEach((word) => view.correct(word.typed, word.suggestion));
    return html`<p part="suggestion">
      ${before}<button type="button" class="link" @click=${correct}>${words}</button>${after}
    </p>`;
  })}`;
}

/** A condition of the query as people read it: kind:("minutes" OR "report") -> Kind of paper: Minutes, Report. */
function conditionOf(view: ResultsView, typed: string): string {
  const { texts } = view;
  const [, name = "", values = ""] = /^([\w-]+):(.+)$/.exec(typed) ?? [];
  const quoted = [...values.matchAll(/"([^"]+)"/g)].map((found) => found[1]!);
  const shown = quoted.length > 0 ? quoted : [values];
  if (name === "since" || name === "until") {
    return texts.text(name === "since" ? "filter.from" : "filter.to", { label: texts.date(values) });
  }
  if (!texts.has(`filter.${name}`)) return `“${typed}”`;
  return texts.text(`filter.${name}`, { label: texts.list(shown.map((value) => view.labelOf(name, value))) });
}

/** Which words or filters left nothing over, and what can be tried. */
function emptied(view: ResultsView): TemplateResult | typeof nothing {
  const { answer, texts } = view;
  if (answer.totals.items > 0) return nothing;
  const alone = answer.emptied?.alone ?? [];
  return html`${alone.length > 0
      ? html`<ul class="tips">
          ${alone.map((one) => {
            const what = one.filter ? conditionOf(view, one.typed) : `“${one.typed}”`;
            return html`<li>${texts.text("alone", { what, n: one.items })}</li>`;
          })}
        </ul>`
      : nothing}
    <p>${texts.text("tips")}</p>
    <ul class="tips">
      <li>${texts.text("tip.words")}</li>
      ${view.filtered ? html`<li>${texts.text("tip.filters")}</li>` : nothing}
      ${view.dated ? html`<li>${texts.text("tip.dates")}</li>` : nothing}
    </ul>
    <slot name="empty"></slot>`;
}

function coverage(view: ResultsView): TemplateResult {
  const { texts } = view;
  const { papers, from, to, not_searched, undated, unread_pages = 0 } = view.answer.coverage;
  const searched = texts.text("searched", { n: papers });
  const parts = [
    from && to ? texts.text("searched.dates", { searched, from: texts.date(from), to: texts.date(to) }) : searched,
    not_searched > 0 ? texts.text("unsearched", { n: not_searched }) : "",
    undated > 0 ? texts.text("without-date", { n: undated }) : "",
    unread_pages > 0 ? texts.text("unread", { n: unread_pages }) : "",
  ].filter((part) => part !== "");
  return html`<p class="coverage" part="coverage">${parts.join(". ")}.</p>`;
}

/** Pages by their numbers: the first, the last and those beside this one; null where some are left out. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = new Set([1, pages]);
  for (let near = page - pagesBeside; near <= page + pagesBeside; near++) wanted.add(near);
  const numbers = [...wanted].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
  return numbers.flatMap((number, i) => (i > 0 && number - numbers[i - 1]! > 1 ? [null, number] : [number]));
}

function turner(view: ResultsView, page: number, words: string, name: string): TemplateResult {
  const address = view.pageAddress(page);
  const turn = (event: Event) => view.turn(event, page);
  return address === null
    ? html`<button type="button" class="link" part="page" aria-label=${name} @click=${turn}>${words}</button>`
    : html`<a href=${address} part="page" aria-label=${name} @click=${turn}>${words}</a>`;
}

function pages(view: ResultsView): TemplateResult | typeof nothing {
  const { texts, page } = view;
  const count = Math.ceil((view.answer.totals.items + view.answer.totals.some) / view.rows);
  if (count <= 1) return nothing;
  const number = (n: number) => new Intl.NumberFormat("en-GB").format(n);
  return html`<nav class="pages" aria-label=${texts.text("pages")} part="pages">
    <ol role="list">
      ${page > 1 ? html`<li>${turner(view, page - 1, texts.text("previous"), texts.text("previous"))}</li>` : nothing}
      ${pageNumbers(page, count).map((one) =>
        one === null
          ? html`<li aria-hidden="true">…</li>`
          : one === page
            ? html`<li>
                <span class="here" aria-current="page"
                  ><span class="hidden">${texts.text("go", { n: one })}</span><span aria-hidden="true">${number(one)}</span></span
                >
              </li>`
            : html`<li>${turner(view, one, number(one), texts.text("go", { n: one }))}</li>`,
      )}
      ${page < count ? html`<li>${turner(view, page + 1, texts.text("next"), texts.text("next"))}</li>` : nothing}
    </ol>
  </nav>`;
}

/** Everything below the heading with the count. */
export function resultsView(view: ResultsView): TemplateResult {
  const { answer, texts } = view;
  const spread = texts.text("spread", {
    papers: texts.text("papers", { n: answer.totals.papers }),
    meetings: texts.text("meetings", { n: answer.totals.meetings }),
  });
  return html`${answer.totals.items > 0 ? html`<p class="note">${spread}</p>` : nothing}
  ${answer.complete ? nothing : html`<p class="wrong">${texts.text("incomplete")}</p>`} ${suggestions(view)}
  ${notes(view)} ${emptied(view)} ${rowsOf(view)} ${pages(view)} ${coverage(view)}`;
}
