// Asks the service: one search at a time, at any page. Knows the addresses of its API and nothing of drawing.
import { type Answer, ServiceError } from "./answer.js";

export interface Asked {
  query: string;
  sort: string;
  expand: boolean;
  page: number; // from 1
  rows: number; // of a page
  facets: string[]; // "committee:50"
  language: string; // of what the service says about the query
}

/** The service takes longer queries as a form, because addresses have an end. */
const longestAddress = 2000;
const mostRows = 100;

/** Not all that the service says is known in Welsh: it says in which language it does. */
function saidIn(response: Response): string {
  return response.headers.get("Content-Language") === "cy" ? "cy" : "en";
}

async function problemOf(response: Response): Promise<ServiceError> {
  const busy = response.status === 503 || response.status === 429 || response.status >= 500;
  const problem = (await response.json().catch(() => ({}))) as { detail?: unknown; hint?: unknown };
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return new ServiceError(busy ? "busy" : "refused", text(problem.detail), text(problem.hint), saidIn(response));
}

interface Told {
  answer: Answer;
  said: string;
}

async function ask(service: URL, parameters: URLSearchParams, how: { language: string; signal: AbortSignal }): Promise<Told> {
  const { signal } = how;
  const address = new URL("api/v1/search", service);
  const long = parameters.toString().length > longestAddress;
  if (!long) address.search = parameters.toString();
  let response: Response;
  try {
    response = await fetch(address, {
      method: long ? "POST" : "GET",
      body: long ? parameters : null,
      credentials: "same-origin",
      headers: { "Accept-Language": how.language },
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ServiceError("unreachable");
  }
  if (!response.ok) throw await problemOf(response);
  try {
    return { answer: (await response.json()) as Answer, said: saidIn(response) };
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ServiceError("unreachable");
  }
}

/** Cursors by what was asked for and the rows before; they die with the revision of the index. */
export class Service {
  private cursors = new Map<string, string>();
  private asked = "";
  private revision = -1;

  constructor(readonly base: URL) {}

  /** The page that is answered may be the first one in place of one that is not there any more. */
  async search(asked: Asked, signal: AbortSignal): Promise<Told & { page: number }> {
    const how = { language: asked.language, signal };
    const parameters = new URLSearchParams({ q: asked.query });
    if (asked.sort !== "relevance") parameters.set("sort", asked.sort);
    if (!asked.expand) parameters.set("expand", "no");
    if (this.asked !== parameters.toString()) this.forget(parameters.toString());
    const before = (asked.page - 1) * asked.rows;
    const cursor = before > 0 ? await this.cursorBehind(before, parameters, how) : "";
    const page = cursor ? asked.page : 1;
    const full = new URLSearchParams(parameters);
    full.set("limit", String(asked.rows));
    for (const facet of asked.facets) full.append("facet", facet);
    if (cursor) full.set("cursor", cursor);
    try {
      return { ...this.keep(await ask(this.base, full, how), page * asked.rows), page };
    } catch (error) {
      // A cursor belongs to one revision of the index; a newer one has been published since.
      if (!cursor || !(error instanceof ServiceError) || error.kind !== "refused") throw error;
      this.forget(this.asked);
      full.delete("cursor");
      return { ...this.keep(await ask(this.base, full, how), asked.rows), page: 1 };
    }
  }

  private forget(asked: string) {
    this.cursors.clear();
    this.asked = asked;
  }

  private keep(told: Told, rows: number): Told {
    const { answer } = told;
    if (answer.revision !== this.revision) this.cursors.clear();
    this.revision = answer.revision;
    if (answer.next) this.cursors.set(String(rows), answer.next);
    return told;
  }

  /** The service knows the rows behind a cursor only: a page far on is reached in steps of a hundred rows. */
  private async cursorBehind(
    rows: number,
    parameters: URLSearchParams,
    how: { language: string; signal: AbortSignal },
  ): Promise<string> {
    let reached = 0;
    let cursor = "";
    for (const [known, value] of this.cursors) {
      if (Number(known) <= rows && Number(known) > reached) [reached, cursor] = [Number(known), value];
    }
    while (reached < rows) {
      const step = new URLSearchParams(parameters);
      const count = Math.min(mostRows, rows - reached);
      step.set("limit", String(count));
      if (cursor) step.set("cursor", cursor);
      const told = await ask(this.base, step, how);
      if (!told.answer.next) return "";
      reached += count;
      cursor = told.answer.next;
      this.keep(told, reached);
    }
    return cursor;
  }
}
