import "reflect-metadata";
import { describe, expect, it } from "vitest";
import { DiscoveryResultResolver } from "./result.resolver.ts";
import type { DiscoveryResultType } from "./discovery.type.ts";

const result = { proposals: [{ rank: 1 }, { rank: 2 }] } as unknown as DiscoveryResultType;
const ranks = (rank: number | null | undefined) =>
  new DiscoveryResultResolver().proposals(result, rank).map((proposal) => proposal.rank);

describe("the candidates of an answer", () => {
  it("are all of them where no rank is asked for, left out or sent empty", () => {
    expect([ranks(undefined), ranks(null)]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("are the one of a rank, or none where there is no such rank", () => {
    expect([ranks(2), ranks(3)]).toEqual([[2], []]);
  });
});
