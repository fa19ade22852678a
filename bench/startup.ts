import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { checkOut, type Checkout } from "../test/action/clone.ts";
import { prepareJob, type Job } from "../test/action/runner.ts";

const ROOT = resolve(import.meta.dirname, "..");

export interface Startup {
  /** Milliseconds of an empty Node that loads the toolkit, and of the action, in pairs. */
  readonly floor: readonly number[];
  readonly action: readonly number[];
}

interface Program {
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
}

/** Wall time of a whole process, which has to end well. */
function measure({ args, env = {} }: Program): Promise<number> {
  return new Promise((settle, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { PATH: process.env["PATH"], ...env },
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) settle(performance.now() - start);
      else reject(new Error(`${args.join(" ")} ended with status ${status}`));
    });
  });
}

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: shop\nspec: {}\n`;
const policy =
  "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: deny\n  namespace: shop\n" +
  "spec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n";

/** A pull request that changes a document in a repository of manifests. */
const checkOutDocument = (): Promise<Checkout> =>
  checkOut(
    {
      base: {
        ...Object.fromEntries(
          Array.from({ length: 50 }, (_, index) => [`apps/${index}.yaml`, service(`a${index}`)]),
        ),
        "policy.yaml": policy,
        "README.md": "before\n",
      },
      change: { "README.md": "after\n" },
    },
    { fetchDepth: 0, ref: "merge" },
  );

/** Times the built action on a pull request with nothing to review, against the start of any action. */
async function measureJob(
  job: Omit<Job, "action" | "repository" | "event">,
  runs: number,
): Promise<Startup> {
  const action = { file: "", [Symbol.asyncDispose]: async () => {} };
  const { env } = await prepareJob({ ...job, action, repository: "shop", event: "pull_request" });
  const floor = { args: ["--eval", 'import("@actions/core")'] };
  const program = { args: [join(ROOT, "dist", "index.js")], env };
  const times = { floor: [] as number[], action: [] as number[] };
  await measure(floor);
  await measure(program);
  for (let run = 0; run < runs; run++) {
    times.floor.push(await measure(floor));
    times.action.push(await measure(program));
  }
  return times;
}

/** Without network, and with a token and a server on this machine that knows of no comment. */
export async function measureStartup(
  runs: number,
): Promise<{ readonly local: Startup; readonly withComments: Startup }> {
  await using checkout = await checkOutDocument();
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end("[]");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const local = await measureJob({ checkout, apiUrl, inputs: { comment: "false" } }, runs);
    const inputs = { "github-token": "token" };
    return { local, withComments: await measureJob({ checkout, apiUrl, inputs }, runs) };
  } finally {
    server.close();
  }
}
