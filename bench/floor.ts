import { spawn } from "node:child_process";

/** The least that plain git needs to list two revisions and read every distinct YAML file of them. */
const SCRIPT = `{ git -C "$1" ls-tree -r --full-tree "$2"; git -C "$1" ls-tree -r --full-tree "$3"; } |
  awk '/\\.ya?ml$/ { print $3 }' | sort -u | git -C "$1" cat-file --batch > /dev/null`;

/** Wall time in milliseconds of one such run; Node only waits for it. */
export function measureFloor(repo: string, base: string, head: string): Promise<number> {
  return new Promise((settle, reject) => {
    const start = performance.now();
    const child = spawn("sh", ["-c", SCRIPT, "sh", repo, base, head], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) settle(performance.now() - start);
      else reject(new Error(`the plain git processes ended with status ${status}`));
    });
  });
}
