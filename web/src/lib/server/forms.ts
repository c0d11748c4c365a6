/** What a form field holds as text, without the blanks around it; an absent field is the empty text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).flatMap((value) => (typeof value === "string" ? [value.trim()] : []));
}

const HERE = "http://here.invalid";

/** A path of this site to go to next; anything that a browser could take elsewhere is replaced by the first page. */
export function localPath(wanted: string | null): string {
  const url = wanted?.startsWith("/") ? URL.parse(wanted, HERE) : null;
  return url?.origin === HERE ? url.pathname + url.search + url.hash : "/";
}
