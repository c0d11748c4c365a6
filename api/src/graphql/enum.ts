/** An object with every name as its own value: what type-graphql takes for an enum. */
export function enumOf<const Name extends string>(names: readonly Name[]): { readonly [K in Name]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in Name]: K };
}
