/** What a group is sought for; the purposes differ in what is weighed, how far apart members may be, and the form proposed. */
export const PURPOSES = [
  "COOPERATIVE",
  "SHARED_ORDERS",
  "JOINT_PURCHASING",
  "CROSS_INDUSTRY",
  "YEAR_ROUND_WORK",
] as const;

/** One of the five purposes a group can be sought for. */
export type Purpose = (typeof PURPOSES)[number];

/** Whether a word from outside names a purpose. */
export function isPurpose(word: string): word is Purpose {
  return PURPOSES.some((purpose) => purpose === word);
}

/** The purpose to begin with for a business: the first it is open to, a shared issue where that is not known. */
export function firstPurpose(open: readonly Purpose[] | undefined): Purpose {
  return PURPOSES.find((purpose) => open?.includes(purpose)) ?? "COOPERATIVE";
}
