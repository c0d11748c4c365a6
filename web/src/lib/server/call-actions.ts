import { fail, redirect, type RequestEvent } from "@sveltejs/kit";
import {
  AnswerCallBesideSurveyDocument,
  AnswerCallDocument,
  NoteApproachDocument,
  UndoApproachDocument,
  UndoBusinessChangeDocument,
} from "@musubi/schema/operations";
import { amountsEntry, NOT_SPOKEN, SAID } from "#lib/call/call.ts";
import { m } from "#lib/paraglide/messages.js";
import { APPROACH_STATES } from "#lib/saved-proposal/approach.ts";
import type { FormProblem } from "#lib/ui/problem.ts";
import type { Api } from "./api.ts";
import { typedEntry } from "./business-edit.ts";
import { textOf, textsOf } from "./forms.ts";

/** What a refused form typed; a refusal that is of no question names none. */
const NOTHING_TYPED = { businessId: "", fact: "", text: "" };

/** What was answered to one question: ticked, counted, written, or that there is none. */
function typedAnswer(form: FormData) {
  const amounts = amountsEntry(textsOf(form, "item"), textsOf(form, "amount"));
  return { key: textOf(form, "fact"), text: amounts || typedEntry(form), none: textOf(form, "none") !== "" };
}

/** Notes one answer as the owner's word. @returns the change it made, or what it was refused for */
async function noteAnswer(api: Api, form: FormData, answer: ReturnType<typeof typedAnswer>) {
  const [businessId, version] = [textOf(form, "businessId"), Number(textOf(form, "version"))];
  if (textOf(form, "surveyed") !== "") {
    const input = { businessId, version, answers: [answer], channel: "PHONE" as const };
    const sent = await api.attempt(AnswerCallDocument, { input });
    return "answer" in sent ? sent.answer.answerSurvey : { business: null, problems: sent.problems };
  }
  const input = { id: businessId, version, fields: [answer], source: "OWNER" as const };
  const sent = await api.attempt(AnswerCallBesideSurveyDocument, { input });
  return "answer" in sent ? sent.answer.saveBusiness : { business: null, problems: sent.problems };
}

/** The path of the list with what was just done, for the notice that offers to undo it. */
function listWith({ url }: RequestEvent, told: readonly (readonly [string, string])[]): string {
  const after = url.searchParams.get("after");
  const params = new URLSearchParams([...(after === null ? [] : [["after", after]]), ...told.map((one) => [...one])]);
  return `${url.pathname}?${params}`;
}

async function answer(event: RequestEvent) {
  const form = await event.request.formData();
  const [businessId, typed] = [textOf(form, "businessId"), typedAnswer(form)];
  if (typed.text === "" && !typed.none) {
    const problems = [{ code: "CALL_NOTHING_ENTERED", message: m.calls_nothing_entered(), field: typed.key }];
    return fail(422, { businessId, fact: typed.key, text: "", problems });
  }
  const { business, problems } = await noteAnswer(event.locals.api, form, typed);
  if (!business)
    return fail(422, { businessId, fact: typed.key, text: typed.text, problems: problems as FormProblem[] });
  redirect(303, listWith(event, [["answered", business.timeline.edges[0]?.node.changeId ?? ""]]));
}

async function undo(event: RequestEvent) {
  const changeId = textOf(await event.request.formData(), "changeId");
  const sent = await event.locals.api.attempt(UndoBusinessChangeDocument, { input: { changeId } });
  const problems = "answer" in sent ? sent.answer.undoBusinessChange.problems : sent.problems;
  if (problems.length > 0) return fail(422, { ...NOTHING_TYPED, problems: [...problems] });
  redirect(303, listWith(event, [["undone", "yes"]]));
}

/** The candidates a form is about, each with the business as it is in it. */
function aboutOf(form: FormData) {
  return textsOf(form, "about").map((text) => {
    const [proposalId = "", businessId = ""] = text.split(" ");
    return { proposalId, businessId };
  });
}

/** What came of a call about one candidate or several: what was said, or that nobody was spoken with. */
async function called(event: RequestEvent) {
  const form = await event.request.formData();
  const [result, states] = [textOf(form, "result"), textsOf(form, "state")];
  const outcome = NOT_SPOKEN.find((one) => one === result) ?? ("TALKED" as const);
  const problems: FormProblem[] = [];
  for (const [at, about] of aboutOf(form).entries()) {
    // Nobody was spoken with: how far the business is stays as it was.
    const before = APPROACH_STATES.find((one) => one === states[at]) ?? "NOT_ASKED";
    const state = SAID.find((one) => one === result) ?? before;
    const input = { ...about, state, channel: "PHONE" as const, outcome };
    problems.push(...(await event.locals.api.send(NoteApproachDocument, { input })).noteApproach.problems);
  }
  if (problems.length > 0) return fail(422, { ...NOTHING_TYPED, problems });
  redirect(
    303,
    listWith(
      event,
      textsOf(form, "about").map((about) => ["about", about] as const),
    ),
  );
}

async function undoCalled(event: RequestEvent) {
  const form = await event.request.formData();
  const problems: FormProblem[] = [];
  for (const input of aboutOf(form)) {
    problems.push(...(await event.locals.api.send(UndoApproachDocument, { input })).undoApproach.problems);
  }
  if (problems.length > 0) return fail(422, { ...NOTHING_TYPED, problems });
  redirect(303, listWith(event, [["undone", "yes"]]));
}

/** What can be done on a list of calls, of one candidate or of all. */
export const callActions = { answer, undo, called, undoCalled };
