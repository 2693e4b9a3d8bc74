// What people do with the pages of the service: with the keyboard, without scripts, with a screen reader's view of them; and
// that nothing a paper says becomes markup.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { box, few, hostPage, open, opened, service, start, stop } from "./harness.mjs";

before(start);
after(stop);

/** What has the focus: its words, and whether anybody could see that it has. */
function focused(page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const { top, bottom, left, right } = one.getBoundingClientRect();
    const inSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const [x, y] = [Math.max(left, 0) + 2, Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1)];
    const on = document.elementFromPoint(x, y);
    return {
      words: (one.labels?.[0] ?? one).textContent.trim(),
      tag: one.tagName.toLowerCase(),
      id: one.id,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      inSight: inSight && on !== null && (one.contains(on) || on.contains(one)),
      place: one === document.body ? "" : `${one.tagName} ${one.id} ${one.getAttribute("href") ?? ""} ${top + scrollY}`,
    };
  });
}

/** Tabs until an element is met; every one on the way must show its focus. */
async function tabTo(page, wanted, most = 90) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const focus = await focused(page);
    assert.ok(focus.tag === "body" || (focus.outlined && focus.inSight), `no visible focus: ${JSON.stringify(focus)}`);
    if (wanted(focus)) return focus;
  }
  assert.fail("not reached with Tab");
}

const count = async (page) => Number(/\d+/.exec(await page.locator("#results").textContent())[0]);
const titles = (page) => page.locator(".item h3").allTextContents();

test("the keyboard alone is enough: search, filter, apply, read, and back", async () => {
  const page = await opened("/search");
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).words, "Skip to results");
  await page.keyboard.press("Enter");
  assert.equal((await focused(page)).id, "results");
  await page.reload();
  await tabTo(page, ({ id }) => id === "q");
  await page.keyboard.type("EHCP timeliness");
  await page.keyboard.press("Enter");
  await page.locator(".item").first().waitFor();
  const before = await count(page);
  await tabTo(page, ({ words }) => words === "Kind of paper");
  await page.keyboard.press("Enter");
  await tabTo(page, ({ words }) => /^Minutes \(\d+\)$/.test(words));
  await page.keyboard.press("Space");
  await tabTo(page, ({ words }) => words === "Apply");
  await page.keyboard.press("Enter");
  await page.waitForURL(/kind=minutes/);
  const filtered = await count(page);
  assert.ok(filtered > 0 && filtered < before, `${filtered} of ${before}`);
  const address = page.url();
  await tabTo(page, ({ words }) => words === "Mentions by year");
  const first = await tabTo(page, ({ place }) => place.includes("/item/"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/item\//);
  assert.ok(first.words.includes(await page.locator("h1").textContent()), first.words);
  await tabTo(page, ({ words }) => words === "Back to the results");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search/);
  assert.equal(await count(page), filtered);
  assert.equal((await focused(page)).id, "results"); // not at the top again
  assert.deepEqual([...new URL(page.url()).searchParams].sort(), [...new URL(address).searchParams].filter(([, value]) => value && value !== "relevance").sort());
  await tabTo(page, ({ place }) => place.includes("/item/"));
  await page.context().close();
});

test("Tab goes through all of a page and out of it, each thing once", async () => {
  for (const path of ["/search?q=EHCP&kind=minutes", "/help", "/timeline?q=EHCP"]) {
    const page = await opened(path);
    const seen = new Set();
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press("Tab");
      const { place, outlined, words } = await focused(page);
      if (place === "") break;
      if (seen.size > 0 && seen.has(place)) break; // round the window again
      assert.ok(outlined, words);
      seen.add(place);
    }
    const reachable = await page.evaluate(
      () => [...document.querySelectorAll("a[href], button, input, select, summary")].filter((one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && one.getClientRects().length > 0).length,
    );
    assert.equal(seen.size, reachable, path);
    await page.context().close();
  }
});

test("back and forward show each search again, with its filters in the form", async () => {
  const page = await opened("/search");
  for (const words of ["EHCP timeliness", "young carers"]) {
    await box(page).fill(words);
    await box(page).press("Enter");
    await page.waitForURL((address) => address.searchParams.get("q") === words);
    await page.locator(".item").first().waitFor();
  }
  await page.getByLabel("Sort by").selectOption("newest");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/sort=newest/);
  const newest = await titles(page);
  await page.locator(".item h3 a").first().click();
  await page.waitForURL(/\/item\//);
  await page.goBack();
  assert.deepEqual(await titles(page), newest);
  assert.equal(await page.locator("#sort").inputValue(), "newest");
  await page.goBack();
  await page.goBack();
  assert.match(await page.title(), /^EHCP timeliness – \d+ items – /);
  await page.goForward();
  assert.match(await page.title(), /^young carers – \d+ items – /);
  await page.context().close();
});

test("without scripts everything works", async () => {
  const page = await opened("/search", { javaScriptEnabled: false, locale: "en-GB" });
  const find = async (words) => {
    await box(page).fill(words);
    await page.getByRole("button", { name: "Search" }).click();
  };
  const follow = (name) => page.getByRole("link", { name }).first().click();
  await find("EHCP timeliness");
  const all = await count(page);
  await page.locator("summary", { hasText: "Council" }).click();
  await page.getByRole("checkbox").first().check();
  await page.locator("summary", { hasText: "Date of the meeting" }).click();
  await page.getByLabel("From").fill("8fed Ionawr 2018");
  await page.getByLabel("Sort by").selectOption("oldest");
  await page.getByRole("button", { name: "Apply" }).click();
  const few = await count(page);
  assert.ok(few > 0 && few < all, `${few} of ${all}`);
  const dates = await page.locator(".items").first().locator("time").evaluateAll((list) => list.map((one) => one.dateTime));
  assert.deepEqual(dates, [...dates].sort());
  await follow(/^Remove filter Meetings from 8fed Ionawr 2018/);
  assert.ok((await count(page)) >= few);
  await follow("Clear all filters");
  assert.equal(await count(page), all);
  await follow("Search only these words");
  assert.ok((await count(page).catch(() => 0)) < all);
  await follow("Search other names as well");
  assert.equal(await count(page), all);
  const first = await titles(page);
  await follow("Next page");
  assert.notDeepEqual(await titles(page), first);
  await follow("First page");
  assert.deepEqual(await titles(page), first);
  await page.locator("summary", { hasText: "Mentions by year" }).click();
  assert.ok(await page.locator("img.timeline").isVisible());
  await follow("The same as a table");
  await page.getByRole("link", { name: /^20\d\d$/ }).first().click();
  assert.ok((await count(page)) > 0);
  await follow("Clear all filters");
  await find("childern homes");
  await follow("children homes");
  assert.ok((await count(page)) > 0);
  await follow(/^Show all mentions in this paper/);
  await page.locator(".marks a").last().click();
  assert.match(page.url(), /#m\d+$/);
  await page.locator("h2 a").first().click();
  await page.getByRole("navigation", { name: "In this paper" }).getByRole("link", { name: /^After: / }).click();
  assert.ok(await page.locator("article").isVisible());
  await follow("Back to the results");
  await follow("Has anyone reviewed this before?");
  assert.match(await page.locator("#results").textContent(), /review/);
  await follow("How to search");
  await follow("=send");
  assert.ok((await count(page)) > 0);
  await follow("Cymraeg");
  assert.equal(await page.locator("html").getAttribute("lang"), "cy");
  await page.context().close();
});

test("names and landmarks, as screen readers get them", async () => {
  const page = await opened("/search?q=EHCP+timeliness&from=2015");
  const tree = await page.locator("body").ariaSnapshot();
  for (const part of [
    'link "Skip to results"', "- banner", "- main", "- search", 'heading "Search council papers" [level=1]', 'searchbox "Search council papers"',
    'heading "Filter and sort" [level=2]', 'combobox "Sort by"', 'group "Date of the meeting"', 'textbox "From"', 'button "Apply"',
    /heading "\d+ items in \d+ papers of \d+ meetings" \[level=2\]/, 'list "Filters in use"', 'link "Remove filter Meetings from 2015', 'list "Passages"',
    /heading "[^"]+" \[level=3\]/, 'navigation "Pages of results"', 'heading "Keep and follow" [level=2]',
  ]) {
    if (typeof part === "string") assert.ok(tree.includes(part), `${part} is missing in\n${tree}`);
    else assert.match(tree, part);
  }
  // Who hears the links alone can tell them apart.
  const names = await page.locator(".item a").evaluateAll((links) => links.map((link) => `${link.textContent} ${link.hash}`));
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  assert.deepEqual(twice, []);
  const wrong = await opened("/search?q=EHCP&from=soon");
  assert.match(await wrong.getByRole("alert").textContent(), /“soon” is not a date/);
  await wrong.getByRole("alert").getByRole("link").press("Enter");
  assert.equal((await focused(wrong)).id, "from");
  assert.match(await wrong.locator("main").ariaSnapshot(), /textbox "From" \[active\]|textbox "From"/);
  assert.equal(await wrong.locator("#from").getAttribute("aria-describedby"), "wrong-from date-hint");
  await page.context().close();
  await wrong.context().close();
});

test("an item opens at its passage, with its neighbours and the source at its page", async () => {
  const page = await opened("/search?q=EHCP+timeliness");
  await page.locator(".item h3 a[href*='#m1']").nth(1).click();
  await page.waitForURL(/#m1$/);
  const { top, marks } = await page.locator("#m1").evaluate((one) => ({ top: one.getBoundingClientRect().top, marks: one.querySelectorAll("mark").length }));
  assert.ok(top >= 0 && top < 800 && marks > 0, `${top} px, ${marks} marks`);
  const near = page.getByRole("navigation", { name: "In this paper" });
  const here = page.url();
  await near.getByRole("link", { name: /^After: / }).click();
  await near.getByRole("link", { name: /^Before: / }).click();
  assert.equal(page.url(), here.replace("#m1", ""));
  await page.context().close();
  const paged = await open();
  await paged.goto(`${few}/search?q=inclusion`);
  const source = paged.getByRole("link", { name: /^Source, at page 1 of / }).first();
  assert.equal(await source.getAttribute("href"), "https://democracy.eskermouth.example/minutes.pdf#page=1");
  assert.equal(await source.getAttribute("rel"), "noopener noreferrer");
  await paged.context().close();
});

test("hostile papers are text, on every page, in the feed and in the component", async () => {
  const page = await open();
  const dialogs = [];
  page.on("dialog", (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  const harmless = async (where) => {
    assert.equal(await page.evaluate(() => window.hurt), undefined, where);
    assert.equal(await page.locator("script, svg, img:not(.timeline), [onerror], [onload]").count(), 0, where);
    assert.equal(await page.locator("a[href^='javascript:' i]").count(), 0, where);
  };
  await page.goto(`${few}/search?q=buses`);
  assert.match(await page.locator(".item").first().textContent(), /<script>window\.hurt=1<\/script>/);
  assert.match(await page.locator(".item .more").first().textContent(), /<img src=x onerror="window\.hurt=1">\.txt/);
  await harmless("search");
  await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  const item = await page.locator(".item h3 a").first().getAttribute("href");
  const paper = await page.locator(".item .more a", { hasText: "in this paper" }).first().getAttribute("href");
  const text = encodeURIComponent('"><script>window.hurt=1</script><img src=x onerror="window.hurt=1">');
  for (const path of [item, paper, "/reviews?q=buses", "/timeline?q=buses", `/search?q=${text}`, `/search?q=buses&from=${text}`, `/search?q=buses&committee=${text}`,
    `/item/x?mark=${text}`, `/search?${text}=1`, `/${text}`]) {
    await page.goto(few + path);
    await harmless(path);
  }
  await page.goto("about:blank"); // the pages' own policy lets nobody parse markup there
  const feed = await (await fetch(`${few}/feed.atom?q=buses`)).text();
  const [titles, elements] = await page.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, "application/xml");
    const names = [...read.querySelectorAll("*")].map((one) => one.localName.toLowerCase());
    return [[...read.querySelectorAll("entry > title")].map((one) => one.textContent), names];
  }, feed);
  assert.deepEqual(elements.filter((name) => ["script", "img", "svg", "parsererror"].includes(name)), []);
  assert.ok(titles.some((title) => title.includes("<script>")), titles.join());
  await page.goto(hostPage("/hostile-papers", `<minutebook-search src="${few}"></minutebook-search><script type="module" src="${few}/embed/v1/minutebook-search.js"></script>`));
  await box(page).fill("buses");
  await box(page).press("Enter");
  await page.locator("[part=result]").first().waitFor();
  assert.match(await page.locator("[part=result]").first().textContent(), /<script>window\.hurt=1<\/script>/);
  assert.equal(await page.locator("minutebook-search").locator("script, img, svg").count(), 0);
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  assert.deepEqual(dialogs, []);
  await page.context().close();
});

test("the language of the page follows the browser, the address, and the link in its head", async () => {
  const page = await opened("/search?q=EHCP", { locale: "cy-GB", extraHTTPHeaders: { "Accept-Language": "cy-GB,cy;q=0.9,en;q=0.5" } });
  assert.equal(await page.locator("html").getAttribute("lang"), "cy");
  assert.match(await page.locator("#results").textContent(), /^\d+ eitem mewn \d+ [bp]h?apur/);
  assert.equal(await page.locator(".item h3").first().getAttribute("lang"), "en");
  const english = page.getByRole("link", { name: "English" });
  assert.equal(await english.getAttribute("lang"), "en");
  await english.click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.getByRole("link", { name: /^Show all mentions in this paper/ }).first().click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en"); // a choice stays made
  await page.context().close();
});
