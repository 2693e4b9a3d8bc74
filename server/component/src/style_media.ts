// What is different in forced colours and on paper: after all the rest, which it overrides.
import { css } from "lit";

export const media = css`
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
