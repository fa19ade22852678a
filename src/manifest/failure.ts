/** Why a document could not be read, with offsets into the text that was given. */
export interface Failure {
  readonly code: "syntax" | "too-large";
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Whether nothing behind it is read either; otherwise that holds for its document alone. */
  readonly endsFile?: true;
}

const MAX_MESSAGE = 160;

/** First line, without control codes, short: messages of a parser quote foreign text. */
export function plainMessage(message: string): string {
  const [line = ""] = message.split("\n", 1);
  // eslint-disable-next-line no-control-regex -- these are what has to go
  const text = line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ").replace(/:\s*$/, "");
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
}
