import { sizeTest } from "#domain/size-test.ts";
import { verdictOf, type Rule } from "../rule.ts";

/**
 * H2: each member is a small business by capital or by regular employees, in the band of its trade
 * (SME Cooperatives Act art. 7(1)(i)). Above both is no bar but leads to the fair-trade notice (art. 7(3)): pass with caution.
 */
export const eligibility: Rule = (group, { law }) => {
  const sizes = group.map((member) => ({ member, size: sizeTest(member, law.sizeBands.value) }));
  const overBoth = sizes.filter(({ size }) => size.verdict === "over").map(({ member }) => member.id);
  const unknown = sizes
    .filter(({ size }) => size.verdict === "unknown")
    .map(({ member, size: { band, missing } }) => ({ member: member.id, band: band?.id ?? null, missing }));
  return {
    id: "H2",
    verdict: verdictOf(false, unknown.length > 0),
    evidence: {
      ...(overBoth.length > 0 ? { caution: true as const } : {}),
      overBoth,
      unknown,
      noticeDays: law.fairTradeNoticeDays.value,
      law: law.sizeBands.law,
      noticeLaw: law.fairTradeNoticeDays.law,
    },
  };
};
