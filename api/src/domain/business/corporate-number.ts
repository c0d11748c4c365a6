/**
 * Check digit of a corporate number (法人番号): 9 − (Σ P·Q mod 9), P the digits of the twelve from the right, Q 1 and 2
 * in turn; always 1 to 9. Source: 法人番号の指定等に関する省令 (財務省令70号, 2014) art. 2.
 */
export function corporateNumberCheckDigit(twelveDigits: string): number {
  const sum = [...twelveDigits].reverse().reduce((total, digit, index) => total + Number(digit) * (1 + (index % 2)), 0);
  return 9 - (sum % 9);
}

/** Whether 13 digits are a corporate number with a valid check digit. */
export function isCorporateNumber(digits: string): boolean {
  return /^\d{13}$/.test(digits) && corporateNumberCheckDigit(digits.slice(1)) === Number(digits[0]);
}
