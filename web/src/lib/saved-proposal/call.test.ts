import { describe, expect, it } from "vitest";
import { byMunicipality, type ShownCall } from "./call.ts";

const call = (name: string, municipalityName: string | null): ShownCall => ({
  business: { id: name, name, version: 1, municipalityName },
  questions: [],
});

describe("a round of visits", () => {
  it("goes by municipality, the one with most to visit first and the unknown place last", () => {
    const calls = [
      call("甲", null),
      call("乙", null),
      call("丙", "丸亀市"),
      call("丁", "高松市"),
      call("戊", "高松市"),
    ];
    expect(
      byMunicipality(calls).map(({ place, calls: own }) => [place, own.map(({ business }) => business.name)]),
    ).toEqual([
      ["高松市", ["丁", "戊"]],
      ["丸亀市", ["丙"]],
      [null, ["甲", "乙"]],
    ]);
  });
});
