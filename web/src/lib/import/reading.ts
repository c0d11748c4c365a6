/** Whether a list says where its businesses lie: only those can be among the candidates. */
export function readsPositions(columns: readonly { readonly field?: string | null }[]): boolean {
  return ["lat", "lon"].every((wanted) => columns.some(({ field }) => field === wanted));
}

/** Names of encodings people meet: what Excel saves, not what the standard calls it. */
export function encodingName(encoding: string, words: { readonly shiftJis: string }): string {
  if (encoding === "CP932") return words.shiftJis;
  if (encoding === "XLSX") return "Excel";
  return encoding.startsWith("UTF-16") ? "UTF-16" : encoding.replace(/ BOM$/, "");
}
