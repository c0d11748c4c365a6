import { m } from "#lib/paraglide/messages.js";

/** What was answered about a list, as a form holds it. */
export interface ProvenanceValues {
  readonly origin: string;
  readonly name: string;
  readonly uses: readonly string[];
  readonly handOn: string;
  /** A day, or empty. */
  readonly asOf: string;
}

export const ORIGINS = [
  { code: "MEMBERS", name: m.provenance_members },
  { code: "CONSULTATIONS", name: m.provenance_consultations },
  { code: "REGISTER", name: m.provenance_register },
  { code: "SURVEY", name: m.provenance_survey },
  { code: "OTHER", name: m.provenance_other },
] as const;

export const LIST_USES = [
  { code: "MATCHING", name: m.provenance_matching },
  { code: "CONTACT", name: m.provenance_contact },
] as const;

export const HAND_ON = [
  { code: "YES", name: m.provenance_agreed },
  { code: "NO", name: m.provenance_refused },
  { code: "UNKNOWN", name: m.provenance_unknown },
] as const;

/** A file's name without its ending: the first guess at the list's own name. */
export function nameOfFile(fileName: string): string {
  return fileName.replace(/\.[^.]{1,5}$/, "");
}

/** The answers as the api takes them; what is none of the choices counts as not answered. */
export function provenanceInput({ origin, name, uses, handOn, asOf }: ProvenanceValues) {
  return {
    origin: ORIGINS.find(({ code }) => code === origin)?.code ?? null,
    name,
    uses: LIST_USES.flatMap(({ code }) => (uses.includes(code) ? [code] : [])),
    handOn: HAND_ON.find(({ code }) => code === handOn)?.code ?? null,
    asOf: asOf === "" ? null : asOf,
  };
}
