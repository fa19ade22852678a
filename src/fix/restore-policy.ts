import type { ManifestObject } from "../model/object.ts";
import { makeFix, textOf, type ManifestText } from "./manifest-text.ts";
import { isFlow, isInside } from "./policy-nodes.ts";
import { renameNamespace } from "./restore-namespace.ts";
import { propose, type Proposal } from "./proposal.ts";
import type { Span } from "../model/span.ts";

interface DeletedPolicy {
  readonly base: ManifestText;
  /** Where the policy stood. */
  readonly span: Span;
  /** The same file at head. */
  readonly head: ManifestText;
}

/** Puts a policy back that was deleted from a file with other objects, behind the one that stood before it. */
export function restorePolicy({ base, span, head }: DeletedPolicy): readonly Proposal[] {
  const index = base.objects.findIndex((object) => isInside(span, object.span));
  const policy = base.objects[index];
  // Inside of a list the indentation is another one, and `---` divides nothing.
  if (policy === undefined || policy.span.startColumn !== 1 || isFlow(base, policy.node)) return [];
  // Where it is there under another namespace, that is what to mend.
  const moved = head.objects.filter(
    ({ kind, name }) => kind === policy.kind && name === policy.name,
  );
  if (moved.length > 0) return moved.flatMap((now) => renameNamespace(head, now, policy));
  const title = `restore the policy \`${policy.name}\``;
  const text = textOf(base, policy.span).replaceAll("\r\n", "\n");
  const before = base.objects
    .slice(0, index)
    .findLast((object) => find(head, object) !== undefined);
  const anchor = before === undefined ? undefined : find(head, before);
  if (anchor !== undefined) {
    const end = head.lineEnd(anchor.span.endLine);
    const edit = { start: end, end, text: `\n---\n${text}` };
    return propose(makeFix(head, title, [edit]), { type: "narrow" });
  }
  const [first] = head.objects;
  if (first === undefined || first.span.startColumn !== 1) return [];
  const start = head.lineStart(first.span.startLine);
  return propose(makeFix(head, title, [{ start, end: start, text: `${text}\n---\n` }]), {
    type: "narrow",
  });
}

const isSame = (a: ManifestObject, b: ManifestObject): boolean =>
  a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;

const find = ({ objects }: ManifestText, wanted: ManifestObject): ManifestObject | undefined =>
  objects.find((object) => isSame(object, wanted));
