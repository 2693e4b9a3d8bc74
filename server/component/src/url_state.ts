// Keeps the search in the address of the page, so that it can be linked, reloaded and gone back to. Knows the search's
// parameters and nothing else of the page's address, which stays as it is.
import { fromParameters, type SearchState, toParameters } from "./search_state.js";

export type UrlStateMode = "none" | "query" | "hash";

export function urlStateMode(value: string): UrlStateMode {
  return value === "query" || value === "hash" ? value : "none";
}

function parametersOf(mode: UrlStateMode): URLSearchParams {
  return new URLSearchParams(mode === "hash" ? location.hash.slice(1) : location.search);
}

export function readAddress(mode: UrlStateMode, prefix: string): SearchState {
  return fromParameters(mode === "none" ? new URLSearchParams() : parametersOf(mode), prefix);
}

/** The page's address with this search in it. A fragment that is no list of parameters makes way in mode "hash". */
export function addressOf(mode: UrlStateMode, prefix: string, state: SearchState): string {
  const address = new URL(location.href);
  if (mode === "none") return address.href;
  const parameters = parametersOf(mode);
  for (const name of [...parameters.keys()]) {
    if (name.startsWith(`${prefix}-`) || (mode === "hash" && !location.hash.includes("="))) parameters.delete(name);
  }
  for (const [name, value] of toParameters(state, prefix)) parameters.append(name, value);
  if (mode === "hash") address.hash = parameters.toString();
  else address.search = parameters.toString();
  return address.href;
}
