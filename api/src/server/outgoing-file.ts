/** A file on its way out. */
export interface OutgoingFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Whether the browser may show it in place of keeping it. */
  readonly isShown: boolean;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}
