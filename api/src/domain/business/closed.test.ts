import { describe, expect, it } from "vitest";
import { readingDay } from "../../../test/list-reading.ts";
import { CLOSED_LINE, isMarkedClosed } from "./closed.ts";

const note = (value: string) => ({ note: { value, source: "list", on: readingDay } as const });

describe("a business that has closed or left", () => {
  it("is told by the line a list put into its note, alone or among others, and by nothing else", () => {
    expect([note(CLOSED_LINE), note(`理事\n${CLOSED_LINE}`)].map(isMarkedClosed)).toEqual([true, true]);
    expect([{}, note("廃業した店の隣")].map(isMarkedClosed)).toEqual([false, false]);
  });
});
