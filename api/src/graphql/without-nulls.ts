/** The same input with every null left out: for GraphQL null and absent are two things, for a person they are one. */
export function withoutNulls<Input>(input: Input): Input {
  if (Array.isArray(input)) return input.map(withoutNulls) as Input;
  if (typeof input !== "object" || input === null) return input;
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, withoutNulls(value)])) as Input;
}
