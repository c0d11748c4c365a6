import { applyAction } from "$app/forms";
import { goto } from "$app/navigation";

/** Follows where a form leads without leaving the place in a long list: what was done is told at the top of the window. */
export async function stayAfter(result: Parameters<typeof applyAction>[0]): Promise<void> {
  if (result.type !== "redirect") return applyAction(result);
  await goto(result.location, { reset: false, refreshAll: true });
}
