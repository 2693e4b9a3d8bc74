// How the filters in use, the results and the pages of results look.
import { css } from "lit";

export const results = css`
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
`;
