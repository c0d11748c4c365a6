import { UsageError } from "./refusal.ts";

/** The whole number of an option. @throws UsageError for anything else */
export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`${option} は0以上の整数です（「${text}」）。 / ${option} takes a whole number ("${text}").`);
}

/** The number of an option, whole or not. @throws UsageError for anything else */
export function decimalNumber(option: string, text: string): number {
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return Number(text);
  throw new UsageError(`${option} は数です（「${text}」）。 / ${option} takes a number ("${text}").`);
}
