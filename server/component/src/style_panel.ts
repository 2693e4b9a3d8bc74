// How the panel of filters looks.
import { css } from "lit";

export const panel = css`
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
`;
