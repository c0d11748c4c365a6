/** Whether so few businesses have a known position that a search finds nothing for want of them. */
export function mostAreUnplaced(result: { readonly businesses: number; readonly unplacedCount: number }): boolean {
  return result.unplacedCount > 0 && result.unplacedCount * 2 >= result.businesses;
}
