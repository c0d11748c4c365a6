import { describe, expect, it } from "vitest";
import { inForceOn, type Sourced } from "./law.ts";

const figure = (value: number, inForceFrom: string): Sourced<number> => ({
  value,
  inForceFrom,
  law: { act: "324AC0000000181", article: "24(1)" },
  read: { text: null, on: "2026-11", by: "Musubi", secondReader: null },
});

describe("a legal figure with two dates", () => {
  const entries = [figure(5, "2027-04-01"), figure(4, "2013-12-01")];

  it("is the earlier one until the day before, the later one from its day on", () => {
    expect(inForceOn(entries, "2027-03-31")?.value).toBe(4);
    expect(inForceOn(entries, "2027-04-01")?.value).toBe(5);
  });

  it("is none before the first", () => {
    expect(inForceOn(entries, "2013-11-30")).toBeUndefined();
  });
});
