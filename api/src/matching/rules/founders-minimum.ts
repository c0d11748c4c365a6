import type { Rule } from "../rule.ts";

/** H1: as many legal persons as the form's act asks for. Unknown where no figure is known for the form. */
export const foundersMinimum: Rule = (group, { form, law }) => {
  const figure = law.membersMin[form];
  const members = group.length;
  if (figure === undefined) {
    return { id: "H1", verdict: "unknown", evidence: { form, members, needed: null, law: null } };
  }
  return {
    id: "H1",
    verdict: members >= figure.value ? "pass" : "fail",
    evidence: { form, members, needed: figure.value, law: figure.law },
  };
};
