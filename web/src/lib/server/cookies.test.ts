import { describe, expect, it } from "vitest";
import { readSetCookie } from "./cookies.ts";

describe("a cookie the api asks for", () => {
  it("keeps its name, its value and every restriction", () => {
    expect(readSetCookie("__Host-musubi=a.b=c; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=3600")).toEqual({
      name: "__Host-musubi",
      value: "a.b=c",
      options: { path: "/", httpOnly: true, secure: true, sameSite: "strict", maxAge: 3600 },
    });
  });

  it("gets no restriction that was not asked for", () => {
    expect(readSetCookie("seen=1").options).toEqual({ path: "/", httpOnly: false, secure: false });
  });

  it("is taken away by a day in the past", () => {
    const { value, options } = readSetCookie("__Host-musubi=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    expect(value).toBe("");
    expect(options?.expires).toEqual(new Date(0));
  });
});
