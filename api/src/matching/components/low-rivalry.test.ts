import { describe, expect, it } from "vitest";
import { boundsFor, partFor } from "../../../test/parts.ts";
import type { SnapshotBusiness } from "../snapshot.ts";

const boundsOf = (...businesses: readonly SnapshotBusiness[]) => boundsFor("CROSS_INDUSTRY", "low-rivalry", businesses);
const at = (id: string, industry?: string, municipality?: string): SnapshotBusiness => ({
  id,
  ...(industry === undefined ? {} : { industry }),
  ...(municipality === undefined ? {} : { municipality }),
});

describe("rivalry inside a group", () => {
  it("is between two of one class of trade in one municipality, and takes their shares only", () => {
    // shares of 1000 among three: 333, 333, 334; only c has no rival
    expect(boundsOf(at("a", "1031", "41201"), at("b", "1031", "41201"), at("c", "1031", "41202"))).toEqual([
      334, 334, 1000,
    ]);
  });

  it("is none where either the trade or the municipality is known to differ", () => {
    expect(boundsOf(at("a", "1031", "41201"), at("b", "1032", "41201"))).toEqual([1000, 1000, 1000]);
    expect(boundsOf(at("a", "1031", "41201"), at("b", "1031", "41202"))).toEqual([1000, 1000, 1000]);
    expect(boundsOf(at("a", undefined, "41201"), at("b", undefined, "41202"))).toEqual([1000, 1000, 500]);
    expect(boundsOf(at("a", "10", "41201"), at("b", "0931"))).toEqual([1000, 1000, 500]);
  });

  it("is possible where a trade is told by fewer digits or a municipality is missing", () => {
    expect(boundsOf(at("a", "103", "41201"), at("b", "1031", "41201"))).toEqual([0, 1000, 750]);
    expect(boundsOf(at("a", "1031"), at("b", "1031", "41201"))).toEqual([0, 1000, 750]);
    expect(boundsOf(at("a", "E", "41201"), at("b", "1031", "41201"))).toEqual([0, 1000, 750]);
  });

  it("is none for a lone member, of whom nothing need be known", () => {
    expect(boundsOf(at("a"))).toEqual([1000, 1000, 1000]);
  });

  it("names each two that compete, without points", () => {
    const { matches } = partFor("CROSS_INDUSTRY", "low-rivalry", [at("a", "1031", "41201"), at("b", "1031", "41201")]);
    expect(matches).toEqual([
      { members: ["a", "b"], points: 0, evidence: { industry: "1031", municipality: "41201" } },
    ]);
  });
});
