/** A token for the server that a repository came from. */
export interface Credentials {
  /** Where the token may be sent, such as `https://github.com`. */
  readonly serverUrl: string;
  readonly token: string;
}

/** The header's value; a derived secret, to be masked where the token is. */
export const basicAuthorization = (token: string): string =>
  Buffer.from(`x-access-token:${token}`).toString("base64");

/**
 * Settings for one git process that send the token, as environment: arguments are seen by everybody on the
 * machine, and a file would outlive the process. Git sends the header to addresses below the server's only,
 * and with redirects off nobody else can ask for it. `count` is how many such settings there are already.
 */
export function credentialSettings(
  credentials: Credentials | undefined,
  count = "0",
): Readonly<Record<string, string>> {
  if (credentials === undefined) return {};
  const server = `http.${credentials.serverUrl.replace(/\/*$/, "/")}`;
  const settings = [
    // Empty text takes back what the clone is configured with: GitHub refuses two such headers.
    [`${server}.extraheader`, ""],
    [`${server}.extraheader`, `AUTHORIZATION: basic ${basicAuthorization(credentials.token)}`],
    [`${server}.followRedirects`, "false"],
  ];
  const first = Number.parseInt(count, 10) || 0;
  return Object.fromEntries([
    ["GIT_CONFIG_COUNT", String(first + settings.length)],
    ...settings.flatMap(([key = "", value = ""], index) => [
      [`GIT_CONFIG_KEY_${first + index}`, key],
      [`GIT_CONFIG_VALUE_${first + index}`, value],
    ]),
  ]);
}
