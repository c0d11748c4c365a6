import { describe, expect, it } from "vitest";
import { zipArchive } from "../../test/zip-archive.ts";
import { judgeZip } from "./zip-directory.ts";

const MEGABYTE = 1024 * 1024;
const part = (name: string, bytes: number) => ({ name, content: Buffer.alloc(bytes) });

describe("an archive", () => {
  it("is opened with 1,000 parts and refused with 1,001", () => {
    const parts = Array.from({ length: 1_001 }, (_, index) => part(`${index}`, 1));
    expect(judgeZip(zipArchive(parts.slice(1)))).toHaveProperty("names.length", 1_000);
    expect(judgeZip(zipArchive(parts))).toEqual({ refused: "too many parts" });
  });

  it("is opened with 100 MB unpacked and refused with a byte more, by its directory alone", () => {
    const parts = [part("a", 60 * MEGABYTE), part("b", 40 * MEGABYTE)];
    expect(judgeZip(zipArchive(parts))).toEqual({ names: ["a", "b"] });
    expect(judgeZip(zipArchive([...parts, part("c", 1)]))).toEqual({ refused: "too large" });
  });

  it("that unpacks to more than its directory claims is refused", () => {
    expect(judgeZip(zipArchive([{ ...part("bomb", 10 * MEGABYTE), claimedBytes: 1_000 }]))).toEqual({
      refused: "broken",
    });
  });

  it("cut short anywhere is refused", () => {
    const whole = zipArchive([part("a", 1_000), part("b", 1_000)]);
    for (let length = 0; length < whole.length; length += 1) {
      expect(judgeZip(whole.subarray(0, length))).toEqual({ refused: "broken" });
    }
  });
});
