/** What a comment says, hidden, about the run that wrote it. */
export interface Marker {
  /** The head commit of the pull request. */
  readonly head: string;
  readonly runId: number;
  /** Which of several configured reviews it was; comments of the first versions have none. */
  readonly key?: string | undefined;
}

const LINE = /^<!-- netpol-review((?: [a-z]+=[\w.-]+)*) -->(?:\r?\n|$)/;

/** The first line of our comments: invisible, and how a later run finds them again. */
export function markerLine({ head, runId, key }: Marker): string {
  const which = key === undefined ? "" : ` key=${key}`;
  return `<!-- netpol-review head=${head} run=${runId}${which} -->`;
}

/** Reads the marker of a comment; absent where the comment has none on its first line. */
export function readMarker(body: string): Marker | undefined {
  const fields = LINE.exec(body)?.[1];
  if (fields === undefined) return undefined;
  const values = new Map(
    fields
      .trim()
      .split(" ")
      .map((field): [string, string] => {
        const [key = "", value = ""] = field.split("=", 2);
        return [key, value];
      }),
  );
  const runId = Number(values.get("run"));
  // A version that writes other fields still is ours to update.
  const key = values.get("key");
  return {
    head: values.get("head") ?? "",
    runId: Number.isSafeInteger(runId) ? runId : 0,
    ...(key === undefined ? {} : { key }),
  };
}
