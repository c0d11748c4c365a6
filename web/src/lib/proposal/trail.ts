/** Addresses passed on one page, with where one stands: what undoing and redoing walk along. */
export interface Trail {
  readonly addresses: readonly string[];
  readonly at: number;
}

/** The trail at its beginning. */
export function trailFrom(address: string): Trail {
  return { addresses: [address], at: 0 };
}

/** A step to a new address: what was undone before cannot be redone any more. */
export function stepped({ addresses, at }: Trail, address: string): Trail {
  if (addresses[at] === address) return { addresses, at };
  return { addresses: [...addresses.slice(0, at + 1), address], at: at + 1 };
}

/** A walk back or on, by the browser or by a button; an address that was never passed begins a new trail. */
export function walked({ addresses, at }: Trail, address: string, delta: number): Trail {
  if (addresses[at + delta] === address) return { addresses, at: at + delta };
  const found = addresses.indexOf(address);
  return found < 0 ? trailFrom(address) : { addresses, at: found };
}
