import { listFirst } from "../model/list-first.ts";
import type { OneWorld, Worlds } from "../one-world.ts";
import { answerQuery, type OtherWorld, type QueryAnswer } from "./query-answer.ts";
import { namespaceOf, type Question } from "./query-cases.ts";
import { findEnd, isHere } from "./query-end.ts";
import { CommandError } from "./terminal.ts";

/** A query as it stands on the command line. */
export interface QueryWords extends Pick<Question, "port" | "protocol"> {
  readonly from: string;
  readonly to: string;
  /** The one scope that is asked. */
  readonly scope?: string;
}

/** A query with its ends as one scope has them. */
interface ScopeQuestion {
  readonly one: OneWorld;
  readonly question: Question;
}

/** Asks every scope that the ends concern. Where scopes differ, nobody knows which one is meant. */
export function answerInScopes(words: QueryWords, all: Worlds): QueryAnswer {
  const asked = questionsOf(words, chooseScopes(all.worlds, words.scope));
  const answers = asked.map(({ one, question }) =>
    answerQuery(question, one, [
      ...withoutDoubtful(question, one),
      ...(words.scope === undefined ? besideOthers(question, one, all) : []),
    ]),
  );
  const [first] = answers;
  if (first === undefined) throw new Error("a query without an answer");
  const scopes = answers.flatMap((answer) => answer.scopes);
  const notCounted = all.uncounted.map(({ path, reason }) => ({ path, reason }));
  if (new Set(answers.map(natureOf)).size === 1) return { ...first, scopes, notCounted };
  return {
    from: first.from,
    to: first.to,
    port: first.port,
    protocol: first.protocol,
    verdict: "undecided",
    scopes,
    perScope: answers,
    cases: [],
    missing: [
      `which scope is meant: ${answers.map(({ scopes: names, verdict }) => `${names.join(", ")} (${verdict})`).join(", ")}; --scope takes one of them`,
    ],
    gaps: [],
    assumptions: [],
    notes: [],
    notCounted,
  };
}

/** Answers that are the same to who asks, whatever the policies are called. */
const natureOf = ({ verdict, evaluated, missing, cases }: QueryAnswer): string =>
  verdict === "undecided"
    ? JSON.stringify([evaluated, missing, cases.map((one) => [one.from, one.to, one.verdict])])
    : verdict;

/** Scopes that a message names. */
const SHOWN = 20;

/** The scopes that are asked about: all, or the one that was named. */
export function chooseScopes(
  worlds: readonly OneWorld[],
  wanted: string | undefined,
): readonly OneWorld[] {
  if (wanted === undefined) return worlds;
  const chosen = worlds.filter(({ scope }) => scope === wanted);
  if (chosen.length > 0) return chosen;
  const names = worlds.map(({ scope }) => scope);
  throw new CommandError(`there is no scope ${wanted}; there are: ${listFirst(SHOWN, names)}`);
}

function questionsOf(
  { from, to, port, protocol }: QueryWords,
  worlds: readonly OneWorld[],
): readonly ScopeQuestion[] {
  const here = worlds.filter((one) => isHere(from, one) && isHere(to, one));
  if (here.length === 0) throw nowhere([from, to], worlds);
  const found = here.map((one): ScopeQuestion => ({
    one,
    question: { source: findEnd(from, one), destination: findEnd(to, one), port, protocol },
  }));
  for (const { question } of found)
    if (question.source.type === "address" && question.destination.type === "address")
      throw new CommandError(
        `${question.source.text} and ${question.destination.text} are both addresses: NetworkPolicy decides about pods, so one end has to be pods`,
      );
  // A scope without pods or policies there says nothing; where all are like that, one of them says so.
  const telling = [holdsPodsOrPolicies, holdsNamespace].map((holds) => found.filter(holds));
  return telling.find(({ length }) => length > 0) ?? found.slice(0, 1);
}

const namespacesOf = ({ source, destination }: Question): readonly string[] =>
  [source, destination].flatMap((end) => namespaceOf(end) ?? []);

function holdsPodsOrPolicies({ one: { world, gaps }, question }: ScopeQuestion): boolean {
  const names = new Set<string | undefined>(namespacesOf(question));
  return [...world.policies, ...world.workloads, ...gaps].some(({ namespace }) =>
    names.has(namespace),
  );
}

const holdsNamespace = ({ one, question }: ScopeQuestion): boolean =>
  namespacesOf(question).some((name) => one.labels.has(name));

/** Why no scope holds both ends. */
function nowhere(texts: readonly string[], worlds: readonly OneWorld[]): CommandError {
  for (const text of texts) {
    if (worlds.some((one) => isHere(text, one))) continue;
    const [first] = worlds;
    if (first === undefined) break;
    const workloads = worlds.flatMap(({ world }) => world.workloads);
    findEnd(text, { ...first, world: { ...first.world, workloads } });
  }
  const places = texts.map((text) => {
    const names = worlds.filter((one) => isHere(text, one)).map(({ scope }) => scope);
    return `${text} is in ${listFirst(SHOWN, names)}`;
  });
  return new CommandError(
    `no scope holds both ends: ${places.join("; ")}. Each scope is evaluated by itself; name one that holds both in \`scopes\` of the configuration`,
  );
}

/** The same scope without the policies that may not be applied: each kind of them, and all. */
function withoutDoubtful(question: Question, { world, doubts }: OneWorld): readonly OtherWorld[] {
  const names = namespacesOf(question);
  const inDoubt = doubts.filter(({ namespace }) => names.includes(namespace));
  const without = (policies: ReadonlySet<unknown>): OtherWorld["policies"] =>
    world.policies.filter(({ policy }) => !policies.has(policy));
  const each = inDoubt.map(({ policies, fact }) => ({ policies: without(policies), fact }));
  const [first, second] = inDoubt;
  if (first === undefined || second === undefined) return each;
  const all = new Set(inDoubt.flatMap(({ policies }) => [...policies]));
  return [...each, { policies: without(all), fact: first.fact }];
}

/** The scope together with another one that may go to the same cluster. */
function besideOthers(
  question: Question,
  { scope, world }: OneWorld,
  { worlds, mayMeet }: Worlds,
): readonly OtherWorld[] {
  const names = namespacesOf(question);
  return worlds.flatMap((other): readonly OtherWorld[] => {
    if (other.scope === scope || !mayMeet(scope, other.scope)) return [];
    const theirs = other.world.policies.filter(({ namespace }) => names.includes(namespace));
    if (theirs.length === 0) return [];
    const fact = `whether scopes ${[scope, other.scope].toSorted().join(" and ")} are applied to one cluster`;
    return [{ policies: [...world.policies, ...theirs], fact }];
  });
}
