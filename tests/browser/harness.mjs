// What the tests in the browser share: a web site that embeds the component (with any Content-Security-Policy), the
// browser, and axe. The service runs already; its address is in MINUTEBOOK_SERVICE, the site's port in HOST_PORT.
import { AxeBuilder } from "@axe-core/playwright";
import { createServer } from "node:http";
import { chromium } from "playwright-core";

export const service = process.env.MINUTEBOOK_SERVICE;
/** Another service, over a paper full of markup and one that has pages. */
export const few = process.env.MINUTEBOOK_FEW;
const hostPort = Number(process.env.HOST_PORT);
export const host = `http://127.0.0.1:${hostPort}`;
const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

export const moduleAddress = `${service}/embed/v1/minutebook-search.js`;
export const script = `<script type="module" src="${moduleAddress}"></script>`;

/** What a council's page could be: pages are served by path, with headers of their own. */
const pages = new Map();

export function hostPage(path, body, { headers = {}, language = "en", style = true } = {}) {
  const link = style ? '<link rel="stylesheet" href="/site.css">' : "";
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Intranet</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${link}</head><body><main><h1>Intranet</h1>${body}</main></body></html>`;
  pages.set(path, { html, headers });
  return host + path;
}

/** A page as somebody else wrote it. */
export function writtenPage(path, html) {
  pages.set(path, { html, headers: {} });
  return host + path;
}

function answer(request, response) {
  const path = new URL(request.url, host).pathname;
  if (path === "/site.css") {
    response.writeHead(200, { "Content-Type": "text/css" });
    response.end(":root{color-scheme:light dark}body{font:100%/1.5 sans-serif;margin:1rem}");
    return;
  }
  if (path === "/favicon.ico") {
    // Browsers ask every site for it; a site without one would leave a complaint in the console now and then.
    response.writeHead(204);
    response.end();
    return;
  }
  const page = pages.get(path);
  response.writeHead(page ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", ...page?.headers });
  response.end(page?.html ?? "");
}

let site;
let browser;

export async function start() {
  site = createServer(answer);
  await new Promise((resolve) => site.listen(hostPort, "127.0.0.1", resolve));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
}

export async function stop() {
  await browser?.close();
  site?.close();
}

/** A new window with nothing kept; collects what the console complains of in `page.complaints`. */
export async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  context.setDefaultTimeout(10000);
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => {
    // The text alone says "404 (Not Found)" and not of what.
    if (message.type() === "error" || message.type() === "warning")
      page.complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  return page;
}

/** A page of the service in a new window. */
export async function opened(path, options = {}) {
  const page = await open(options);
  await page.goto(service + path);
  return page;
}

export const box = (page) => page.getByRole("searchbox");
export const heading = (page) => page.locator("#results");

export async function searchFor(page, words) {
  await box(page).fill(words);
  await box(page).press("Enter");
  await settled(page);
}

/** The answer to the last search is shown. */
export async function settled(page) {
  await heading(page).waitFor();
  await page.locator('section[aria-busy="false"]').waitFor();
}

/** Answers of the service, changed on their way. */
export async function changeAnswers(page, change) {
  await page.route("**/api/v1/search**", async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    await route.fulfill({ response, json: change(json) ?? json });
  });
}

/** Violations as lines; none is what the tests ask for. */
export async function violations(page) {
  // Frames are looked at by themselves; without them axe needs no window of its own each time.
  const found = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze();
  return found.violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}: ${node.failureSummary ?? one.help}`),
  );
}
