import type { SubmitFunction } from "$app/forms";

type After = Parameters<Exclude<Awaited<ReturnType<SubmitFunction>>, void>>[0];

/** Empties a form whose entry is kept and shown now: what was typed must not be sent again. */
export async function emptied({ result, update, formElement }: After): Promise<void> {
  await update();
  if (result.type === "redirect") formElement.reset();
}

/** A form sent once however often its button is pressed, until the answer is there. */
export function once(after: (sent: After) => void | Promise<void> = ({ update }) => update()): SubmitFunction {
  let isUnderWay = false;
  return ({ cancel }) => {
    if (isUnderWay) {
      cancel();
      return;
    }
    isUnderWay = true;
    return async (sent) => {
      try {
        await after(sent);
      } finally {
        isUnderWay = false;
      }
    };
  };
}
