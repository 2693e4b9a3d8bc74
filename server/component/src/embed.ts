// Script of the page /embed: gives the element the attributes that stand in the address, and tells the page around the
// frame how high the content is. Only pages that the service lists can show the frame, and only they are told.

const attributes = ["language", "theme", "label", "councils", "committees", "hide-filters", "page-size"];
const element = document.querySelector("minutebook-search")!;
const parameters = new URLSearchParams(location.search);
for (const name of attributes) {
  const value = parameters.get(name);
  if (value !== null) element.setAttribute(name, value);
}
const language = parameters.get("language");
if (language === "cy" || language === "en") document.documentElement.lang = language;
const theme = parameters.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;

// Where the browser says who is outside, only that page is told; else all that may be.
const allowed = (document.querySelector("main")!.dataset.ancestors ?? "").split(" ").filter((origin) => origin !== "");
const outside = location.ancestorOrigins?.[0];
const told = outside === undefined ? allowed : allowed.filter((origin) => origin === outside);

function tellHeight() {
  const height = Math.ceil(document.querySelector("main")!.getBoundingClientRect().height);
  for (const origin of told) parent.postMessage({ type: "minutebook-height", height }, origin);
}

if (parent !== window) new ResizeObserver(tellHeight).observe(document.querySelector("main")!);

const module = "./minutebook-search.js";
void import(module);

export {};
