import { execFileSync } from "node:child_process";

// Untracked files count as well: a chunk that nobody committed would break the action.
const changes = execFileSync("git", ["status", "--porcelain", "--", "dist"], { encoding: "utf8" });

if (changes === "") {
  console.log("dist is what the sources build to.");
} else {
  console.error(
    `dist is not what the sources build to:\n${changes}Run \`npm run build\` and commit dist.`,
  );
  process.exitCode = 1;
}
