import { apportion, WEIGHTS_TOTAL } from "#lib/proposal/weights.ts";

/** Begins the name of a weight, in an address as in a form. */
const PREFIX = "w.";

/** The weights an address or a form names, brought to a sum of 100; undefined where it names none but nothing. */
export function weightsSent(
  values: Iterable<readonly [string, FormDataEntryValue]>,
): { component: string; weight: number }[] | undefined {
  const named = [...values].flatMap(([name, value]) =>
    name.startsWith(PREFIX) && typeof value === "string" ? [{ component: name.slice(PREFIX.length), value }] : [],
  );
  const typed = named
    .map(({ value }) => Math.trunc(Number(value.normalize("NFKC"))) || 0)
    .map((one) => Math.max(one, 0));
  if (typed.every((one) => one === 0)) return undefined;
  const weights = apportion(typed, WEIGHTS_TOTAL);
  return named.map(({ component }, index) => ({ component, weight: weights[index] ?? 0 }));
}
