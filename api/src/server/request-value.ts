import type { Request } from "express";

/** One value of a name in the address; the first where it stands there twice. */
export function valueOf({ query }: Request, name: string): string | undefined {
  const value = [query[name]].flat()[0];
  return typeof value === "string" && value !== "" ? value : undefined;
}
