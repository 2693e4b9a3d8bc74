// No violation of WCAG 2.2 AA that axe can see: every state and page, in both languages, in every look. MATRIX=part looks
// at each of them in light and English, dark and Welsh, forced colours and English.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hostPage, open, script, service, start, stop, violations } from "./harness.mjs";
import { languages, looks, servicePages, states } from "./states.mjs";

before(start);
after(stop);

const inPart = { light: "en", dark: "cy", "forced colours": "en" };
const combinations = looks
  .flatMap((look) => languages.map((language) => ({ look, language })))
  .filter(({ look, language }) => process.env.MATRIX !== "part" || inPart[look.name] === language);

for (const { look, language } of combinations) {
  test(`component, ${look.name}, ${language}`, async (t) => {
    const address = hostPage(`/${language}`, `<minutebook-search page-size="3"></minutebook-search>${script}`, { language });
    const page = await open(look.options);
    for (const state of states) {
      await t.test(state.name, async () => {
        await page.goto(address);
        await state.act(page);
        assert.deepEqual(await violations(page), []);
        await page.unrouteAll({ behavior: "ignoreErrors" });
      });
    }
    await page.context().close();
  });
  test(`pages of the service, ${look.name}, ${language}`, async (t) => {
    const page = await open({ ...look.options, bypassCSP: true }); // axe is a script that the policy would refuse
    for (const one of servicePages) {
      await t.test(one.name, async () => {
        await page.goto(service + (await one.path(language)));
        await page.locator(one.ready).first().waitFor();
        await page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
        assert.deepEqual(await violations(page), []);
      });
    }
    await page.context().close();
  });
}

test("axe sees into the shadow root", async () => {
  const page = await open();
  await page.goto(hostPage("/bad", `<minutebook-search></minutebook-search>${script}`));
  await page.locator("#q").waitFor();
  await page.evaluate(() => {
    const picture = document.createElement("img");
    document.querySelector("minutebook-search").shadowRoot.querySelector("form").append(picture);
  });
  assert.match((await violations(page)).join("\n"), /image-alt/);
  await page.context().close();
});
