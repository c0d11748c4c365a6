/** An object as the seeds' YAML holds it. */
export type SeedObject = Readonly<Record<string, unknown>>;

const misfit = (key: string, value: unknown, expected: string): Error =>
  new Error(`Seed "${key}" is ${JSON.stringify(value)}, not ${expected}.`);

/** Whether a value is an object with keys. */
export function isSeedObject(value: unknown): value is SeedObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at a key of a seed. */
export function objectAt(seed: SeedObject, key: string): SeedObject {
  const value = seed[key];
  if (!isSeedObject(value)) throw misfit(key, value, "an object");
  return value;
}

/** The list at a key of a seed. */
export function listAt(seed: SeedObject, key: string): readonly unknown[] {
  const value = seed[key];
  if (!Array.isArray(value)) throw misfit(key, value, "a list");
  return value;
}

/** The text at a key of a seed. */
export function textAt(seed: SeedObject, key: string): string {
  const value = seed[key];
  if (typeof value !== "string" || value === "") throw misfit(key, value, "a text");
  return value;
}

/** The non-negative whole number at a key of a seed. */
export function numberAt(seed: SeedObject, key: string): number {
  const value = seed[key];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw misfit(key, value, "a whole number");
  return value;
}

/** The list of non-negative whole numbers at a key of a seed. */
export function numbersAt(seed: SeedObject, key: string): readonly number[] {
  return listAt(seed, key).map((value) => numberAt({ [key]: value }, key));
}

/** The list of texts at a key of a seed. */
export function textsAt(seed: SeedObject, key: string): readonly string[] {
  return listAt(seed, key).map((value) => textAt({ [key]: value }, key));
}
