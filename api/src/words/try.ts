import type { Suggestion } from "#matching/suggest.ts";
import type { TryNote } from "#matching/try-group.ts";
import {
  componentName,
  distanceText,
  inLanguage,
  namesText,
  reasonText,
  type AnalysisReader,
  type BothTexts,
} from "./analysis.ts";

/** What is wrong with a group that is being put together, and what to do. */
export function tryNoteText(note: TryNote, reader: AnalysisReader): string {
  return inLanguage(noteTexts(note, reader), reader.language);
}

function noteTexts(note: TryNote, reader: AnalysisReader): BothTexts {
  switch (note.code) {
    case "NO_MEMBER":
      return [
        "事業者が入っていません。名前で探して加えてください。",
        "There is no business in it. Find one by its name and add it.",
      ];
    case "LONE_MEMBER":
      return ["1者だけです。組み合わせる事業者を加えてください。", "It has one business only. Add others to it."];
    case "TOO_MANY_MEMBERS":
      return [
        `${note.count}者は計算できません。${note.max}者までに減らしてください。`,
        `${note.count} businesses cannot be scored. Take some out, down to ${note.max}.`,
      ];
    case "TOO_MANY_GROUPS":
      return [`並べられるのは${note.max}案までです。`, `At most ${note.max} groups stand side by side.`];
    case "MEMBERS_NOT_FOUND":
      return [
        `見つからない事業者が${note.count}件あり、除いて計算しました。`,
        `${note.count} of the businesses cannot be found and are left out.`,
      ];
    case "MEMBERS_CLOSED": {
      const names = namesText(note.members, reader);
      return [
        `${names}には、廃業・脱退などの印があります。外すことをお考えください。`,
        `${names} is marked as closed or gone. Consider taking it out.`,
      ];
    }
    case "FAR_APART": {
      const [a, b] = note.members.map(reader.nameOf);
      // Rounded up: it must not read as if it were within.
      const apart = distanceText(100 * Math.ceil(note.distanceMetres / 100));
      const within = `${note.withinMetres / 1000}km`;
      return [
        `${a}と${b}は直線で${apart}離れていて、探したときの距離（${within}以内）を超えています。`,
        `${a} and ${b} lie ${apart} apart in a straight line, farther than was asked for (${within}).`,
      ];
    }
  }
}

/** What a business that could join would bring, and what it would cost where the points fall; unknown is neither. */
export function suggestionText(suggestion: Suggestion, reader: AnalysisReader): string {
  const { costs, gain } = suggestion;
  const brought = broughtText(suggestion, reader);
  if (costs === undefined || gain >= 0) return brought;
  const name = componentName(costs, reader.language);
  return inLanguage([`${brought}「${name}」は下がります。`, `${brought} “${name}” falls.`], reader.language);
}

function broughtText({ brings, gain, potential }: Suggestion, reader: AnalysisReader): string {
  if (brings) return reasonText(brings, reader);
  if (potential > gain && potential > 0) {
    return inLanguage(
      [
        "分かっていないことが多く、お尋ねすると点が上がることがあります。",
        "Little is known of it; asking may raise the points.",
      ],
      reader.language,
    );
  }
  return inLanguage(
    ["今分かっている範囲では、上がる項目はありません。", "By what is known, it raises nothing."],
    reader.language,
  );
}
