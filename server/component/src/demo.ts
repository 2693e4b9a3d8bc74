// Script of the page /embed/demo: what is chosen goes to the live element and into the lines to paste.

import { type Language, languageOf, Texts } from "./texts.js";

const main = document.querySelector("main")!;
const live = document.querySelector("#live")!;
const service = new URL("..", location.href).href.replace(/\/$/, "");
const texts = ["language", "theme", "label", "councils", "committees", "page-size", "url-state"];
const defaultRows = "10";

function field(id: string): HTMLInputElement {
  return document.querySelector<HTMLInputElement>(`#${id}`)!;
}

/** Attributes that differ from an element without any. */
function chosen(): [string, string][] {
  const all = texts.map((name): [string, string] => [name, field(name).value.trim()]);
  const pairs = all.filter(([name, value]) => value !== "" && !(name === "page-size" && value === defaultRows));
  const boxes = [...document.querySelectorAll<HTMLInputElement>("input[name=hide]")];
  const hidden = boxes.filter((box) => box.checked).map((box) => box.value);
  if (hidden.length > 0) pairs.push(["hide-filters", hidden.length === boxes.length ? "" : hidden.join(" ")]);
  return pairs;
}

function escaped(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

function attributesOf(pairs: [string, string][]): string {
  return pairs.map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join("");
}

/** Language of what is made: the one chosen, else this page's. */
function shownLanguage(): Language {
  return languageOf(field("language").value || document.documentElement.lang);
}

function scriptLine(): string {
  const { integrity = "", version = "" } = main.dataset;
  const pinned = field("pinned").checked;
  const address = `${service}/embed/v1/minutebook-search.js${pinned ? `?v=${version}` : ""}`;
  const safety = pinned ? ` integrity="${integrity}" crossorigin="anonymous"` : "";
  return `<script type="module" src="${escaped(address)}"${safety}></script>`;
}

function fallback(): string {
  if (!field("fallback").checked) return "";
  const words = new Texts(shownLanguage());
  const label = field("label").value.trim() || words.text("label");
  const box = `<label>${escaped(label)} <input type="search" name="q"></label>`;
  const action = escaped(`${service}/search`);
  return `\n  <form action="${action}">${box} <button>${words.text("search")}</button></form>\n`;
}

function show() {
  const pairs = chosen();
  for (const name of [...texts, "hide-filters"]) {
    const pair = pairs.find(([wanted]) => wanted === name);
    if (pair === undefined) live.removeAttribute(name);
    else live.setAttribute(name, pair[1]);
  }
  const element = `<minutebook-search${attributesOf(pairs)}>${fallback()}</minutebook-search>`;
  document.querySelector("#line")!.textContent = `${scriptLine()}\n${element}`;
  const inFrame = pairs.filter(([name]) => name !== "url-state");
  const query = new URLSearchParams(inFrame).toString();
  const address = escaped(`${service}/embed${query ? `?${query}` : ""}`);
  const title = escaped(field("label").value.trim() || new Texts(shownLanguage()).text("label"));
  document.querySelector("#frame")!.textContent = `<iframe src="${address}" title="${title}" width="100%" height="700"></iframe>`;
}

document.querySelector("#choices")!.addEventListener("input", show);
document.querySelector("#choices")!.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#copy")!.addEventListener("click", async () => {
  const said = document.querySelector("#copied")!;
  try {
    await navigator.clipboard.writeText(document.querySelector("#line")!.textContent ?? "");
    said.textContent = main.dataset.copied ?? "";
  } catch {
    said.textContent = main.dataset.notCopied ?? "";
  }
});
show();
const module = "./minutebook-search.js";
void import(module);

export {};
