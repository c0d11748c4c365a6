import type { IncomingMessage } from "node:http";

/** What a cookie of a request holds; undefined where it has none of that name. */
export function cookieOf(request: Pick<IncomingMessage, "headers">, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
