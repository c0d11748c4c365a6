import { describe, expect, it } from "vitest";
import { zipArchive } from "../../test/zip-archive.ts";
import { judgeZip } from "./zip-directory.ts";

const MEGABYTE = 1024 * 1024;
const part = (name: string, bytes: number) => ({ name, content: Buffer.alloc(bytes) });

describe("an archive", async () => {
  it("is opened with 1,000 parts and refused with 1,001", async () => {
    const parts = Array.from({ length: 1_001 }, (_, index) => part(`${index}`, 1));
    expect(await judgeZip(zipArchive(parts.slice(1)))).toHaveProperty("names.length", 1_000);
    expect(await judgeZip(zipArchive(parts))).toEqual({ refused: "too many parts" });
  });

  it("is opened with 100 MB unpacked and refused with a byte more, by its directory alone", async () => {
    const parts = [part("a", 60 * MEGABYTE), part("b", 40 * MEGABYTE)];
    expect(await judgeZip(zipArchive(parts))).toEqual({ names: ["a", "b"] });
    expect(await judgeZip(zipArchive([...parts, part("c", 1)]))).toEqual({ refused: "too large" });
  });

  it("that unpacks to more than its directory claims is refused", async () => {
    expect(await judgeZip(zipArchive([{ ...part("bomb", 10 * MEGABYTE), claimedBytes: 1_000 }]))).toEqual({
      refused: "broken",
    });
  });

  it("cut short anywhere is refused", async () => {
    const whole = zipArchive([part("a", 1_000), part("b", 1_000)]);
    for (let length = 0; length < whole.length; length += 1) {
      expect(await judgeZip(whole.subarray(0, length))).toEqual({ refused: "broken" });
    }
  });

  it("is unpacked piece by piece, and no further than the watch wants", async () => {
    const archive = zipArchive([part("a", 2 * MEGABYTE), part("b", 1)]);
    const seenBytes: Record<string, number> = {};
    const watch = (name: string, piece: Uint8Array) => {
      seenBytes[name] = (seenBytes[name] ?? 0) + piece.length;
      return true;
    };
    await judgeZip(archive, watch);
    expect(seenBytes).toEqual({ a: 2 * MEGABYTE, b: 1 });

    const names: string[] = [];
    const verdict = await judgeZip(archive, (name) => names.push(name) < 2);
    expect({ verdict, names }).toEqual({ verdict: { refused: "stopped" }, names: ["a", "a"] });
  });
});
