/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Whether a JSON value is an object, neither list nor null. */
export function isJsonObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * JSON in the canonical form of RFC 8785: keys in order of their UTF-16 units, no spaces. Numbers and strings are
 * written as ECMAScript writes them, which is what the RFC asks for. A key whose value is undefined is left out.
 */
export function canonicalJson(value: Json): string {
  const text = JSON.stringify(value);
  // Nothing to put in order, as in most values there are: no object further inside, and no keys out of order.
  if (!text.includes("{", 1) && isInOrder(value)) return text;
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isJsonObject(value)) return text;
  const pairs = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${pairs.join(",")}}`;
}

function isInOrder(value: Json): boolean {
  if (!isJsonObject(value)) return true;
  let before = "";
  for (const key of Object.keys(value)) {
    if (key < before) return false;
    before = key;
  }
  return true;
}
