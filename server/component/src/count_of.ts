// The outcome of a search in a few words: what its heading says is what is announced.
import type { Answer } from "./answer.js";
import type { Texts } from "./texts.js";

export function countOf(answer: Answer, texts: Texts): string {
  return answer.totals.items > 0 ? texts.text("results", { n: answer.totals.items }) : texts.text("results.none");
}
