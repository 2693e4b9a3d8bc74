// How the pages of the service look in narrow windows, with large text and on paper; and that nothing they ask for is missing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, opened, service, start, stop } from "./harness.mjs";
import { servicePages } from "./states.mjs";

before(start);
after(stop);

test("320 pixels, which is 400 % zoom, and twice as large text need no scrolling to the side", async () => {
  for (const language of ["en", "cy"]) {
    const page = await open({ viewport: { width: 320, height: 256 } });
    for (const one of servicePages) {
      await page.goto(service + (await one.path(language)));
      await page.locator(one.ready).first().waitFor();
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok((await width()) <= 320, `${one.name}, ${language}: ${await width()} px`);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      assert.ok((await width()) <= 320, `${one.name}, ${language}, text at 200 %: ${await width()} px`);
    }
    await page.context().close();
  }
});

test("narrow windows begin with the results; the panel opens over them", async () => {
  const page = await opened("/search?q=EHCP&kind=minutes", { viewport: { width: 320, height: 640 } });
  assert.ok(!(await page.getByRole("button", { name: "Apply" }).isVisible()));
  assert.ok((await page.locator("#results").boundingBox()).y < 640);
  await page.locator("summary", { hasText: "Filter and sort (1 filter in use)" }).click();
  await page.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/kind=minutes/);
  await page.context().close();
});

test("all that can be pressed is large enough", async () => {
  for (const viewport of [{ width: 1000, height: 800 }, { width: 320, height: 640 }]) {
    const page = await opened("/search?q=EHCP&kind=minutes&from=2015", { viewport });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, summary, select, input:not([type=checkbox]), label[for], .active a, .paging a, .top a, h3 a, .buttons a")]
        .filter((one) => one.checkVisibility() && one.getClientRects().length > 0)
        .filter((one) => one.getBoundingClientRect().height < 24 && one.matches("button, summary, select, input, .active a, .paging a, .top a, .buttons a"))
        .map((one) => `${one.textContent.trim()} ${one.getBoundingClientRect().height}`),
    );
    assert.deepEqual(small, []);
    await page.context().close();
  }
});

test("on paper stand the question and the results, and nothing to press", async () => {
  const page = await opened("/search?q=EHCP+timeliness&kind=minutes", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  for (const shown of ["#q", "#results", ".item >> nth=0", ".active", ".coverage"]) assert.ok(await page.locator(shown).first().isVisible(), shown);
  for (const hidden of [".panel", "button", ".paging", ".keep", ".tools", ".skip"]) assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
  const colour = await page.locator(".item h3 a").first().evaluate((link) => getComputedStyle(link).color);
  assert.equal(colour, "rgb(0, 0, 0)");
  assert.ok((await page.pdf({ format: "A4" })).length > 5000);
  await page.context().close();
});
test("pages of the service bring their icon, and nothing they ask for is missing", async () => {
  for (const path of ["/search?q=EHCP", "/help", "/embed", "/embed/demo", "/item/none"]) {
    const page = await open();
    const missing = [];
    page.on("response", (response) => response.status() >= 400 && missing.push(new URL(response.url()).pathname));
    await page.goto(service + path);
    const icon = await page.locator("link[rel=icon]").evaluate((link) => link.href);
    assert.equal(icon, `${service}/icon.svg`, path);
    // As the page itself loads pictures: its policy decides.
    const width = await page.evaluate(async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      return picture.naturalWidth;
    }, icon);
    assert.ok(width > 0, path);
    assert.deepEqual(missing, path === "/item/none" ? [path] : []);
    await page.context().close();
  }
});

test("what the console complains of comes with its address", async () => {
  const page = await open();
  await page.goto(`${service}/help`);
  const said = page.waitForEvent("console");
  await page.evaluate((address) => fetch(address), `${service}/nowhere`);
  await said;
  assert.match(page.complaints.join("\n"), new RegExp(`404 .*\\(${service}/nowhere\\)`));
  await page.context().close();
});
