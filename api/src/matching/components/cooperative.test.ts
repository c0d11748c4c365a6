import { describe, expect, it } from "vitest";
import { ask, members } from "../../../test/questions.ts";
import { analyse } from "../analysis.ts";
import type { Member } from "../member.ts";
import type { SnapshotBusiness } from "../snapshot.ts";
import type { ComponentId } from "../terms.ts";

const question = ask("COOPERATIVE");

/** One component's result for a group, or undefined where the purpose does not weigh it. */
function partOf(id: ComponentId, group: readonly Member[]) {
  const part = analyse(group, question).components.find((component) => component.id === id);
  if (part === undefined) throw new Error(`${id} is not weighed`);
  return part;
}

const boundsOf = (id: ComponentId, ...businesses: readonly SnapshotBusiness[]) => {
  const { low, high, known } = partOf(id, members(...businesses));
  return [low, high, known];
};

describe("shared-need", () => {
  it("gives 700 for an issue all have at level 3, and nothing for one only one has", () => {
    const held: SnapshotBusiness["needs"] = [["K20", 3]];
    expect(boundsOf("shared-need", { id: "a", needs: [...held, ["K09", 3]] }, { id: "b", needs: held })).toEqual([
      700, 700, 1000,
    ]);
  });

  it("puts the issue a joint business can answer before one that weighs as much and it cannot", () => {
    const needs: SnapshotBusiness["needs"] = [
      ["K08", 3],
      ["K20", 2],
    ];
    // K20: 1000 · 4, K08: 200 · 6, n = 2: ⌊7·4000 ÷ 60⌋ + ⌊3·1200 ÷ 60⌋
    const part = partOf("shared-need", members({ id: "a", needs }, { id: "b", needs }));
    expect(part.matches.map(({ points, evidence }) => [points, evidence])).toEqual([
      [466, { issue: "K20", levelSum: 4 }],
      [60, { issue: "K08", levelSum: 6 }],
    ]);
  });

  it("takes the lesser code of two that weigh the same, and a tag's highest level", () => {
    const one: SnapshotBusiness = {
      id: "a",
      needs: [
        ["K22", 1],
        ["K22", 2],
        ["K20", 2],
        ["K09", 1],
      ],
    };
    const part = partOf("shared-need", members(one, { ...one, id: "b" }));
    expect(part.matches.map(({ evidence }) => evidence)).toEqual([
      { issue: "K20", levelSum: 4 },
      { issue: "K22", levelSum: 4 },
    ]);
  });

  it("leaves room for what an unknown member could share with one holder", () => {
    // ⌊7·1000·3 ÷ 60⌋ = 350 for the one holder, and 350 + 150 for the unknown member
    expect(boundsOf("shared-need", { id: "a", needs: [["K20", 3]] }, { id: "b" })).toEqual([0, 850, 500]);
  });
});

describe("complementarity", () => {
  it("counts a member's two strongest wants that another offers, at any level", () => {
    const wanting: SnapshotBusiness = {
      id: "a",
      capabilities: [["design", 3]],
      seeks: [
        ["welding", 3],
        ["plating", 2],
        ["painting", 2],
        ["design", 3],
      ],
    };
    const offering: SnapshotBusiness = {
      id: "b",
      seeks: [],
      capabilities: [
        ["welding", 1],
        ["painting", 1],
        ["plating", 3],
      ],
    };
    const part = partOf("complementarity", members(wanting, offering));
    // ⌊700·3 ÷ 6⌋ for welding, ⌊300·2 ÷ 6⌋ for painting (before plating by name); its own design does not count
    expect(part.matches.map(({ points }) => points)).toEqual([350, 100]);
    expect(part.matches[1]?.evidence).toEqual({
      wants: "a",
      supplier: "b",
      tag: "painting",
      wantLevel: 2,
      offerLevel: 1,
    });
    expect(part.high).toBe(450);
  });

  it("lets an unknown offer be any tag, and unknown wants be two met ones", () => {
    const wanting: SnapshotBusiness = { id: "a", capabilities: [], seeks: [["welding", 3]] };
    expect(boundsOf("complementarity", wanting, { id: "b", seeks: [] })).toEqual([0, 350, 750]);
    expect(boundsOf("complementarity", wanting, { id: "b", capabilities: [] })).toEqual([0, 500, 750]);
  });
});

describe("nearness", () => {
  const at = (id: string, lat: number): SnapshotBusiness => ({ id, lat, lon: 140.7 });

  it("falls from 1000 next door to 0 at ten kilometres", () => {
    expect(boundsOf("nearness", at("a", 40), at("b", 40))).toEqual([1000, 1000, 1000]);
    // 0.045045° · 11,100 = 499.9…, so 4.99 km
    expect(boundsOf("nearness", at("a", 40), at("b", 40.045045))[0]).toBe(501);
    expect(boundsOf("nearness", at("a", 40), at("b", 40.090091))[0]).toBe(0);
    expect(boundsOf("nearness", at("a", 40), at("b", 40.089999))[0]).toBe(2);
  });

  it("names the farthest pair with no points", () => {
    const part = partOf("nearness", members(at("a", 40), at("b", 40.01), at("c", 40.03)));
    expect(part.matches[1]).toEqual({
      members: ["a", "c"],
      points: 0,
      evidence: { farthest: true, distanceMetres: 3330 },
    });
  });

  it("counts a pair with an unknown place as far in low and as next door in high", () => {
    expect(boundsOf("nearness", at("a", 40), at("b", 40), { id: "c", lat: 40 })).toEqual([333, 1000, 666]);
  });

  it("says nothing and misses nothing for a lone member", () => {
    expect(boundsOf("nearness", { id: "a" })).toEqual([0, 0, 1000]);
  });
});

describe("leader and second-leader", () => {
  const led = (id: string, leader?: number): SnapshotBusiness => (leader === undefined ? { id } : { id, leader });

  it("read the two highest judgements from the table", () => {
    const group = members(led("a", 0), led("b", 2), led("c", 3), led("d", 1));
    expect([partOf("leader", group).low, partOf("second-leader", group).low]).toEqual([1000, 667]);
    expect(partOf("second-leader", group).matches[0]?.members).toEqual(["b"]);
  });

  it("leave open what a missing judgement could be", () => {
    expect(boundsOf("leader", led("a", 1), led("b"))).toEqual([333, 1000, 500]);
    expect(boundsOf("second-leader", led("a", 1), led("b"))).toEqual([0, 333, 500]);
    expect(boundsOf("second-leader", led("a", 1), led("b"), led("c"))).toEqual([0, 1000, 333]);
  });

  it("find no second in a lone member", () => {
    expect(boundsOf("second-leader", led("a", 3))).toEqual([0, 0, 1000]);
    expect(boundsOf("second-leader", led("a"))).toEqual([0, 0, 0]);
  });
});

describe("size-likeness", () => {
  const of = (id: string, employees: number): SnapshotBusiness => ({ id, employees });

  it("has class ends at 2, 5, 10, 20, 50 and 100", () => {
    expect(boundsOf("size-likeness", of("a", 0), of("b", 2))[0]).toBe(1000);
    expect(boundsOf("size-likeness", of("a", 2), of("b", 3))[0]).toBe(666);
    expect(boundsOf("size-likeness", of("a", 2), of("b", 20))[0]).toBe(0);
    expect(boundsOf("size-likeness", of("a", 100), of("b", 101))[0]).toBe(666);
  });

  it("names the widest pair", () => {
    const part = partOf("size-likeness", members(of("a", 1), of("b", 4), of("c", 300)));
    // pairs one, six and five classes apart: ⌊2·1000 ÷ 9⌋
    expect(part.low).toBe(222);
    expect(part.matches[1]?.members).toEqual(["a", "c"]);
  });
});

describe("ties", () => {
  it("take the largest set connected by ties named by either side", () => {
    const group = members({ id: "a", ties: ["b", "x"] }, { id: "b", ties: [] }, { id: "c", ties: ["b"] }, { id: "d" });
    const part = partOf("ties", group);
    expect([part.low, part.high, part.known]).toEqual([750, 1000, 750]);
    expect(part.matches).toEqual([{ members: ["a", "b", "c"], points: 750, evidence: {} }]);
  });

  it("take of equal sets the one with the least first id, and give nothing where nobody is tied", () => {
    const group = members(
      { id: "a", ties: ["d"] },
      { id: "b", ties: ["c"] },
      { id: "c", ties: [] },
      { id: "d", ties: [] },
    );
    expect(partOf("ties", group).matches[0]?.members).toEqual(["a", "d"]);
    expect(boundsOf("ties", { id: "a", ties: [] }, { id: "b", ties: ["x"] })).toEqual([0, 0, 1000]);
  });
});

describe("group-size", () => {
  it.each([
    [3, 0],
    [4, 600],
    [5, 1000],
    [12, 1000],
    [13, 983],
    [29, 716],
    [30, 700],
    [31, 700],
  ])("gives a group of %i %i points", (size, points) => {
    const group = Array.from({ length: size }, (_, index) => ({ id: `b${index}` }));
    expect(boundsOf("group-size", ...group)).toEqual([points, points, 1000]);
  });
});
