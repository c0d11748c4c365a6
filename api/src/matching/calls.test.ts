import { describe, expect, it } from "vitest";
import { ask } from "../../test/questions.ts";
import { callsFor } from "./calls.ts";
import type { SnapshotBusiness } from "./snapshot.ts";

const question = ask("COOPERATIVE");
const shop = (id: string, more: Partial<SnapshotBusiness> = {}): SnapshotBusiness => ({
  ...{ id, lat: 34.34, lon: 134.04, municipality: "37201", industry: "7621", employees: 5, capitalYen: 3_000_000 },
  ...{ needs: [["K02", 3]], capabilities: [], seeks: [], ties: [], leader: 1, purposes: ["COOPERATIVE"] },
  ...more,
});
const unknown = (id: string, ...keys: (keyof SnapshotBusiness)[]) => {
  const known = Object.entries(shop(id)).filter(([key]) => !keys.includes(key as keyof SnapshotBusiness));
  return Object.fromEntries(known) as unknown as SnapshotBusiness;
};
const factsOf = (calls: ReturnType<typeof callsFor>, member: string) =>
  calls.find((call) => call.member === member)?.questions.map(({ fact }) => fact);

describe("whom to ask what", () => {
  it("is nobody where everything is known", () => {
    expect(callsFor([shop("a"), shop("b"), shop("c"), shop("d")], question)).toEqual([]);
  });

  it("begins with the business and the question whose answer lifts the group most", () => {
    const calls = callsFor(
      [shop("a"), unknown("b", "employees"), unknown("c", "needs", "leader"), shop("d")],
      question,
    );
    expect(calls[0]?.member).toBe("c");
    const gains = calls.flatMap(({ questions }) => questions.map(({ gain }) => gain));
    expect(Math.max(...gains)).toBe(calls[0]?.questions[0]?.gain);
    expect(factsOf(calls, "b")).toEqual(["employees"]);
    expect(calls[0]?.questions[0]?.component).not.toBeNull();
  });

  it("asks whether it would take part at all, which by itself lifts nothing", () => {
    const calls = callsFor([shop("a"), unknown("b", "purposes"), shop("c"), shop("d")], question);
    expect(calls).toEqual([{ member: "b", questions: [{ fact: "purposes", gain: 0, component: null }] }]);
  });

  it("asks for no licence that is known to be lacking, and for one that is not known", () => {
    const demand = { licences: [["waste", "37201"]] as const };
    const orders = ask("SHARED_ORDERS", demand);
    const willing = { purposes: ["SHARED_ORDERS"] as const };
    const calls = callsFor([shop("a", { ...willing, licences: [] }), shop("b", willing)], orders);
    expect(factsOf(calls, "a") ?? []).not.toContain("licences");
    expect(factsOf(calls, "b")?.[0]).toBe("licences");
  });
});
