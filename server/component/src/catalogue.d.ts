// The texts of the element in both languages, picked by the build from the catalogues that the pages share.
declare module "catalogue:texts" {
  export type Entry = string | Record<string, string>;
  export const texts: Record<"en" | "cy", Record<string, Entry>>;
}
