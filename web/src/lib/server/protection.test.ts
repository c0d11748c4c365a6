import { describe, expect, it } from "vitest";
import { isUnprotected } from "./protection.ts";

describe("an address to sign in at", () => {
  it("is unprotected by plain http from another machine", () => {
    expect(isUnprotected(new URL("http://192.168.1.20:4100/sign-in"))).toBe(true);
    expect(isUnprotected(new URL("http://musubi.local/sign-in"))).toBe(true);
  });

  it("is protected by https, and on the machine itself", () => {
    for (const address of [
      "https://musubi.example.jp",
      "http://localhost:4100",
      "http://127.0.0.1:4100",
      "http://[::1]:4100",
    ]) {
      expect(isUnprotected(new URL(address))).toBe(false);
    }
  });
});
