import { describe, expect, it } from "vitest";
import { corporateNumberCheckDigit } from "./corporate-number.ts";
import {
  readCorporateNumber,
  readIndustryCode,
  readMunicipalityCode,
  readPostalCode,
  readRegistryNumber,
} from "./read-codes.ts";

describe("a corporate number", () => {
  it.each(["2010005005900", "4011001098993", "7123456789012", "1100005004357"])(
    "%s has a valid check digit",
    (number) => {
      expect(readCorporateNumber(number)).toEqual({ value: number });
      expect(corporateNumberCheckDigit(number.slice(1))).toBe(Number(number[0]));
    },
  );

  it.each(["７１２３４５６７８９０１２", "7-1234-5678-9012", "7123456789012.0", "7,123,456,789,012"])(
    "is read from %s",
    (text) => {
      expect(readCorporateNumber(text)).toEqual({ value: "7123456789012" });
    },
  );

  it("with a wrong check digit is told", () => {
    expect(readCorporateNumber("8123456789012")).toEqual({ problem: { code: "CORPORATE_NUMBER_CHECK_DIGIT" } });
  });

  it.each(["1.23E+12", "7.12346E+12", "１．２３Ｅ＋１２"])("that a spreadsheet rounded (%s) is recognised", (text) => {
    expect(readCorporateNumber(text)).toEqual({ problem: { code: "CORPORATE_NUMBER_ROUNDED" } });
  });

  it("of 12 digits comes with the number it would be; of 11 or 14 with its length", () => {
    const problem = { code: "CORPORATE_NUMBER_TWELVE_DIGITS", full: "7123456789012" };
    expect(readCorporateNumber("123456789012")).toEqual({ problem });
    expect(readCorporateNumber("12345678901")).toEqual({ problem: { code: "CORPORATE_NUMBER_LENGTH", digits: 11 } });
    expect(readCorporateNumber("71234567890123")).toEqual({ problem: { code: "CORPORATE_NUMBER_LENGTH", digits: 14 } });
  });

  it("is made from the registry number of 12 digits", () => {
    expect(readRegistryNumber("1234-56-789012")).toEqual({ value: "7123456789012" });
    expect(readRegistryNumber("7123456789012")).toEqual({ value: "7123456789012" });
  });
});

describe("a municipality code", () => {
  it("has five digits, or six with the check digit", () => {
    expect(readMunicipalityCode("37201")).toEqual({ value: "37201" });
    expect(readMunicipalityCode("372013")).toEqual({ value: "37201" });
    expect(readMunicipalityCode("372014")).toEqual({ problem: { code: "MUNICIPALITY_CODE_CHECK_DIGIT", expected: 3 } });
  });

  it("of four or seven digits is told", () => {
    expect(readMunicipalityCode("1202")).toEqual({ problem: { code: "MUNICIPALITY_CODE_LENGTH", digits: 4 } });
    expect(readMunicipalityCode("3720133")).toEqual({ problem: { code: "MUNICIPALITY_CODE_LENGTH", digits: 7 } });
  });
});

describe("a postal code", () => {
  it.each(["760-0017", "〒760-0017", "７６０００１７", "7600017"])("%s has seven digits", (text) => {
    expect(readPostalCode(text)).toEqual({ value: "7600017" });
  });

  it("that lost its zeros comes with what it would be, from five digits on", () => {
    expect(readPostalCode("600017")).toEqual({ problem: { code: "ZERO_LOST", full: "060-0017" } });
    expect(readPostalCode("10017")).toEqual({ problem: { code: "ZERO_LOST", full: "001-0017" } });
  });

  it.each(["1017", "76000017", "060001", "高松"])("%s has not", (text) => {
    expect(readPostalCode(text)).toMatchObject({ problem: { code: "POSTAL_CODE_LENGTH" } });
  });
});

describe("an industry code", () => {
  it.each([
    ["E", "E"],
    ["e", "E"],
    ["09", "09"],
    ["097", "097"],
    ["0971", "0971"],
    ["E09", "09"],
    ["99", "99"],
  ])("%s is %s", (text, code) => {
    expect(readIndustryCode(text)).toEqual({ value: code });
  });

  it.each(["U", "9", "00", "000", "09711", "食品"])("%s is none", (text) => {
    expect(readIndustryCode(text)).toEqual({ problem: { code: "INDUSTRY_CODE_NOT_READ" } });
  });
});
