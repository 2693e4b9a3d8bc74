// How text, links, boxes and buttons look wherever they stand; what only screen readers get.
import { css } from "lit";

export const base = css`
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
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
