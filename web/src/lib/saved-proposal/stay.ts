import { applyAction } from "$app/forms";
import { goto } from "$app/navigation";

/** Follows where a form leads without leaving the place in a long list: what was done is told, and undone, where it was done. */
export async function stayAfter(result: Parameters<typeof applyAction>[0]): Promise<void> {
  if (result.type !== "redirect") return applyAction(result);
  await goto(result.location, { reset: false, refreshAll: true });
}
