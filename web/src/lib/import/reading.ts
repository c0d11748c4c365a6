/** Names of encodings people meet: what Excel saves, not what the standard calls it. */
export function encodingName(encoding: string, words: { readonly shiftJis: string }): string {
  if (encoding === "CP932") return words.shiftJis;
  if (encoding === "XLSX") return "Excel";
  return encoding.startsWith("UTF-16") ? "UTF-16" : encoding.replace(/ BOM$/, "");
}
