import { describe, expect, test } from "vitest";
import { secondsToWait } from "./when-to-repeat.ts";

interface Answer {
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: Error;
}

const errorOf = ({ status, message = "x", headers, cause }: Answer): Error =>
  Object.assign(new Error(message, { cause }), {
    ...(status === undefined ? {} : { status }),
    ...(headers === undefined ? {} : { response: { headers } }),
  });

const aborted = Object.assign(new Error("aborted"), { name: "TimeoutError" });

describe("secondsToWait", () => {
  test.each<Answer & { readonly failures?: number; readonly want: number | undefined }>([
    { status: 502, want: 1 },
    { status: 502, failures: 1, want: 4 },
    { status: 502, failures: 2, want: undefined },
    { status: 500, cause: aborted, want: undefined },
    { status: 404, want: undefined },
    { status: 422, want: undefined },
    { want: undefined },
    { status: 403, message: "Resource not accessible by integration", want: undefined },
    { status: 403, message: "You have exceeded a secondary rate limit.", want: 60 },
    { status: 403, headers: { "retry-after": "7" }, failures: 9, want: 7 },
    { status: 429, want: 60 },
    { status: 429, headers: { "retry-after": "0" }, want: 1 },
    { status: 429, headers: { "retry-after": "soon" }, want: 60 },
    {
      status: 403,
      headers: {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "1000000030",
        date: "Sun, 09 Sep 2001 01:46:40 GMT",
      },
      want: 31,
    },
    { status: 403, headers: { "x-ratelimit-remaining": "0" }, want: 60 },
  ])("$status $message $headers: $want", ({ want, failures = 0, ...answer }) => {
    expect(secondsToWait(errorOf(answer), failures)).toBe(want);
  });
});
