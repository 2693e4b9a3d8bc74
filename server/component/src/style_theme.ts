// Colours, distances and the page's colour scheme: those of the page by --mb-*, else our own, light and dark. What looks
// how is in the other style_*.ts.
import { css } from "lit";

export const theme = css`
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
`;
