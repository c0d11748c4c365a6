/** A fact of a profile as the api tells it. */
export interface ShownFact {
  readonly key: string;
  readonly name: string;
  readonly status: "KNOWN" | "KNOWN_NONE" | "UNKNOWN";
  readonly text?: string | null;
  readonly sourceName?: string | null;
  readonly on?: string | null;
  readonly about: boolean;
}
