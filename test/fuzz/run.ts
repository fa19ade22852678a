import { checkPair } from "./check-pair.ts";
import { checkWitnesses } from "./check-witnesses.ts";
import { createRandom } from "./random.ts";
import { randomPair } from "./random-world.ts";

/**
 * `npm run fuzz -- [WORLDS] [FIRST_SEED]`: symbolic answer against enumeration. A failure prints its seed;
 * `npm run fuzz -- 1 SEED` makes it again.
 */
const worlds = Number(process.argv[2] ?? 10_000);
const first = Number(process.argv[3] ?? 1);
let flows = 0;
let changed = 0;
let failed = 0;
for (let seed = first; seed < first + worlds; seed++) {
  const random = createRandom(seed);
  const { base, head } = randomPair(random);
  const ipBlockMatchesPods = random.chance(0.5);
  const report = checkPair(base, head, ipBlockMatchesPods);
  const [wrongWitness] = checkWitnesses(base, head, ipBlockMatchesPods);
  flows += report.flows;
  changed += report.changed;
  const disagreement = report.disagreements[0] ?? wrongWitness;
  if (disagreement === undefined) continue;
  failed++;
  if (failed <= 5)
    console.log(`seed ${seed}: ${report.disagreements.length} flows differ, first:`, disagreement);
}
console.log(
  `fuzz: ${worlds} pairs of worlds from seed ${first}, ${flows} flows, ${changed} of them changed; ` +
    `${failed} pairs with a disagreement`,
);
process.exitCode = failed === 0 ? 0 : 1;
