import { expect, test } from "vitest";
import { upsertComment, type CommentApi, type CommentRequest } from "./comment.ts";
import { markerLine, readMarker } from "./marker.ts";
import type { Pace } from "./pace.ts";

/** A pull request in which every request happens at once, and when the test says so. */
class World {
  head = OLD;
  readonly comments: { readonly id: number; body: string; readonly earlier: string[] }[] = [];
  #lastId = 0;
  readonly remembers: boolean;

  constructor(first: string | undefined, remembers: boolean) {
    this.remembers = remembers;
    if (first !== undefined) this.create(first);
  }

  create(body: string): number {
    const id = ++this.#lastId;
    this.comments.push({ id, body, earlier: [body] });
    return id;
  }

  /** The requests of one run; `note` is told what each of them answered. */
  api(step: () => Promise<void>, note: (answer: unknown) => void): CommentApi {
    const noted = <Answer>(answer: Answer): Answer => {
      note(answer);
      return answer;
    };
    const find = (id: number) => {
      const found = this.comments.find((comment) => comment.id === id);
      if (found === undefined) throw Object.assign(new Error("Not Found"), { status: 404 });
      return found;
    };
    return {
      viewer: async () => "bot",
      listMarked: async () => {
        await step();
        return noted(
          this.comments.flatMap(({ id, body }) => {
            const marker = readMarker(body);
            return marker === undefined ? [] : [{ id, nodeId: String(id), author: "bot", marker }];
          }),
        );
      },
      currentHead: async () => {
        await step();
        return noted(this.head);
      },
      create: async (body) => {
        await step();
        return noted(this.create(body));
      },
      update: async (id, body) => {
        await step();
        noted("update");
        const comment = find(id);
        comment.body = body;
        comment.earlier.unshift(body);
      },
      remove: async (id) => {
        await step();
        noted("remove");
        this.comments.splice(this.comments.indexOf(find(id)), 1);
      },
      earlierBodies: async (id) => {
        await step();
        return noted(this.remembers ? [...find(Number(id)).earlier] : []);
      },
    };
  }
}

const [OLD = "", NEW = "", NEWEST = ""] = ["a", "b", "c"].map((letter) => letter.repeat(40));
const KEY = "0123456789ab";

const bodyOf = (head: string, runId: number): string =>
  `${markerLine({ head, runId, key: KEY })}\nabout ${head}`;

const request = (head: string, runId: number, create: boolean): CommentRequest => ({
  marker: { head, runId, key: KEY },
  body: bodyOf(head, runId),
  create,
});

const AT_ONCE: Pace = {
  turn: async () => false,
  recover: async (error) => {
    throw error;
  },
};

interface Story {
  /** What stands there before. */
  readonly first: string | undefined;
  readonly remembers: boolean;
  /** Runs in the order of their commits; each but the first begins with the push of its commit. */
  readonly runs: readonly CommentRequest[];
}

/** Which of the runs goes on; undefined ends the play. `state` tells equal situations from others. */
type Choose = (options: number, state: () => string) => number | undefined;

const ascending = (a: number, b: number): number => a - b;

/** Lets the runs go on one request at a time, in the order that is chosen; absent where the play was ended. */
async function play({ first, remembers, runs }: Story, choose: Choose): Promise<World | undefined> {
  const world = new World(first, remembers);
  const waiting = new Map<number, () => void>();
  const seen: unknown[][] = runs.map(() => []);
  const ends = runs.map(async (run, index) => {
    const step = (): Promise<void> =>
      new Promise((go) => {
        waiting.set(index, go);
      });
    if (index > 0) {
      await step();
      world.head = run.marker.head;
    }
    const api = world.api(step, (answer) => seen[index]?.push(answer));
    await upsertComment(api, run, AT_ONCE);
  });
  for (;;) {
    await new Promise((settled) => setImmediate(settled));
    // A commit comes after the one before it.
    const pushed = runs.findIndex(({ marker }) => marker.head === world.head);
    const options = [...waiting.keys()].filter((index) => index <= pushed + 1).toSorted(ascending);
    if (options.length === 0) break;
    const choice = choose(options.length, () =>
      JSON.stringify([world.head, world.comments, seen, [...waiting.keys()].toSorted(ascending)]),
    );
    if (choice === undefined) return undefined;
    const chosen = options[choice] ?? 0;
    const go = waiting.get(chosen);
    waiting.delete(chosen);
    go?.();
  }
  await Promise.all(ends);
  return world;
}

/** Every order in which the requests of the runs can happen; what comes after an equal situation is tried once. */
async function everyOrder(story: Story, check: (world: World) => void): Promise<number> {
  const path: { chosen: number; options: number }[] = [];
  const known = new Set<string>();
  for (let orders = 1; ; orders++) {
    let depth = 0;
    const world = await play(story, (options, state) => {
      const at = path[depth];
      if (at === undefined) {
        const key = state();
        if (known.has(key)) return undefined;
        known.add(key);
      }
      const here = at ?? { chosen: 0, options };
      path[depth++] = here;
      return here.chosen;
    });
    if (world !== undefined) check(world);
    path.length = depth;
    while (path.length > 0 && (path.at(-1)?.chosen ?? 0) + 1 >= (path.at(-1)?.options ?? 0))
      path.pop();
    const last = path.at(-1);
    if (last === undefined) return orders;
    last.chosen++;
  }
}

const stories = [undefined, bodyOf("0".repeat(40), 1)].flatMap((first) =>
  [true, false].flatMap((remembers) =>
    [true, false].map((create) => ({
      first: first === undefined ? "none" : "an older one",
      remembers,
      create,
      story: { first, remembers, runs: [request(OLD, 100, true), request(NEW, 101, create)] },
    })),
  ),
);

test.each(stories)(
  "two runs end with one comment about the newest commit in every order: comment before: $first, history: $remembers, news: $create",
  { timeout: 60_000 },
  async ({ story, remembers, create }) => {
    const orders = await everyOrder(story, ({ comments }) => {
      // Nothing to say and nothing said.
      if (!create && comments.length === 0) return;
      expect(comments).toHaveLength(1);
      expect(readMarker(comments[0]?.body ?? "")?.head).toBe(NEW);
      const own = bodyOf(NEW, 101);
      if (remembers && create) expect(comments[0]?.body).toBe(own);
    });
    expect(orders).toBeGreaterThan(20);
  },
);

test(
  "two runs of one commit end with one comment in every order",
  { timeout: 60_000 },
  async () => {
    const runs = [request(OLD, 100, true), request(OLD, 101, true)];
    await everyOrder({ first: undefined, remembers: true, runs }, ({ comments }) => {
      expect(comments).toHaveLength(1);
      expect(readMarker(comments[0]?.body ?? "")?.head).toBe(OLD);
    });
  },
);

test("three runs end with one comment about the newest commit", { timeout: 60_000 }, async () => {
  const runs = [request(OLD, 100, true), request(NEW, 101, true), request(NEWEST, 102, true)];
  let seed = 1;
  for (let index = 0; index < 2_000; index++) {
    const world = await play({ first: undefined, remembers: true, runs }, (options) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % options;
    });
    expect(world?.comments.map(({ body }) => body)).toEqual([bodyOf(NEWEST, 102)]);
  }
});
