import { describe, expect, it } from "vitest";
import { dialHref } from "./telephone.ts";

describe("what is dialled for a telephone number", () => {
  it.each([
    ["０１７－７２２－１２３４", "tel:0177221234"],
    ["017ー722ー1234（代）", "tel:0177221234"],
    ["(0172)35-1234 内線12", "tel:0172351234"],
    ["0172-35-1234 090-1234-5678", "tel:0172351234"],
    ["携帯 ０９０－１２３４－５６７８／0172-35-1234", "tel:09012345678"],
    ["+81-172-35-1234", "tel:+81172351234"],
    ["35-1234", "tel:351234"],
  ])("written %s is %s", (written, href) => {
    expect(dialHref(written)).toBe(href);
  });
});
