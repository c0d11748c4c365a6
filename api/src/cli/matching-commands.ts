import { Option, type Command } from "commander";
import { runComplete } from "./complete-command.ts";
import { runDiscover } from "./discover-command.ts";
import { runScore } from "./score-command.ts";

const collect = (value: string, before: readonly string[]) => [...before, value];

/** Commands that ask the matcher. They read a snapshot file, or the businesses of a federation. */
export function addMatchingCommands(musubi: Command): void {
  asking(musubi.command("discover").description("連携候補を探す / find groups that could work"))
    .option("--top <number>", "候補の数 / how many groups", "20")
    .option("--min <number>", "事業者数の最小 / fewest businesses")
    .option("--max <number>", "事業者数の最大 / most businesses")
    .option("--within <km>", "事業者どうしの最大距離 / greatest distance between two, km")
    .option("--with <id>", "必ず含める / must be in (repeatable)", collect, [])
    .option("--without <id>", "除く / must not be in (repeatable)", collect, [])
    .option("--apart <ids>", "同席を避ける二者 ID,ID / two that must not meet (repeatable)", collect, [])
    .option("--mode <mode>", "fast, quality")
    .option(
      "--threads <number>",
      "使うスレッド数。結果は変わらない / threads; the answer is the same whatever the number",
    )
    .action(runDiscover);
  asking(musubi.command("score").description("与えたグループを採点する / score given groups"))
    .requiredOption("--groups <file>", "1行に1グループの JSONL / JSONL, one array of ids a line")
    .addOption(new Option("--jsonl", "1行に1件で出力する / print one analysis a line").conflicts("json"))
    .action(runScore);
  asking(musubi.command("complete").description("誰が足りないかを調べる / say who is missing in a group"))
    .requiredOption("--group <ids>", "いまの事業者 ID,ID,… / the businesses there are")
    .option("--top <number>", "案の数 / how many alternatives", "20")
    .option("--max <number>", "事業者数の最大 / most businesses")
    .option("--within <km>", "事業者どうしの最大距離 / greatest distance between two, km")
    .option("--without <id>", "除く / must not be in (repeatable)", collect, [])
    .option("--apart <ids>", "同席を避ける二者 ID,ID / two that must not meet (repeatable)", collect, [])
    .action(runComplete);
}

function asking(command: Command): Command {
  return command
    .requiredOption("--purpose <purpose>", "COOPERATIVE, SHARED_ORDERS, …")
    .option("--federation <code>", "00〜47")
    .option("--snapshot <file>", "事業者の JSONL / businesses as JSONL")
    .option("--as <email>", "この人として行う / act as this person")
    .option("--form <number>", "組織形態の番号 / legal form aimed at")
    .option("--district <code>", "都道府県・市区町村コード / prefecture or municipality (repeatable)", collect, [])
    .option("--demand <file>", "受注したい内容の JSON / the order as JSON")
    .option(
      "--terms <file>",
      "配点の JSON。--federation では中央会の配点の代わりに使う / terms as JSON, instead of the federation's own",
    )
    .option("--json", "JSON で出力する / print one JSON document");
}
