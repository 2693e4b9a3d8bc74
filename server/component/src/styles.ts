// How the element looks. Colours come from --mb-* of the page, else follow its colour scheme; fonts are inherited.
// Everything is one column that wraps, so that 320 pixels and 400 % zoom need no rules of their own.
import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    --_text: var(--mb-text, #1d2023);
    --_muted: var(--mb-muted, #4d545b);
    --_background: var(--mb-background, #fff);
    --_surface: var(--mb-surface, #f3f5f6);
    --_border: var(--mb-border, #c4cacf);
    --_control: var(--mb-control-border, #6b747c);
    --_link: var(--mb-link, #0b5394);
    --_visited: var(--mb-link-visited, #5b3a86);
    --_accent: var(--mb-accent, #14556b);
    --_accent-text: var(--mb-accent-text, #fff);
    --_focus: var(--mb-focus, #0b5394);
    --_mark: var(--mb-mark, #fff1a8);
    --_mark-text: var(--mb-mark-text, #1d2023);
    --_error: var(--mb-error, #a61b1b);
    --_radius: var(--mb-radius, 4px);
    --_gap: var(--mb-gap, 1rem);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_text: var(--mb-text, light-dark(#1d2023, #e7eaec));
      --_muted: var(--mb-muted, light-dark(#4d545b, #b3bbc2));
      --_background: var(--mb-background, light-dark(#fff, #16191c));
      --_surface: var(--mb-surface, light-dark(#f3f5f6, #21262a));
      --_border: var(--mb-border, light-dark(#c4cacf, #444c53));
      --_control: var(--mb-control-border, light-dark(#6b747c, #8d979f));
      --_link: var(--mb-link, light-dark(#0b5394, #8ec5f5));
      --_visited: var(--mb-link-visited, light-dark(#5b3a86, #c9b0f0));
      --_accent: var(--mb-accent, light-dark(#14556b, #7cc7de));
      --_accent-text: var(--mb-accent-text, light-dark(#fff, #0b1a20));
      --_focus: var(--mb-focus, light-dark(#0b5394, #9fd0ff));
      --_mark: var(--mb-mark, light-dark(#fff1a8, #5c4b00));
      --_mark-text: var(--mb-mark-text, light-dark(#1d2023, #fff6cf));
      --_error: var(--mb-error, light-dark(#a61b1b, #ffaaa3));
    }
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  .root {
    max-width: var(--mb-max-width, 50rem);
    padding: var(--mb-padding, min(1rem, 4cqi));
    color: var(--_text);
    background: var(--_background);
    font-family: var(--mb-font, inherit);
    font-size: var(--mb-font-size, inherit);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  h2,
  h3,
  h4 {
    margin: 0;
    font-family: var(--mb-heading-font, inherit);
    font-weight: 600;
    line-height: 1.3;
    text-wrap: pretty;
  }
  h2 {
    font-size: 1.35em;
  }
  h3 {
    font-size: 1.1em;
  }
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.15em;
  }
  a:visited {
    color: var(--_visited);
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  mark {
    padding: 0 0.1em;
    border-radius: 2px;
    color: var(--_mark-text);
    background: var(--_mark);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  h2:focus-visible {
    outline-offset: 4px;
  }
  input,
  select,
  button {
    font: inherit;
    color: inherit;
  }
  label,
  legend {
    font-weight: 600;
  }
  input[type="search"],
  input[type="text"],
  select {
    width: 100%;
    min-height: 2.75em;
    padding: 0.4em 0.7em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_background);
  }
  input[type="text"] {
    max-width: 15em;
  }
  input[aria-invalid="true"] {
    border: 2px solid var(--_error);
  }
  button {
    min-height: 2.75em;
    padding: 0.4em 1em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_background);
    cursor: pointer;
  }
  button:hover {
    background: var(--_surface);
  }
  button.main {
    border-color: var(--_accent);
    color: var(--_accent-text);
    background: var(--_accent);
    font-weight: 600;
  }
  button.main:hover {
    text-decoration: underline;
  }
  button.link {
    min-height: 24px;
    padding: 0.1em 0;
    border: 0;
    color: var(--_link);
    background: none;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .line {
    display: flex;
    gap: 0.5rem;
    margin-top: 0.35rem;
  }
  .line input {
    flex: 1;
    min-width: 0;
  }
  @container (max-width: 24rem) {
    .line {
      flex-wrap: wrap;
    }
    .line input {
      flex-basis: 100%;
    }
  }
  details {
    margin-top: 0.75rem;
  }
  summary {
    display: inline-block;
    min-height: 24px;
    padding: 0.25em 0;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: "+";
    display: inline-block;
    width: 1.1em;
    font-weight: 600;
  }
  details[open] > summary::before {
    content: "−";
  }
  .panel {
    margin-top: 0.5rem;
    padding: min(var(--_gap), 4cqi);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .sets {
    columns: 17rem;
    column-gap: 2rem;
    margin-bottom: 0.75rem;
  }
  fieldset,
  .set {
    min-width: 0;
    margin: 0 0 1.25rem;
    padding: 0;
    border: 0;
    break-inside: avoid;
  }
  legend {
    margin-bottom: 0.35rem;
    padding: 0;
  }
  .set label,
  .pair label {
    display: block;
    margin-bottom: 0.25rem;
  }
  .hint,
  .meta,
  .note,
  .coverage {
    color: var(--_muted);
    font-size: 0.92em;
  }
  .pair {
    margin-top: 0.5rem;
  }
  .pair label {
    font-weight: 400;
  }
  .wrong {
    color: var(--_error);
    font-weight: 600;
  }
  .option {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
    padding: 0.2em 0;
  }
  .option input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin: 0.12em 0 0;
    accent-color: var(--_accent);
  }
  .option label {
    min-width: 0;
    font-weight: 400;
  }
  .actions {
    margin-top: 0.25rem;
  }
  .actions,
  .chosen ul,
  .pages ol {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }
  .chosen {
    margin-top: var(--_gap);
  }
  .chosen button {
    min-height: 2.2em;
    padding: 0.2em 0.8em;
    text-align: start;
  }
  .outcome {
    margin-top: calc(1.5 * var(--_gap));
    padding-top: var(--_gap);
    border-top: 1px solid var(--_border);
  }
  .outcome > * + * {
    margin-top: 0.6rem;
  }
  .notes > * + * {
    margin-top: 0.25rem;
  }
  .tips {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .row {
    padding: 1.1rem 0;
    border-top: 1px solid var(--_border);
  }
  .rows > .row:first-child {
    border-top: 0;
  }
  .row > * + * {
    margin-top: 0.4rem;
  }
  .outcome > .tier {
    margin-top: 1.5rem;
    padding-top: 1.25rem;
    border-top: 2px solid var(--_border);
  }
  .meta span:not(:last-child)::after {
    content: " · ";
  }
  .passages > li {
    padding-inline-start: 0.8rem;
    border-inline-start: 3px solid var(--_border);
  }
  .passages > li + li {
    margin-top: 0.55rem;
  }
  .kind {
    font-weight: 600;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    font-size: 0.95em;
  }
  .links > * {
    min-height: 24px;
  }
  .pages {
    margin-top: var(--_gap);
    padding-top: var(--_gap);
    border-top: 1px solid var(--_border);
  }
  .pages a,
  .pages button,
  .pages .here {
    display: inline-block;
    min-width: 2.5em;
    min-height: 2.5em;
    padding: 0.45em 0.6em;
    border: 0;
    border-radius: var(--_radius);
    line-height: 1.5;
    text-align: center;
  }
  .pages a:visited {
    color: var(--_link);
  }
  .pages .here {
    border: 1px solid currentColor;
    font-weight: 600;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .panel,
    button.main {
      border: 1px solid;
    }
  }
  @media print {
    form,
    .pages,
    .chosen,
    .actions {
      display: none;
    }
    .row {
      break-inside: avoid;
    }
  }
`;
