// How the element looks, from the general to the particular: later rules win. Fonts are inherited. Everything is one column
// that wraps, so that 320 pixels and 400 % zoom need no rules of their own.
import { base } from "./style_base.js";
import { media } from "./style_media.js";
import { panel } from "./style_panel.js";
import { results } from "./style_results.js";
import { theme } from "./style_theme.js";

export const styles = [theme, base, panel, results, media];
