// Makes the module: node build.mjs FOLDER. Writes minutebook-search.js, its integrity hash and types,
// and the scripts of the pages around it into the folder.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, "dist");
const longestGzip = 25 * 1024;

/** Of the catalogues that the pages share, the texts of the element, without their prefix. */
const catalogues = {
  name: "catalogues",
  setup(bundler) {
    bundler.onResolve({ filter: /^catalogue:texts$/ }, () => ({ path: "texts", namespace: "catalogue" }));
    bundler.onLoad({ filter: /.*/, namespace: "catalogue" }, () => {
      const texts = Object.fromEntries(
        ["en", "cy"].map((language) => {
          const all = JSON.parse(readFileSync(join(here, "..", "catalogue", `${language}.json`), "utf8"));
          const own = Object.entries(all).filter(([key]) => key.startsWith("component."));
          return [language, Object.fromEntries(own.map(([key, text]) => [key.slice("component.".length), text]))];
        }),
      );
      return { contents: `export const texts = ${JSON.stringify(texts)};`, loader: "js" };
    });
  },
};

/** Style sheets lose what only people need: a browser reads them as well without. */
const styleSheets = {
  name: "style-sheets",
  setup(bundler) {
    bundler.onLoad({ filter: /style_\w+\.ts$/ }, (file) => ({
      contents: readFileSync(file.path, "utf8").replace(/css`([^`]*)`/, (_, css) => `css\`${css.replace(/\s+/g, " ")}\``),
      loader: "ts",
    }));
  },
};

const made = await build({
  entryPoints: [join(here, "src", "minutebook_search.ts")],
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  write: false,
  plugins: [catalogues, styleSheets],
  banner: { js: "/* minutebook-search, GPL-2.0-or-later. With Lit, (c) Google LLC, BSD-3-Clause. */" },
});
const module = Buffer.from(made.outputFiles[0].contents);
const size = gzipSync(module, { level: 9 }).length;
if (size > longestGzip) {
  console.error(`minutebook-search.js takes ${size} bytes with gzip; at most ${longestGzip} are allowed`);
  process.exit(1);
}

/** The small scripts of the pages around the element; they fetch the module from beside them. */
async function script(source, name) {
  await build({
    plugins: [catalogues],
    charset: "utf8",
    entryPoints: [join(here, "src", source)],
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    outfile: join(folder, name),
    banner: { js: "/* GPL-2.0-or-later */" },
  });
}

const integrity = `sha384-${createHash("sha384").update(module).digest("base64")}`;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "minutebook-search.js"), module);
writeFileSync(join(folder, "integrity"), integrity);
await script("frame.ts", "minutebook-frame.js");
await script("embed.ts", "embed.js");
await script("demo.ts", "demo.js");
copyFileSync(join(here, "minutebook-search.d.ts"), join(folder, "minutebook-search.d.ts"));
console.log(`minutebook-search.js: ${module.length} bytes, ${size} with gzip, ${integrity}`);
