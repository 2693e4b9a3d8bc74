// What is wrong with the dates typed, before anything is asked. Knows nothing of the boxes they were typed into.
import { readDate } from "./read_date.js";
import type { SearchState } from "./search_state.js";
import type { Texts } from "./texts.js";

export type DateName = "from" | "to";

/** Texts for the boxes that are wrong; empty: all is well. */
export function wrongDates(state: SearchState, texts: Texts): Partial<Record<DateName, string>> {
  const wrong: Partial<Record<DateName, string>> = {};
  for (const name of ["from", "to"] as const) {
    if (state[name].trim() !== "" && readDate(state[name]) === "")
      wrong[name] = texts.text("date.wrong", { typed: state[name].trim() });
  }
  const [from, to] = [readDate(state.from), readDate(state.to)];
  // Years and municipal years begin alike: what is longer than the other is compared as far as both go.
  const shared = Math.min(from.replace(/\/.*/, "").length, to.replace(/\/.*/, "").length);
  if (from !== "" && to !== "" && to.slice(0, shared) < from.slice(0, shared)) wrong.to = texts.text("date.order");
  return wrong;
}
