// The states in which the component is looked at: what is shown, and how it is brought about.
import { box, changeAnswers, heading, searchFor, service, settled } from "./harness.mjs";

const summary = (page) => page.locator("summary");

async function openPanel(page) {
  await summary(page).click();
  await page.locator("fieldset").nth(2).waitFor();
}

const hostileText = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';

export function makeHostile(answer) {
  for (const result of answer.results) {
    result.title = hostileText;
    result.committee = hostileText;
    result.paper.title = hostileText;
    result.paper.url = "javascript:window.hurt=1";
    for (const mention of result.mentions) mention.runs = [{ t: hostileText }, { t: hostileText, h: 1 }];
  }
  for (const values of Object.values(answer.facets)) for (const one of values) one.label = hostileText;
  answer.interpreted.expansions = [{ of: hostileText, to: [hostileText], items: 1 }];
  answer.interpreted.notes = [hostileText];
}

export const states = [
  { name: "start", act: async (page) => box(page).waitFor() },
  { name: "panel before the first search", act: openPanel },
  { name: "results", act: (page) => searchFor(page, "EHCP timeliness") },
  {
    name: "results and panel",
    act: async (page) => {
      await searchFor(page, "EHCP timeliness");
      await openPanel(page);
      await page.locator("fieldset button").first().click();
    },
  },
  {
    name: "filters in use",
    act: async (page) => {
      await searchFor(page, "EHCP");
      await openPanel(page);
      await page.locator("fieldset input[type=checkbox]").first().check();
      await page.locator("#from").fill("2018");
      await page.locator("details .main").click();
      await page.locator("[part=chosen] li").nth(1).waitFor();
    },
  },
  {
    name: "second page",
    act: async (page) => {
      await searchFor(page, "EHCP");
      await page.locator("nav [part=page]").last().click();
      await page.locator("nav li").first().getByRole("button").waitFor();
      await settled(page);
    },
  },
  { name: "some of the words", act: (page) => searchFor(page, "zzyzx parking") },
  { name: "nothing", act: (page) => searchFor(page, "zzyzx") },
  { name: "words as typed", act: async (page) => {
      await searchFor(page, "EHCP timeliness");
      await page.locator("[part=notes] button").click();
      await settled(page);
      await page.waitForFunction(() => document.querySelector("minutebook-search").results.interpreted.expansions.length === 0);
    },
  },
  {
    name: "did you mean",
    act: async (page) => {
      await changeAnswers(page, (answer) => {
        answer.suggestions = [
          { query: "young carers", items: 15, corrections: [{ typed: "carors", suggestion: "carers" }] },
        ];
      });
      await searchFor(page, "young carors");
    },
  },
  {
    name: "incomplete, scanned, copies",
    act: async (page) => {
      await changeAnswers(page, (answer) => {
        answer.complete = false;
        answer.coverage.unread_pages = 3;
        for (const result of answer.results) {
          result.paper.copies = ["a.pdf", "b.pdf"];
          result.paper.url = "https://democracy.example/a.pdf";
          result.paper.lang = "cy";
          for (const mention of result.mentions) Object.assign(mention, { page: 4, scanned: true, paragraph: "4.13" });
        }
      });
      await searchFor(page, "young carers");
    },
  },
  {
    name: "wrong date",
    act: async (page) => {
      await openPanel(page);
      await page.locator("#from").fill("soon");
      await page.locator("details .main").click();
      await page.locator("#wrong-from").waitFor();
    },
  },
  { name: "refused", act: (page) => searchFor(page, "(bus") },
  {
    name: "unreachable",
    act: async (page) => {
      await page.route("**/api/v1/search**", (route) => route.abort());
      await searchFor(page, "bus");
    },
  },
  {
    name: "busy",
    act: async (page) => {
      await searchFor(page, "bus");
      await page.route("**/api/v1/search**", () => {});
      await box(page).fill("coach");
      await box(page).press("Enter");
      await page.locator('section[aria-busy="true"] > .note').first().waitFor();
    },
  },
  {
    name: "hostile data",
    act: async (page) => {
      await changeAnswers(page, makeHostile);
      await searchFor(page, "EHCP");
      await heading(page).waitFor();
    },
  },
];

async function firstResult() {
  return (await (await fetch(`${service}/api/v1/search?q=EHCP+timeliness&limit=1`)).json()).results[0];
}
const itemPath = async (language) => `/item/${(await firstResult()).id}?mark=EHCP+timeliness&ui=${language}`;
const paperPath = async (language) => `/paper/${(await firstResult()).paper.id}?mark=EHCP+timeliness&ui=${language}`;

/** Whole pages of the service, looked at in the same ways. `ready`: what is there once they are drawn. */
export const servicePages = [
  { name: "/embed", path: (language) => `/embed?language=${language}`, ready: "minutebook-search #q" },
  { name: "/embed/demo", path: (language) => `/embed/demo?lang=${language}`, ready: "minutebook-search #q" },
  { name: "/search", path: (language) => `/search?ui=${language}`, ready: "main" },
  { name: "/search with results", path: (language) => `/search?q=EHCP&kind=minutes&ui=${language}`, ready: "main" },
  { name: "/search with some of the words", path: (language) => `/search?q=zzyzx+parking&ui=${language}`, ready: "main" },
  { name: "/search, did you mean", path: (language) => `/search?q=childern+homes&ui=${language}`, ready: "main" },
  { name: "/search without", path: (language) => `/search?q=zzyzx&from=2015&ui=${language}`, ready: "main" },
  { name: "/search refused", path: (language) => `/search?q=%28bus&ui=${language}`, ready: "main" },
  { name: "/search, wrong date", path: (language) => `/search?q=bus&from=soon&ui=${language}`, ready: "main" },
  { name: "/item", path: itemPath, ready: "main" },
  { name: "/paper", path: paperPath, ready: "main" },
  { name: "/reviews", path: (language) => `/reviews?q=SEND+transport&ui=${language}`, ready: "main" },
  { name: "/timeline", path: (language) => `/timeline?q=EHCP&ui=${language}`, ready: "main" },
  { name: "/help", path: (language) => `/help?ui=${language}`, ready: "main" },
  { name: "nowhere", path: (language) => `/nowhere?ui=${language}`, ready: "main" },
];

export const looks = [
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "forced colours", options: { forcedColors: "active" } },
];
export const languages = ["en", "cy"];
