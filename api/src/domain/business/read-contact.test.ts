import { describe, expect, it } from "vitest";
import { readEmail, readPhone } from "./read-contact.ts";

describe("a telephone number of a cell", () => {
  it("is read in half width", () => {
    expect(readPhone("０１７－７２２－１２３４")).toEqual({ value: "017-722-1234" });
  });

  it("that nobody can have is taken as written, and told", () => {
    const notices = [{ code: "PHONE_NOT_POSSIBLE" }];
    expect(readPhone("0172-35-12345")).toEqual({ value: "0172-35-12345", notices });
    expect(readPhone("0172-35-1234")).toEqual({ value: "0172-35-1234" });
  });

  it("whose first 0 a spreadsheet took away is refused with what it would be", () => {
    expect(readPhone("177221234")).toEqual({ problem: { code: "ZERO_LOST", full: "0177221234" } });
    expect(readPhone("9012345678.0")).toEqual({ problem: { code: "ZERO_LOST", full: "09012345678" } });
  });
});

describe("an e-mail address of a cell", () => {
  it.each([
    ...["info@example.jp", "ｉｎｆｏ＠example.jp", "yamada..taro.@docomo.ne.jp", "a@b.co.jp, c@d.jp", "山田 <a@b.jp>"],
    ...["info@商店.jp", "a+b@mail.example.co.jp"],
  ])("%s is one that a letter can be sent to", (written) => {
    expect(readEmail(written)).toEqual({ value: written.normalize("NFKC") });
  });

  it.each([
    "info@tsugaru@example.jp",
    "info@@x",
    "info@x",
    "@example.jp",
    "info@",
    "http://example.jp/form",
    "a@b..jp",
  ])("%s is taken as written, and told", (written) => {
    expect(readEmail(written)).toEqual({ value: written, notices: [{ code: "EMAIL_NOT_POSSIBLE" }] });
  });
});
