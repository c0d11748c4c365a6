import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "./canonical-json.ts";

/** The same by the letter of the RFC: keys of every object in order, then as ECMAScript writes it. */
function inOrder(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // A map keeps number-like keys where they are; an object would move them to the front.
  return entries.map(([key, held]) => [key, inOrder(held)]) as Json;
}

const read = (text: string): Json => inOrder(JSON.parse(text) as Json);

describe("canonical JSON", () => {
  it("says the same, in one way whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const canonical = canonicalJson(value as Json);
        expect(read(canonical)).toEqual(inOrder(JSON.parse(JSON.stringify(value)) as Json));
        expect(canonicalJson(reversed(JSON.parse(canonical) as Json))).toBe(canonical);
      }),
    );
  });

  it("puts keys in order by UTF-16 units and leaves out what is undefined", () => {
    expect(canonicalJson({ b: 1, a: [{ d: "{", c: [] }], é: null, B: "" })).toBe(
      '{"B":"","a":[{"c":[],"d":"{"}],"b":1,"é":null}',
    );
    expect(canonicalJson({ a: 1, b: undefined, c: 2 } as unknown as Json)).toBe('{"a":1,"c":2}');
    expect(canonicalJson({ c: 1, b: undefined, a: 2 } as unknown as Json)).toBe('{"a":2,"c":1}');
    expect(canonicalJson({ b: 1, 10: 2, 9: 3 })).toBe('{"10":2,"9":3,"b":1}');
    expect(canonicalJson("{")).toBe('"{"');
  });
});

function reversed(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, reversed(held)]),
  );
}
