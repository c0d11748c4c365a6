import type { SubmitFunction } from "$app/forms";

type After = Parameters<Exclude<Awaited<ReturnType<SubmitFunction>>, void>>[0];

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
