import type { Facts } from "#domain/business/facts.ts";
import { sizeTests, type SizeFactMissing, type SizeVerdict } from "#domain/size-test.ts";
import { sizeBandName, sizeLawText, sizeTestText, smallEnterpriseText, type SizeDoubt } from "#words/size-test.ts";
import type { ReadingContext } from "./reading-context.ts";

const VERDICTS = { small: "SMALL", over: "NOT_SMALL", unknown: "UNKNOWN" } as const satisfies Record<
  SizeVerdict,
  string
>;

/** The size tests of one business as its facts and the law of today have them. */
export function sizeTestPage({ reference, language, today }: ReadingContext, facts: Facts) {
  const law = reference.sizeLawOn(today());
  const { small, smallest } = sizeTests(
    {
      industry: facts.industryCode?.value,
      capitalYen: facts.capitalYen?.value,
      employees: facts.employees?.value,
      isPerson: facts.kind?.value === "individual",
    },
    law,
  );
  const doubtful = doubtfulFacts(facts);
  return {
    verdict: VERDICTS[small.verdict],
    band: small.band?.id ?? null,
    bandName: small.band ? sizeBandName(small.band.id, language) : null,
    ...{ capitalYenMax: small.band?.capitalYenMax ?? null, employeesMax: small.band?.employeesMax ?? null },
    missing: [...small.missing],
    text: sizeTestText(small, doubtful, language),
    ...{ law: sizeLawText(law.sizeBands, language), inForceFrom: law.sizeBands.inForceFrom },
    smallEnterprise: {
      verdict: VERDICTS[smallest.verdict],
      employeesMax: smallest.employeesMax ?? null,
      missing: [...smallest.missing],
      text: smallEnterpriseText(smallest, doubtful, language),
      law: sizeLawText(law.smallEnterpriseEmployees, language),
      inForceFrom: law.smallEnterpriseEmployees.inForceFrom,
    },
  };
}

/** Facts the tests look at that are rough or estimated: the answer stands on them and should be checked. */
function doubtfulFacts(facts: Facts): SizeDoubt[] {
  const looked = { industry: facts.industryCode, employees: facts.employees, capitalYen: facts.capitalYen };
  return (Object.keys(looked) as SizeFactMissing[]).flatMap((fact): SizeDoubt[] => {
    if (looked[fact]?.source === "estimate") return [{ fact, why: "estimate" }];
    return looked[fact]?.about === true ? [{ fact, why: "about" }] : [];
  });
}
