// What values of filters are called: learned from every answer, because a filter in use must have a name even where the
// answer at hand does not list it. Knows nothing of drawing.
import type { Answer } from "./answer.js";
import type { Texts } from "./texts.js";

export class Labels {
  private readonly names = new Map<string, string>(); // "council/ZZA" -> label, of all answers so far

  learn(answer: Answer) {
    for (const [field, values] of Object.entries(answer.facets)) {
      for (const one of values) this.names.set(`${field}/${one.value}`, one.label);
    }
  }

  /** Code of a council -> its name. */
  councils(): Map<string, string> {
    const councils = [...this.names].filter(([key]) => key.startsWith("council/"));
    return new Map(councils.map(([key, label]) => [key.slice("council/".length), label]));
  }

  /** A committee stands with its council where there are several: many councils have a Cabinet. */
  of(field: string, value: string, texts: Texts): string {
    if (field === "kind" && texts.has(`kind.${value}`)) return texts.text(`kind.${value}`);
    const label = this.names.get(`${field}/${value}`) ?? value;
    const [council] = field === "committee" ? value.split("/") : [""];
    const several = [...this.names.keys()].filter((key) => key.startsWith("council/")).length > 1;
    const shown = value === "unknown" || value.endsWith("/unknown") ? texts.text("unknown") : label;
    const name = several && council ? this.names.get(`council/${council}`) : undefined;
    return name ? `${shown}, ${name}` : shown;
  }
}
