import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.ts";
import { clientAddressOf, keepsSecureCookies, originOf } from "./origin.ts";

const faults = (env: Record<string, string>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.message.split("\n") : [String(error)];
  }
};

describe("the settings of an installation", () => {
  it("have defaults for a machine of one's own", () => {
    expect(readConfig({})).toMatchObject({ port: 4100, host: "127.0.0.1", demo: true, production: false });
  });

  it("are told wrong all at once, each by its name", () => {
    const env = {
      PORT: "99999",
      MUSUBI_DEMO: "yes",
      MUSUBI_ORIGIN: "http://musubi.jp",
      DATABASE_URL: "mysql://x",
      MUSUBI_X: "1",
    };
    expect(faults(env).map((line) => line.split(" ")[0])).toEqual([
      ...["MUSUBI_X", "PORT", "MUSUBI_ORIGIN", "DATABASE_URL", "MUSUBI_DEMO"],
    ]);
  });

  it.each(["65535", "0", "4100"])("take port %s", (port) => expect(faults({ PORT: port })).toEqual([]));
  it.each(["65536", "-1", "x", "4190", "6000"])("refuse port %s", (port) =>
    expect(faults({ PORT: port })).toHaveLength(1),
  );

  it.each(["127.0.0.1", "localhost", "::1"])("have a demo where only this machine reaches them: %s", (host) => {
    expect(readConfig({ HOST: host })).toMatchObject({ demo: true, production: false });
  });
  it.each(["0.0.0.0", "::", "192.168.1.5"])("have none where others reach them: %s", (host) => {
    expect(readConfig({ HOST: host, MUSUBI_DEMO: "1" })).toMatchObject({ demo: false, production: true });
  });

  it.each(["https://musubi.example.jp", "https://musubi.example.jp/", "https://musubi.example.jp:8443"])(
    "take %s as the public address, which is production without a demo",
    (origin) =>
      expect(readConfig({ MUSUBI_ORIGIN: origin, MUSUBI_DEMO: "1" })).toMatchObject({ production: true, demo: false }),
  );
  it.each(["http://musubi.example.jp", "https://musubi.example.jp/app", "musubi.example.jp", "https://"])(
    "refuse %s as the public address",
    (origin) => expect(faults({ MUSUBI_ORIGIN: origin })).toHaveLength(1),
  );
});

describe("the address people see", () => {
  const headers = {
    host: "10.0.0.5:4100",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.7, 198.51.100.2",
  };
  const request = { headers, socket: { remoteAddress: "10.0.0.9" } } as never;
  const alone = readConfig({});
  const behindProxy = readConfig({ MUSUBI_ORIGIN: "https://musubi.example.jp" });

  it("is what the request names where there is no proxy, and no header makes it safe", () => {
    expect(originOf(request, alone)).toEqual({ protocol: "http", host: "10.0.0.5:4100" });
    expect(keepsSecureCookies(originOf(request, alone))).toBe(false);
    expect(clientAddressOf(request, alone)).toBe("10.0.0.9");
  });

  it("is the setting behind a proxy, and the caller is the one the proxy itself noted last", () => {
    expect(originOf(request, behindProxy)).toEqual({ protocol: "https", host: "musubi.example.jp" });
    expect(clientAddressOf(request, behindProxy)).toBe("198.51.100.2");
  });

  it.each([
    ["localhost", true],
    ["localhost:4100", true],
    ["127.0.0.1:80", true],
    ["[::1]:4100", true],
    ["localhost.example.jp", false],
    ["127.0.0.1.example.jp", false],
    ["192.168.0.2", false],
  ])("%s without encryption keeps a secure cookie: %s", (host, expected) => {
    expect(keepsSecureCookies({ protocol: "http", host })).toBe(expected);
  });
});
