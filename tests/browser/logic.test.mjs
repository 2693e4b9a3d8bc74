// The component's rules that need no browser: dates as typed, queries, addresses, numbers of pages, both catalogues.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const component = fileURLToPath(new URL("../../server/component/", import.meta.url));
const { build } = createRequire(component)("esbuild");

async function load(...names) {
  const contents = names.map((name) => `export * from "./src/${name}.ts";`).join("\n");
  const folder = mkdtempSync(join(tmpdir(), "minutebook-logic-"));
  const outfile = join(folder, "logic.mjs");
  try {
    await build({ stdin: { contents, resolveDir: component }, bundle: true, format: "esm", platform: "node", outfile });
    return await import(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { readDate, composeQuery, emptyState, toParameters, fromParameters, pageNumbers, webAddress } = await load("read_date", "search_state", "view_results");

test("dates as people type them", () => {
  const table = [
    ["2020", "2020"], [" 2020 ", "2020"], ["2019/20", "2019/20"], ["1999/00", "1999/00"], ["2019/21", ""],
    ["2020-05", "2020-05"], ["5/2020", "2020-05"], ["13/2020", ""], ["May 2021", "2021-05"], ["mai 2021", "2021-05"],
    ["Mawrth 2021", "2021-03"], ["8/1/2024", "2024-01-08"], ["08.01.2024", "2024-01-08"], ["2024-1-8", "2024-01-08"],
    ["29/2/2023", ""], ["29/2/2024", "2024-02-29"], ["8 January 2024", "2024-01-08"], ["8th of Jan. 2024", "2024-01-08"],
    ["8fed Ionawr 2024", "2024-01-08"], ["1 o Fai 2024", "2024-05-01"], ["8 Foo 2024", ""], ["soon", ""], ["", ""], ["20200", ""],
    ["Ma 2020", ""], ["31 April 2020", ""], ["Sept 2020", "2020-09"],
  ];
  for (const [typed, expected] of table) assert.equal(readDate(typed), expected, typed);
});

const none = { councils: [], committees: [] };
const state = (change) => Object.assign(emptyState(), change);
const withFilters = (filters, change) => state({ ...change, filters: { ...emptyState().filters, ...filters } });

test("queries", () => {
  const table = [
    [state({ text: " a OR b " }), none, "a OR b"],
    [withFilters({ kind: ["minutes"] }, { text: "a OR b" }), none, '(a OR b) kind:"minutes"'],
    [withFilters({ kind: ["minutes", "report"] }, { text: "FOR b" }), none, 'FOR b kind:("minutes" OR "report")'],
    [state({ text: "a", from: "May 2020", to: "8/1/2024" }), none, "a since:2020-05 until:2024-01-08"],
    [state({ from: "soon" }), none, ""],
    [withFilters({ council: ['x" OR y\\'] }), { councils: ["A", ' "" '], committees: ["B; C"] }, 'council:"A" committee:"B; C" council:"x  OR y"'],
  ];
  for (const [asked, fixed, expected] of table) assert.equal(composeQuery(asked, fixed), expected);
});

test("an address holds a whole search, and no more than it needs", () => {
  assert.deepEqual(toParameters(emptyState(), "mb"), []);
  const asked = withFilters({ kind: ["minutes"], council: ["A", "B"] }, { text: "ü&=", from: "2020", to: "x", sort: "newest", expand: false, page: 3 });
  assert.deepEqual(fromParameters(new URLSearchParams(toParameters(asked, "p")), "p"), asked);
  const odd = new URLSearchParams("p-page=-1&p-sort=upwards&p-expand=maybe&q=other&p-page=7");
  assert.deepEqual(fromParameters(odd, "p"), emptyState());
});

test("numbers of pages", () => {
  const table = [
    [1, 1, [1]], [1, 3, [1, 2, 3]], [1, 9, [1, 2, null, 9]], [5, 9, [1, null, 4, 5, 6, null, 9]], [9, 9, [1, null, 8, 9]],
    [3, 9, [1, 2, 3, 4, null, 9]],
  ];
  for (const [page, pages, expected] of table) assert.deepEqual(pageNumbers(page, pages), expected);
});

test("only addresses of the web are followed", () => {
  for (const bad of [null, "", "javascript:alert(1)", "data:text/html,x", "/relative", "file:///etc/passwd", " javascript:x"])
    assert.equal(webAddress(bad), null);
  assert.equal(webAddress("https://a.example/b c?d#e"), "https://a.example/b%20c?d#e");
});

const catalogue = (language) => JSON.parse(readFileSync(`${component}../catalogue/${language}.json`, "utf8"));

test("both catalogues have the same keys, places and the plural forms of their language", () => {
  const [en, cy] = [catalogue("en"), catalogue("cy")];
  assert.deepEqual(Object.keys(cy).sort(), Object.keys(en).sort());
  const places = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  for (const key of Object.keys(en)) {
    assert.equal(typeof cy[key], typeof en[key], key);
    if (typeof en[key] === "string") {
      assert.equal(places(cy[key]), places(en[key]), key);
      continue;
    }
    for (const form of new Intl.PluralRules("en").resolvedOptions().pluralCategories) assert.ok(en[key][form], `${key} ${form}`);
    for (const form of new Intl.PluralRules("cy").resolvedOptions().pluralCategories) {
      assert.ok(cy[key][form], `${key} ${form}`);
      if (form !== "zero") assert.equal(places(cy[key][form]), places(en[key].other), `${key} ${form}`);
    }
  }
});

test("the sources use every text, and no other", () => {
  const ownPages = /^(embed|frame|style.*)\.ts$/; // they say nothing
  const files = readdirSync(`${component}src`).filter((name) => !ownPages.test(name));
  const source = files.map((name) => readFileSync(`${component}src/${name}`, "utf8")).join("\n");
  // Keys that are put together from a name begin with one of these.
  const made = /^(field|more|fewer|filter|kind|passage|sort)\./;
  const named = new Set([...source.matchAll(/"([a-z][a-z-]*(?:\.[a-z-]+)*)"/g)].map((found) => found[1]));
  const own = Object.keys(catalogue("en")).filter((key) => key.startsWith("component.")).map((key) => key.slice("component.".length));
  assert.deepEqual(own.filter((key) => !named.has(key) && !made.test(key)), []);
  const asked = [...source.matchAll(/text\(\s*"([^"]+)"/g)].map((found) => found[1]);
  assert.deepEqual(asked.filter((key) => !own.includes(key)), []);
});

test("at most 25 properties for the looks, all of them documented", () => {
  const named = (text) => new Set(text.match(/--mb-[a-z-]+/g));
  const read = (file) => readFileSync(file, "utf8");
  const sources = readdirSync(`${component}src`).map((name) => read(`${component}src/${name}`));
  const used = named(sources.join("\n"));
  assert.ok(used.size <= 25, `${used.size}`);
  assert.deepEqual([...named(read(`${component}../../docs/component.md`))].sort(), [...used].sort());
});
