/** What a code can stand for. */
export type LabelKind =
  "issue" | "capability" | "licence" | "industry" | "municipality" | "prefecture" | "form" | "purpose";

/** The name of a code in the reader's language; a code nobody named stands for itself. */
export type LabelOf = (kind: LabelKind, code: string) => string;
