import { describe, expect, it } from "vitest";
import { isPossiblePhone, normalPhone, phoneNumbersIn, samePhoneText } from "./telephone.ts";

describe("a telephone number", () => {
  it.each([
    ["０１７－７２２－１２３４", "017-722-1234"],
    ["017ー722ー1234", "017-722-1234"],
    ["017ｰ722−1234", "017-722-1234"],
    ["　017―722 ― 1234　", "017-722-1234"],
    ["（０１７）７２２ー１２３４", "(017)722-1234"],
    ["017-722-1234（代）", "017-722-1234(代)"],
    ["017-722-1234\r\n090-1234-5678", "017-722-1234 090-1234-5678"],
    ["ホーム　017-722-1234", "ホーム 017-722-1234"],
  ])("written %s is kept as %s", (written, kept) => {
    expect(normalPhone(written)).toBe(kept);
    expect(normalPhone(kept)).toBe(kept);
  });

  it.each([
    "０１７－７２２－１２３４",
    "(017)722-1234",
    "0177221234",
    "017 722 1234",
    "+81-17-722-1234",
    "TEL 017-722-1234(代)",
  ])("written %s is the same number", (written) => {
    expect(samePhoneText(written)).toBe("0177221234");
  });

  it("with another digit, or a word that tells it apart, is another", () => {
    expect(samePhoneText("017-722-1235")).not.toBe(samePhoneText("017-722-1234"));
    expect(samePhoneText("017-722-1234(自宅)")).not.toBe(samePhoneText("017-722-1234"));
  });

  it.each([
    ...["017-722-1234", "0177221234", "(0172)35-1234", "03-1234-5678", "0120-123-456", "0570-123-456", "0990-12-3456"],
    ...["090-1234-5678", "080-1234-5678", "070-1234-5678", "060-1234-5678", "050-1234-5678", "020-1234-5678"],
    ...["0800-123-4567", "+81-172-35-1234", "+81(0)172-35-1234", "+81-90-1234-5678", "+82-2-1234-5678"],
    ...["0172-35-1234（代）", "TEL 0172-35-1234", "0172-35-1234 内線123", "0172-35-1234（内12）", "0172-35-1234#12"],
    ...["0172-35-1234、090-1234-5678", "0172-35-1234 / 0172-35-1235", "0172-35-1234 090-1234-5678"],
    ...[
      "0172-35-1234～6",
      "0172-35-1234・35-1235",
      "0172 35 0123",
      "0172.35.1234",
      "0172351234.0",
      "090-1234-5678（社長携帯）",
    ],
  ])("%s is one that somebody may have", (written) => {
    expect(isPossiblePhone(written)).toBe(true);
  });

  it.each([
    ...[
      "0172-35-12345",
      "0172-35-123",
      "123",
      "35-1234",
      "090-1234-567",
      "090-1234-56789",
      "0800-123-456",
      "000-0000-0000",
    ],
    ...["番号なし？", "0172-35-1234、0172-35-12", "+82-2-12", "0172-35-1234-5678-9012"],
  ])("%s is none that anybody has", (written) => {
    expect(isPossiblePhone(written)).toBe(false);
  });

  it("stands beside others in one cell", () => {
    expect(phoneNumbersIn("0172-35-1234 090-1234-5678")).toEqual(["0172351234", "09012345678"]);
    expect(phoneNumbersIn("電話なし")).toEqual([]);
  });
});
