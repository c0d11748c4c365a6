import { describe, expect, it } from "vitest";
import { localPath, textOf } from "./forms.ts";

describe("the page to go to after signing in", () => {
  it("is the one that was asked for, with its search", () => {
    expect(localPath("/businesses?q=%E9%89%84#list")).toBe("/businesses?q=%E9%89%84#list");
  });

  it("is never on another site, however the address is dressed up", () => {
    for (const elsewhere of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
    ]) {
      expect(localPath(elsewhere)).toBe("/");
    }
  });

  it("is the first page when none was asked for", () => {
    expect(localPath(null)).toBe("/");
  });
});

describe("a form field", () => {
  it("is read without the blanks around it and is empty when absent", () => {
    const form = new FormData();
    form.append("name", "　高松市 共同受注 ");
    expect(textOf(form, "name")).toBe("高松市 共同受注");
    expect(textOf(form, "other")).toBe("");
  });
});
