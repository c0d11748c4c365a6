import { describe, expect, it } from "vitest";
import { Promises, PROMISES_JUDGED } from "./promises.ts";

const upTo = (count: number) => Array.from({ length: count }, (_, at) => (at * 7_919) % count);

describe("what pools promise", () => {
  it("leaves none out before it is known what they usually do", () => {
    const promises = new Promises();
    promises.note(upTo(PROMISES_JUDGED - 1));
    expect(promises.least()).toBe(-Infinity);
  });

  it("leaves seventeen in twenty out, whatever the order they were tried in", () => {
    const promises = new Promises();
    const all = upTo(PROMISES_JUDGED);
    promises.note(all.slice(0, 100));
    promises.note(all.slice(100));
    const left = all.filter((promise) => promise < promises.least());
    expect(left).toHaveLength(Math.floor((17 * PROMISES_JUDGED) / 20));
  });

  it("is judged by those tried last", () => {
    const promises = new Promises();
    promises.note(upTo(PROMISES_JUDGED).map((promise) => promise + 1_000_000));
    promises.note(Array.from({ length: PROMISES_JUDGED }, () => 5));
    expect(promises.least()).toBe(5);
  });
});
