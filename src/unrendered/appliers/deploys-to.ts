import { isRecord, objectsIn, plainValues, typeOf, valueAt } from "../../scope/plain-values.ts";
import { generatesFolder } from "./applied-folders.ts";
import { applierOf } from "./appliers.ts";

/** Objects that install a chart or carry others, beside those that apply folders. */
const CARRIERS =
  /^(?:helm\.(?:toolkit\.fluxcd\.io|cattle\.io|crossplane\.io)|kubernetes\.crossplane\.io|work\.open-cluster-management\.io|skaffold|kro\.run)$/;

const NAMESPACE_KEY = /namespace$|^(?:ns|intoNs)$/i;

/**
 * Whether something in a text deploys to a namespace, or may: an object that applies others, or a file without an
 * object, such as a helmfile or values, that names it as one. Objects that only mention it do not.
 */
export function deploysTo(
  text: string,
  namespace: string,
  folders: () => readonly string[],
): boolean {
  const values = plainValues(text);
  if (values === undefined) return false;
  return values.flatMap(objectsIn).some((object) => {
    if (object["kind"] === undefined || object["apiVersion"] === undefined)
      return isNamedIn(object, namespace, 0);
    const { group, kind } = typeOf(object);
    if (kind === "SubnamespaceAnchor") return valueAt(object, "metadata", "name") === namespace;
    if (kind === "ApplicationSet" && group === "argoproj.io")
      return setDeploysTo(object["spec"], namespace, folders);
    // What a project allows is not what is there.
    if (kind === "AppProject") return false;
    return (
      (CARRIERS.test(group) || applierOf(group, kind) !== undefined) &&
      isNamedIn(object, namespace, 0)
    );
  });
}

const MAX_DEPTH = 40;

function isNamedIn(value: unknown, namespace: string, depth: number): boolean {
  if (depth > MAX_DEPTH) return true;
  if (Array.isArray(value)) return value.some((item) => isNamedIn(item, namespace, depth + 1));
  return (
    isRecord(value) &&
    Object.entries(value).some(
      ([key, child]) =>
        (child === namespace && NAMESPACE_KEY.test(key)) || isNamedIn(child, namespace, depth + 1),
    )
  );
}

/** A namespace that a set names itself, in an element of a list, or by the name of a folder that it finds. */
function setDeploysTo(spec: unknown, namespace: string, folders: () => readonly string[]): boolean {
  const words = JSON.stringify(spec) ?? "";
  if (words.includes(`"${namespace}"`) || words.includes(`/${namespace}"`)) return true;
  const target = valueAt(spec, "template", "spec", "destination", "namespace");
  const isFilledIn = typeof target !== "string" || target.includes("{{");
  return isFilledIn && folders().some((folder) => generatesFolder(spec, folder));
}
