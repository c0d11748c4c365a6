import { parentPort } from "node:worker_threads";
import { reckon, STEPS } from "./second-core.ts";

parentPort?.on("message", () => parentPort?.postMessage(reckon(STEPS)));
