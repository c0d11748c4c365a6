import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSnapshot } from "#matching/read-snapshot.ts";
import { markOf } from "./snapshot-mark.ts";

const markOfText = (text: string) => {
  const read = readSnapshot(text);
  return read.accepted ? markOf(read.change) : read.problems;
};

describe("a snapshot", () => {
  it("is marked by the hash of its canonical lines, whatever their order and spacing", () => {
    const canonical = '{"id":"b"}\n{"employees":6,"id":"甲"}\n';
    const expected = { businesses: 2, hash: `sha256:${createHash("sha256").update(canonical).digest("hex")}` };
    expect(markOfText('{"id":"b"}\n{"id":"甲","employees":6}\n')).toEqual(expected);
    expect(markOfText('\uFEFF{ "employees":6, "id":"甲"}\r\n{"id":"b"}')).toEqual(expected);
  });

  it("is refused with the lines of its faults", () => {
    expect(markOfText('{"id":"b"}\n{"id":"b"}\n')).toEqual([{ code: "REPEATED_ID", line: 2, id: "b", firstLine: 1 }]);
  });
});
