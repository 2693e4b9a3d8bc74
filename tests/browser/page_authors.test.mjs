// What the people who embed the component rely on: policies of their page, events, attributes, several on one page.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { box, changeAnswers, heading, host, hostPage, moduleAddress, open, script, searchFor, service, settled, start, stop, writtenPage } from "./harness.mjs";
import { makeHostile } from "./states.mjs";

before(start);
after(stop);

const element = `<minutebook-search></minutebook-search>${script}`;

async function opened(path, body = element, options = {}) {
  const page = await open(options.context);
  await page.goto(hostPage(path, body, options));
  await box(page).first().waitFor();
  return page;
}

test("a page with a strict policy and Trusted Types: it works, looks right, and breaks no rule", async () => {
  const policy = `default-src 'none'; script-src ${service}; connect-src ${service}; style-src 'none'; img-src 'self'; require-trusted-types-for 'script'; base-uri 'none'`;
  const page = await opened("/strict", element, { headers: { "Content-Security-Policy": policy }, style: false });
  await searchFor(page, "EHCP timeliness");
  await page.locator("summary").click();
  await page.locator("fieldset").first().waitFor();
  const look = await page.locator("mark").first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
  assert.equal(look, "rgb(255, 241, 168)");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("hostile data is text", async () => {
  const page = await open();
  await page.goto(hostPage("/hostile", element));
  await changeAnswers(page, makeHostile);
  await searchFor(page, "EHCP");
  await page.locator("summary").click();
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  const root = page.locator("minutebook-search");
  assert.equal(await root.locator("img, script").count(), 0);
  assert.match(await root.locator("[part=result-link]").first().textContent(), /^<img src=x onerror/);
  assert.equal(await root.locator("[part=source-link]").count(), 0); // javascript: is no address
  await page.context().close();
});

test("events carry what happened and can be cancelled", async () => {
  const page = await opened("/events");
  await page.evaluate(() => {
    window.events = [];
    window.cancel = "";
    for (const name of ["mb-search", "mb-results", "mb-select"]) {
      document.addEventListener(name, (event) => {
        window.events.push([name, event.detail.query ?? event.detail.href]);
        if (window.cancel === name) event.preventDefault();
      });
    }
  });
  const events = () => page.evaluate(() => window.events.splice(0));
  await page.evaluate(() => (window.cancel = "mb-search"));
  await box(page).fill("bus");
  await box(page).press("Enter");
  assert.deepEqual(await events(), [["mb-search", "bus"]]);
  await page.evaluate(() => (window.cancel = "mb-results"));
  await box(page).press("Enter");
  await page.waitForFunction(() => window.events.length === 2);
  assert.deepEqual((await events()).map(([name]) => name), ["mb-search", "mb-results"]);
  assert.equal(await heading(page).count(), 0);
  await page.evaluate(() => (window.cancel = "mb-select"));
  await searchFor(page, "EHCP");
  await events();
  await page.locator("[part=result-link]").first().click();
  const [[name, href]] = await events();
  assert.equal(name, "mb-select");
  assert.ok(href.startsWith(`${service}/item/`), href);
  assert.equal(page.url(), `${host}/events`);
  await page.context().close();
});

test("two on one page do not meet: addresses, filters, labels", async () => {
  const page = await opened("/two", `<minutebook-search id="a" url-state="query" prefix="a" councils="ZZA"></minutebook-search>
    <minutebook-search id="b" url-state="query" prefix="b" language="cy" label="Cynllunio"></minutebook-search>${script}`);
  const a = page.locator("#a");
  const b = page.locator("#b");
  await a.getByRole("searchbox").fill("EHCP");
  await a.getByRole("searchbox").press("Enter");
  await a.locator("#results").waitFor();
  assert.equal(await b.locator("#results").count(), 0);
  await b.getByRole("searchbox", { name: "Cynllunio" }).fill("parking");
  await b.getByRole("button", { name: "Chwilio" }).click();
  await b.locator("#results").waitFor();
  assert.match(page.url(), /a-q=EHCP&b-q=parking$/);
  assert.equal(await page.evaluate(() => document.querySelector("#a").results.query), 'EHCP council:"ZZA"');
  await page.goBack();
  await b.locator("#results").waitFor({ state: "detached" });
  assert.match(await a.locator("#results").textContent(), /results$/);
  await page.context().close();
});

test("attributes: fixed councils and committees, hidden filters, rows of a page, theme, prefix", async () => {
  const page = await opened("/attributes", `<minutebook-search councils="ZZA; ZZE" committees="Cabinet" page-size="2" theme="dark" hide-filters="topic year date"></minutebook-search>${script}`);
  await searchFor(page, "EHCP OR budget");
  assert.equal(await page.evaluate(() => document.querySelector("minutebook-search").results.query), '(EHCP OR budget) council:("ZZA" OR "ZZE") committee:"Cabinet"');
  assert.equal(await page.locator("[part=result]").count(), 2);
  await page.locator("summary").click();
  assert.deepEqual(await page.locator("legend").allTextContents(), ["Kind of paper"]);
  assert.equal(await page.locator("#from").count(), 0);
  const background = await page.locator("[part=root]").evaluate((root) => getComputedStyle(root).backgroundColor);
  assert.equal(background, "rgb(22, 25, 28)");
  await page.evaluate(() => document.querySelector("minutebook-search").setAttribute("hide-filters", ""));
  await page.locator("summary").waitFor({ state: "detached" });
  await page.context().close();
});

test("a committee chosen from the list is that one committee, as often as the list says", async () => {
  const page = await opened("/committee");
  await searchFor(page, "EHCP");
  await page.locator("summary").click();
  const committee = page.getByRole("group", { name: "Committee" }).locator(".option").first();
  const label = await committee.locator("label").textContent();
  await committee.locator("input").check();
  await page.getByRole("button", { name: "Apply" }).click();
  await page.locator("[part=chosen]").waitFor();
  assert.equal((await heading(page).textContent()).replace(/ results?$/, ""), /\((\d+)\)$/.exec(label)[1]);
  await page.context().close();
});

test("slots, parts and colours belong to the page", async () => {
  const page = await opened("/dress", `<style>minutebook-search{--mb-background:rgb(1,2,3);--mb-text:#fff}minutebook-search::part(result-link){font-style:italic}</style>
    <minutebook-search><h2 slot="heading">Papers</h2><p slot="empty">Ask the clerk.</p></minutebook-search>${script}`);
  await searchFor(page, "EHCP");
  const style = (selector, name) => page.locator(selector).first().evaluate((one, property) => getComputedStyle(one)[property], name);
  assert.equal(await style("[part=root]", "backgroundColor"), "rgb(1, 2, 3)");
  assert.equal(await style("[part=result-link]", "fontStyle"), "italic");
  assert.ok(await page.getByText("Papers", { exact: true }).isVisible());
  await searchFor(page, "zzyzx");
  assert.ok(await page.getByText("Ask the clerk.").isVisible());
  await page.context().close();
});

test("a title that is a mention is marked where it stands, and not said twice", async () => {
  const page = await opened("/titles");
  await searchFor(page, "EHCP timeliness");
  const rows = await page.evaluate(() =>
    [...document.querySelector("minutebook-search").shadowRoot.querySelectorAll("[part=result]")].map((row) => ({
      title: row.querySelector("[part=result-link]").textContent,
      marked: row.querySelector("[part=result-link] mark") !== null,
      passages: [...row.querySelectorAll("[part=passage]")].map((one) => one.textContent.trim()),
    })),
  );
  assert.ok(rows.some(({ marked }) => marked));
  for (const { title, passages } of rows) assert.ok(!passages.includes(title), title);
  await page.context().close();
});

test("search() and properties", async () => {
  const page = await opened("/script");
  await page.evaluate(async () => {
    const element = document.querySelector("minutebook-search");
    element.pageSize = 1;
    await element.search("EHCP timeliness");
  });
  await settled(page);
  assert.equal(await page.locator("[part=result]").count(), 1);
  assert.equal(await page.evaluate(() => document.querySelector("minutebook-search").results.totals.items), 24);
  await page.context().close();
});

test("the service is busy: it is said, and can be asked again", async () => {
  const page = await opened("/busy");
  await page.route("**/api/v1/search**", (route) => route.fulfill({ status: 503, headers: { "Access-Control-Allow-Origin": host }, json: {} }));
  await searchFor(page, "EHCP");
  assert.match(await page.locator("section").textContent(), /busy/);
  await page.unroute("**/api/v1/search**");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("[part=result]").first().waitFor();
  await page.context().close();
});

test("only the answer to the last search is shown", async () => {
  const page = await opened("/race");
  await page.route("**/api/v1/search**", async (route) => {
    if (route.request().url().includes("q=slow")) await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue().catch(() => {}); // taken back by the component meanwhile
  });
  await box(page).fill("slow");
  await box(page).press("Enter");
  await searchFor(page, "young carers");
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => document.querySelector("minutebook-search").results.query), "young carers");
  await page.context().close();
});

test("the line with the integrity hash loads; a wrong hash does not", async () => {
  const { dataset } = await (async () => {
    const page = await open();
    await page.goto(`${service}/embed/demo`);
    const found = await page.evaluate(() => ({ dataset: { ...document.querySelector("main").dataset } }));
    await page.context().close();
    return found;
  })();
  const line = (hash) => `<minutebook-search></minutebook-search><script type="module" src="${moduleAddress}?v=${dataset.version}" integrity="${hash}" crossorigin="anonymous"></script>`;
  await (await opened("/pinned", line(dataset.integrity))).context().close();
  const page = await open();
  await page.goto(hostPage("/broken", line(dataset.integrity.replace(/.{6}$/, "AAAAAA"))));
  await page.waitForFunction(() => document.readyState === "complete");
  assert.equal(await page.evaluate(() => customElements.get("minutebook-search")), undefined);
  await page.context().close();
});

test("the demo page prints the lines that make what it shows", async () => {
  const page = await open();
  await page.goto(`${service}/embed/demo`);
  await page.getByLabel("Language").selectOption("cy");
  await page.getByLabel("Only these councils").fill('ZZA; "Q"');
  await page.getByLabel("topics").check();
  const lines = await page.locator("#line").textContent();
  assert.ok(lines.startsWith(`<script type="module" src="${service}/embed/v1/minutebook-search.js"></script>\n<minutebook-search language="cy" councils="ZZA; &quot;Q&quot;" hide-filters="topic">`), lines);
  assert.ok(lines.includes(`<form action="${service}/search">`), lines);
  await page.getByRole("searchbox", { name: "Chwilio papurau'r cyngor" }).waitFor();
  assert.deepEqual(page.complaints, []);
  const pasted = await opened("/pasted", lines.replaceAll('; &quot;Q&quot;', ""));
  await searchFor(pasted, "EHCP");
  assert.match(await heading(pasted).textContent(), /canlyniad/);
  await page.context().close();
  await pasted.context().close();
});

test("the demo page in Welsh makes lines for Welsh pages, and leads to the English one", async () => {
  const page = await open();
  await page.goto(`${service}/embed/demo?lang=cy`);
  await page.getByRole("heading", { name: "Rhoi’r chwiliad yn eich tudalen" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "cy");
  await page.getByRole("searchbox", { name: "Chwilio papurau'r cyngor" }).waitFor();
  await page.getByLabel("pynciau").check();
  const lines = await page.locator("#line").textContent();
  assert.ok(lines.includes('hide-filters="topic"') && lines.includes("<button>Chwilio</button>"), lines);
  await page.getByRole("button", { name: "Copïo’r llinellau" }).click();
  await page.getByText(/^(Wedi’u copïo\.|Nid yw’r porwr)/).waitFor();
  await page.getByRole("link", { name: "English" }).click();
  await page.getByRole("heading", { name: "Put the search into your page" }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("in a frame: it works, tells its height to the page outside, and links leave the frame", async () => {
  const page = await open();
  await page.goto(hostPage("/framed", `<iframe src="${service}/embed?language=cy&page-size=3" title="Search" width="100%" height="50"></iframe>
    <script type="module" src="${service}/embed/v1/minutebook-frame.js"></script>`));
  const frame = page.frameLocator("iframe");
  await frame.getByRole("searchbox").fill("EHCP");
  await frame.getByRole("searchbox").press("Enter");
  await frame.locator("#results").waitFor();
  await page.waitForFunction(() => Number(document.querySelector("iframe").height) > 400);
  await page.evaluate(() => window.postMessage({ type: "minutebook-height", height: 7 }, "*")); // not from the service
  await page.waitForTimeout(100);
  assert.ok(Number(await page.locator("iframe").getAttribute("height")) > 400);
  const left = page.waitForRequest((request) => request.isNavigationRequest() && request.frame() === page.mainFrame());
  await frame.locator("[part=result-link]").first().click();
  assert.ok((await left).url().startsWith(`${service}/item/`));
  await page.context().close();
});

test("the page of the README works as it stands there; as a file it says what is missing", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, written] = /```html\n(<!doctype html>[^]*?)```/.exec(readme);
  assert.ok(written.includes("http://127.0.0.1:8080/"));
  const html = written.replaceAll("http://127.0.0.1:8080", service); // the port under test
  const page = await open();
  await page.goto(writtenPage("/page.html", html));
  await box(page).waitFor();
  await searchFor(page, "EHCP");
  assert.ok((await page.locator("[part=result]").count()) > 0);
  assert.deepEqual(page.complaints, []);
  const folder = mkdtempSync(`${tmpdir()}/minutebook-page-`);
  try {
    writeFileSync(`${folder}/page.html`, html);
    await page.goto(pathToFileURL(`${folder}/page.html`).href);
    await box(page).waitFor();
    await searchFor(page, "EHCP");
    assert.match(await page.locator("section").textContent(), /cannot be reached/);
    assert.match(page.complaints.join("\n"), /its setting "origins" may lack this page's: a page without a site \(file:\/\/\)/);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await page.context().close();
});
