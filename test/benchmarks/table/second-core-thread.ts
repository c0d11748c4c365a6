import { parentPort } from "node:worker_threads";
import { ask } from "../../../api/test/questions.ts";
import { regionOf } from "../region.ts";
import { EngineUnderTest } from "./engine-under-test.ts";
import { PREFECTURE, topOf } from "./populations.ts";

const engine = new EngineUnderTest(regionOf(PREFECTURE).businesses);
const wishes = { top: topOf(PREFECTURE.businesses) };

parentPort?.on("message", () => {
  const groups = engine.bestAlone(ask("COOPERATIVE"), wishes);
  parentPort?.postMessage(groups.map(({ members, lower }) => ({ members, lower })));
});

parentPort?.postMessage("up");
