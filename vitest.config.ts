import { defineConfig } from "vitest/config";

/**
 * Four projects, from fast to slow. `unit` needs nothing; `database` starts one embedded PostgreSQL (or uses
 * DATABASE_URL) and copies a migrated template for each file; `contract` speaks GraphQL to a served installation;
 * `journeys` drives Chromium and says in one line that it was skipped where there is none.
 */
/** As in package.json's scripts: options without which V8 of Node 24 ends a process now and then (DECISIONS). */
const execArgv = ["--no-memory-protection-keys", "--no-sparkplug"];
/** Modules keep no state a test could trip over, so the files of a worker share them: half the time went into loading. */
const isolate = false;
/** Every core: left to itself, Vitest keeps one free, which is half of a small machine. */
const maxWorkers = "100%";
const graphqlOnce = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };
const unit = [
  "api/src/**/*.test.ts",
  "web/src/**/*.test.ts",
  "test/architecture/**/*.test.ts",
  "test/benchmarks/**/*.test.ts",
];
const database = ["api/src/**/*.db.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: graphqlOnce,
        test: {
          name: "unit",
          execArgv,
          isolate,
          maxWorkers,
          include: unit,
          exclude: database,
          setupFiles: ["reflect-metadata"],
          // Whole searches and lists of ten thousand rows: seconds on a busy machine, and no reason to fail.
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        resolve: graphqlOnce,
        test: {
          name: "database",
          execArgv,
          isolate,
          maxWorkers,
          include: database,
          globalSetup: ["test/database-cluster.ts"],
          setupFiles: ["reflect-metadata"],
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "contract",
          include: ["test/contract/**/*.test.ts"],
          hookTimeout: 120_000,
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          hookTimeout: 120_000,
          // A walk takes a minute or two, on a slow machine three: only one that hangs should fail.
          testTimeout: 480_000,
          // A walk waits now for its server, now for its browser: two fill two cores. After all other tests.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
