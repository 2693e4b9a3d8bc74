// What people do with the component, with the keyboard alone and with a screen reader's view of the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { box, heading, hostPage, open, script, searchFor, service, settled, start, stop } from "./harness.mjs";

before(start);
after(stop);

const element = `<minutebook-search></minutebook-search>${script}`;

async function opened(body = element, options = {}) {
  const page = await open(options.context);
  await page.goto(hostPage(options.path ?? "/", body, options));
  await box(page).first().waitFor();
  return page;
}

/** Name and role of what has the focus, in the browser's own accessibility tree. */
async function focused(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const focus = nodes.filter((node) => node.properties?.some((one) => one.name === "focused" && one.value.value));
  const node = focus[focus.length - 1];
  return node ? `${node.role.value} ${node.name?.value ?? ""}`.trim() : "";
}

async function tab(page, times = 1) {
  for (let i = 0; i < times; i++) await page.keyboard.press("Tab");
  return focused(page);
}

test("the keyboard alone is enough", async () => {
  const page = await opened();
  assert.equal(await tab(page), "searchbox Search council papers");
  await page.keyboard.type("EHCP timeliness");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await focused(page), "searchbox Search council papers"); // nobody is carried off by an answer
  assert.equal(await tab(page), "button Search");
  assert.match(await tab(page), /Filter and sort$/);
  await page.keyboard.press("Enter");
  assert.match(await tab(page), /Order of results$/);
  assert.equal(await tab(page), "textbox From");
  await page.keyboard.type("2018");
  assert.equal(await tab(page), "textbox To");
  assert.match(await tab(page), /^checkbox .+ \(\d+\)$/);
  await page.keyboard.press("Space");
  await page.locator("details .main").focus();
  await page.keyboard.press("Enter");
  await page.locator("[part=chosen]").waitFor();
  await page.waitForFunction(() => document.querySelector("minutebook-search").shadowRoot.activeElement?.id === "results");
  assert.match(await focused(page), /^heading \d+ results?$/);
  const notes = await page.locator("[part=notes] button").count();
  assert.match(await tab(page, notes + 1), /^link \S/);
  await page.context().close();
});

test("pages: real links, the current one named, focus on the heading of the results", async () => {
  const page = await opened(`<minutebook-search url-state="query" page-size="5"></minutebook-search>${script}`);
  await searchFor(page, "EHCP");
  const pages = page.getByRole("navigation", { name: "Pages of results" });
  assert.match(await pages.getByRole("link", { name: "Next page" }).getAttribute("href"), /mb-q=EHCP&mb-page=2$/);
  const first = await page.locator("[part=result-link]").allTextContents();
  await pages.getByRole("link", { name: "Next page" }).click();
  await page.waitForFunction(() => document.querySelector("minutebook-search").shadowRoot.activeElement?.id === "results");
  assert.equal(await pages.locator("[aria-current=page]").textContent(), "Page 22");
  assert.notDeepEqual(await page.locator("[part=result-link]").allTextContents(), first);
  const all = await page.evaluate(() => document.querySelector("minutebook-search").results.totals.items);
  const last = Math.ceil(all / 5);
  await pages.getByRole("link", { name: `Page ${last}`, exact: true }).click();
  await page.waitForFunction((n) => location.search.includes(`mb-page=${n}`), last);
  assert.equal(await page.locator("[part=result-link]").count(), all - (last - 1) * 5);
  assert.equal(await pages.getByRole("link", { name: "Next page" }).count(), 0);
  await page.context().close();
});

test("names of everything, as screen readers get them", async () => {
  const page = await opened();
  await searchFor(page, "EHCP timeliness");
  await page.locator("summary").click();
  const tree = await page.locator("minutebook-search").ariaSnapshot();
  for (const part of [
    'search "Search council papers"', 'searchbox "Search council papers"', 'button "Search"', 'group "Date of the meeting"',
    'textbox "From"', 'group "Kind of paper"', /checkbox "Minutes \(\d+\)"/, 'button "Show all 50 topics"', 'button "Apply"',
    /heading "\d+ results" \[level=2\]/, /heading "[^"]+" \[level=3\]/, 'region "24 results"', "status", 'list "Passages"',
    'navigation "Pages of results"', 'button "Next page"',
  ]) {
    if (typeof part === "string" && part.includes("all 50")) assert.match(tree, /button "Show all \d+ topics"/);
    else if (typeof part === "string") assert.ok(tree.includes(part), `${part} is missing in\n${tree}`);
    else assert.match(tree, part);
  }
  await page.locator("fieldset input[type=checkbox]").first().check();
  await page.locator("details .main").click();
  await page.getByRole("button", { name: /^Remove this filter: Council: / }).click();
  await page.locator("[part=chosen]").waitFor({ state: "detached" });
  await page.context().close();
});

test("the count is said once, later, and not on load", async () => {
  const page = await opened(`<minutebook-search url-state="query"></minutebook-search>${script}`);
  const status = page.getByRole("status");
  assert.equal(await status.textContent(), ""); // there before it has anything to say
  await page.evaluate(() => {
    window.said = [];
    const region = document.querySelector("minutebook-search").shadowRoot.querySelector("[role=status]");
    new MutationObserver(() => window.said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  });
  // Its time goes on only when it is told to: however long the answers take, "later" is later.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60000);
  await searchFor(page, "EHCP");
  await searchFor(page, "EHCP timeliness");
  assert.deepEqual(await page.evaluate(() => window.said), []);
  await page.clock.runFor(1300);
  assert.deepEqual(await page.evaluate(() => window.said), ["24 results"]);
  await searchFor(page, "EHCP timeliness"); // the same count again is said again
  await page.clock.runFor(1300);
  assert.equal((await page.evaluate(() => window.said))[1].trim(), "24 results");
  await page.reload();
  await settled(page);
  await page.clock.runFor(1300);
  assert.equal(await page.getByRole("status").textContent(), "");
  await page.context().close();
});

test("a wrong date is told beside its box, which has the focus; nothing is asked", async () => {
  const page = await opened();
  const asked = [];
  page.on("request", (request) => request.url().includes("q=bus") && asked.push(request.url()));
  await box(page).fill("bus");
  await page.locator("summary").click();
  for (const [typed, message] of [["31/2/2020", /“31\/2\/2020” is not a date/], ["2019/21", /is not a date/]]) {
    await page.locator("#from").fill(typed);
    await page.getByRole("button", { name: "Apply" }).click();
    assert.match(await page.locator("#wrong-from").textContent(), message);
    await page.waitForFunction(() => document.querySelector("minutebook-search").shadowRoot.activeElement?.id === "from");
    assert.equal(await page.locator("#from").getAttribute("aria-invalid"), "true");
  }
  await page.locator("#from").fill("8fed Ionawr 2024");
  await page.locator("#to").fill("2023");
  await page.getByRole("button", { name: "Apply" }).click();
  assert.match(await page.locator("#wrong-to").textContent(), /must not be before/);
  assert.deepEqual(asked, []);
  await page.locator("#from").fill("May 2019");
  await page.locator("#to").fill("2019/20");
  await page.getByRole("button", { name: "Apply" }).click();
  await settled(page);
  assert.match(decodeURIComponent(asked[0]), /since:2019-05.until:2019\/20/);
  await page.context().close();
});

test("back and forward show the searches again; what else stands in the address stays", async () => {
  for (const mode of ["query", "hash"]) {
    const page = await opened(`<minutebook-search url-state="${mode}"></minutebook-search>${script}`, { path: `/${mode}` });
    await page.goto(`${page.url()}?site=1`);
    await searchFor(page, "EHCP timeliness");
    await searchFor(page, "young carers");
    assert.match(page.url(), /site=1/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("minutebook-search").results?.query === "EHCP timeliness");
    assert.equal(await box(page).inputValue(), "EHCP timeliness");
    await page.goForward();
    await page.waitForFunction(() => document.querySelector("minutebook-search").results?.query === "young carers");
    await page.goBack();
    await page.goBack();
    await heading(page).waitFor({ state: "detached" });
    assert.equal(await box(page).inputValue(), "");
    await page.context().close();
  }
});

test("a linked search with filters, order and page is restored", async () => {
  const page = await opened(`<minutebook-search url-state="query" page-size="2"></minutebook-search>${script}`, { path: "/linked" });
  await page.goto(`${page.url()}?mb-q=EHCP&mb-kind=minutes&mb-from=2018&mb-sort=oldest&mb-page=3`);
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector("minutebook-search").results.query), 'EHCP kind:"minutes" since:2018');
  assert.equal(await page.locator("[aria-current=page]").textContent(), "Page 33");
  assert.equal(await page.locator("[part=chosen] li").count(), 2);
  await page.goto(`${page.url().replace("page=3", "page=400")}`); // beyond the end: the first page
  await settled(page);
  assert.equal(await page.locator("[aria-current=page]").textContent(), "Page 11");
  await page.context().close();
});

test("320 pixels and large text need no scrolling to the side", async () => {
  for (const language of ["en", "cy"]) {
    const page = await opened(element, { language, path: `/narrow-${language}`, context: { viewport: { width: 320, height: 640 } } });
    await searchFor(page, "EHCP timeliness");
    await page.locator("summary").click();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok((await width()) <= 320, `${language}: ${await width()} px`);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    assert.ok((await width()) <= 320, `${language}, text at 200 %: ${await width()} px`);
    await page.context().close();
  }
});

test("all that can be pressed is large enough", async () => {
  const page = await opened();
  await searchFor(page, "EHCP timeliness");
  await page.locator("summary").click();
  const small = await page.evaluate(() =>
    [...document.querySelector("minutebook-search").shadowRoot.querySelectorAll("button, summary, select, input:not([type=checkbox]), nav a, .links a, .option")]
      .filter((one) => one.getBoundingClientRect().height < 24)
      .map((one) => one.textContent.trim()),
  );
  assert.deepEqual(small, []);
  await page.context().close();
});

test("without scripts the form inside is there and leads to the search page", async () => {
  const form = `<form action="${service}/search"><label>Search council papers <input type="search" name="q"></label> <button>Search</button></form>`;
  const page = await open({ javaScriptEnabled: false });
  await page.goto(hostPage("/plain", `<minutebook-search>${form}</minutebook-search>${script}`));
  await page.getByLabel("Search council papers").fill("young carers");
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest());
  await page.getByRole("button", { name: "Search" }).click();
  assert.equal((await answered).url(), `${service}/search?q=young+carers`);
  assert.equal((await answered).status(), 200);
  assert.ok((await page.locator("mark").count()) > 0);
  await page.context().close();
  const scripted = await opened(`<minutebook-search>${form.replace("name=", 'value="EHCP" name=')}</minutebook-search>${script}`, { path: "/upgraded" });
  assert.equal(await scripted.getByRole("searchbox").count(), 1); // the form has made way
  assert.equal(await box(scripted).inputValue(), "EHCP");
  await scripted.context().close();
});

test("Welsh throughout: words, plural forms, dates, and the language of what is English", async () => {
  const page = await opened(element, { language: "cy", path: "/cymraeg" });
  await searchFor(page, "EHCP timeliness kind:report");
  assert.match(await heading(page).textContent(), /^3 chanlyniad$/);
  assert.equal(await page.locator("[part=root]").getAttribute("lang"), "cy");
  assert.match(await page.locator("[part=coverage]").textContent(), /^Chwiliwyd: \d+ .*(Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr) \d{4}/);
  await searchFor(page, "(bus");
  assert.deepEqual(await page.locator("section p[lang=cy]").allTextContents(), ["cromfach heb ei chau (nod 1 o’r chwiliad)", "caewch hi â ), neu hepgorwch hi"]);
  await searchFor(page, "kestermere roads");
  assert.equal(await page.locator("[part=notes] p[lang=cy]").textContent(), "kestermere: y cyngor neu’r gair");
  await page.context().close();
});
