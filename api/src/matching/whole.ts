/** The r-th (from 1) of `count` equal shares of `whole`: the shares are whole numbers and add up to it. */
export function share(whole: number, count: number, r: number): number {
  return Math.floor((whole * r) / count) - Math.floor((whole * (r - 1)) / count);
}

/** ⌊a · b ÷ c⌋ for whole numbers, exact also where a · b leaves the range of exact numbers. */
export function floorOfProduct(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return Math.floor(product / c);
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

/** Number of pairs among n members. */
export function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}

/** Sum of whole numbers. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/**
 * What a whole number divided by another comes to, rounded down, by the reciprocal of the other: many are divided by one
 * without dividing. A half more keeps the product on its side of the next whole number; exact below 2^40.
 */
export const wholeQuotient = (number: number, reciprocal: number): number => Math.floor((number + 0.5) * reciprocal);
