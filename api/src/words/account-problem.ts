import type { AddAccountProblem } from "#domain/access/add-account.ts";
import type { SignInProblem } from "#domain/access/sign-in-problem.ts";
import type { BothTexts } from "./analysis.ts";

/** Why signing in or adding an account was refused, and what to do. */
export function accountProblemTexts(problem: SignInProblem | AddAccountProblem): BothTexts {
  switch (problem.code) {
    case "SIGN_IN_WRONG":
      return [
        "メールアドレスまたはパスワードが違います。もう一度お確かめください。",
        "The e-mail or the password is wrong. Please check both.",
      ];
    case "SIGN_IN_TOO_MANY_TRIES": {
      const minutes = Math.ceil(problem.waitSeconds / 60);
      return [
        `続けて失敗したため、しばらくサインインできません。${minutes}分ほどたってから、もう一度お試しください。`,
        `Too many tries. Please try again in about ${minutes} minutes.`,
      ];
    }
    case "SIGN_IN_NEEDS_HTTPS":
      return [
        `このアドレス（${problem.host}）は暗号化されていないため、サインインできません。https:// で始まるアドレスで開くか、このコンピューターで http://localhost を開いてください。`,
        `This address (${problem.host}) is not encrypted, so signing in cannot work. Open it by https://, or on this machine by http://localhost.`,
      ];
    case "EMAIL_MALFORMED":
      return [`「${problem.email}」はメールアドレスの形ではありません。`, `"${problem.email}" is no e-mail address.`];
    case "EMAIL_TAKEN":
      return [
        `${problem.email} はすでに使われています。別のメールアドレスを指定してください。`,
        `${problem.email} is in use already. Please give another.`,
      ];
    case "ROLE_UNKNOWN":
      return [
        `「${problem.role}」という役割はありません。${problem.roles.join("、")} のどれかを指定してください。`,
        `There is no role "${problem.role}". It is one of ${problem.roles.join(", ")}.`,
      ];
    case "ROLE_NOT_HERE":
      return [
        `役割 ${problem.role} は全国中央会（00）だけで使えます。`,
        `The role ${problem.role} exists in the national federation (00) only.`,
      ];
    case "PASSWORD_LENGTH":
      return [
        `パスワードは${problem.min}文字以上${problem.max}文字までにしてください。`,
        `A password has ${problem.min} to ${problem.max} characters.`,
      ];
  }
}
