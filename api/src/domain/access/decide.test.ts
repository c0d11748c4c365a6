import { describe, expect, it } from "vitest";
import { AccessError } from "../errors.ts";
import { ACTIONS, PARTIES, reachOf, type Party } from "./access-table.ts";
import { decide, partyOf, requireAccess } from "./decide.ts";
import { ROLES, type Viewer } from "./viewer.ts";

const KAGAWA = "37";
const TOKUSHIMA = "36";

function viewerOf(party: Party): Viewer {
  if (party === "anonymous") return { kind: "anonymous" };
  if (party === "system") return { kind: "system", federation: KAGAWA };
  return {
    kind: "account",
    accountId: "irrelevant",
    name: "irrelevant",
    email: "a@b.c",
    role: party,
    federation: KAGAWA,
  };
}

describe("who may do what", () => {
  it.each(ACTIONS.flatMap((action) => PARTIES.map((party) => [party, action] as const)))(
    "%s may %s as far as the table says and no further",
    (party, action) => {
      const viewer = viewerOf(party);
      const reach = reachOf(action, party);
      expect(partyOf(viewer)).toBe(party);
      expect(decide(viewer, action)).toBe(reach === "none" ? "deny" : "allow");
      expect(decide(viewer, action, { federation: KAGAWA })).toBe(reach === "none" ? "deny" : "allow");
      expect(decide(viewer, action, { federation: TOKUSHIMA })).toBe(reach === "all" ? "allow" : "deny");
    },
  );

  it("lets nobody reach another federation's businesses, groups and questions, whatever the role", () => {
    const personal = ACTIONS.filter((action) => /^(business|visit|discovery|group)\./.test(action));
    const reaching = personal.filter((action) => ROLES.some((role) => reachOf(action, role) === "all"));
    expect(reaching).toEqual([]);
  });

  it("shows the operator and the national federation no single business", () => {
    for (const role of ["operator", "national"] as const) {
      expect(reachOf("business.read", role)).toBe("none");
      expect(reachOf("group.read", role)).toBe("none");
    }
  });

  it("asks someone not signed in to sign in, and tells everyone else that it cannot be shown", () => {
    const thrown = (viewer: Viewer) => {
      try {
        return requireAccess(viewer, "business.read");
      } catch (error) {
        return error instanceof AccessError ? error.code : error;
      }
    };
    expect(thrown({ kind: "anonymous" })).toBe("UNAUTHENTICATED");
    expect(thrown(viewerOf("operator"))).toBe("FORBIDDEN");
    expect(thrown(viewerOf("coordinator"))).toBe(KAGAWA);
  });
});
