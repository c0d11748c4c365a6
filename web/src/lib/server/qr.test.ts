import { describe, expect, it } from "vitest";
import { qrPicture } from "./qr.ts";

describe("the QR code of an address", () => {
  it("has its first corner where readers look for it, inside a white margin of four", () => {
    const { size, path } = qrPicture("https://musubi.example.jp/businesses/abc");
    expect(path.startsWith("M4 4h1v1h-1z")).toBe(true);
    expect(path).toContain(`M${size - 5} 4h1v1h-1z`);
    expect(path).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
  });

  it("differs from address to address", () => {
    expect(qrPicture("https://a.example").path).not.toBe(qrPicture("https://b.example").path);
  });
});
