import type { LabelSelector, Operator, Requirement } from "../model/policy.ts";
import {
  asItem,
  asList,
  asMap,
  asText,
  asTextMap,
  at,
  checkFields,
  fieldOf,
  missingField,
  reject,
  type Field,
  type FieldReader,
  type MapField,
} from "./field-reader.ts";
import { labelKeyFault, labelValueFault } from "./name-rules.ts";
import { quote } from "./quote.ts";

const OPERATORS: readonly string[] = ["In", "NotIn", "Exists", "DoesNotExist"] satisfies Operator[];

/** No pod has that many labels to ask for, and each costs every comparison. */
const MAX_REQUIREMENTS = 1000;

/**
 * Reads and checks a label selector (kubernetes/apimachinery `pkg/apis/meta/v1/validation/validation.go`,
 * ValidateLabelSelector). An empty one has no requirement and matches everything.
 */
export function decodeSelector(reader: FieldReader, field: Field): LabelSelector {
  const map = asMap(reader, field);
  checkFields(reader, map, ["matchLabels", "matchExpressions"]);
  const requirements =
    map === undefined
      ? []
      : [...decodeMatchLabels(reader, map), ...decodeMatchExpressions(reader, map)];
  if (requirements.length > MAX_REQUIREMENTS)
    reject(
      reader,
      at(field),
      `asks for ${requirements.length} labels, and more than ${MAX_REQUIREMENTS} are not compared; select by fewer`,
    );
  return { requirements, span: field.node.span };
}

function decodeMatchLabels(reader: FieldReader, map: MapField): Requirement[] {
  const field = fieldOf(map, "matchLabels");
  const requirements: Requirement[] = [];
  for (const [key, { text, keySpan, span }] of asTextMap(reader, field)) {
    const path = `${field?.path ?? ""}[${quote(key)}]`;
    const keyFault = labelKeyFault(key);
    if (keyFault !== undefined)
      reject(reader, { path, span: keySpan }, `the key ${quote(key)} ${keyFault}`);
    const valueFault = labelValueFault(text);
    if (valueFault !== undefined) reject(reader, { path, span }, `${quote(text)} ${valueFault}`);
    const place = { ...keySpan, endLine: span.endLine, endColumn: span.endColumn };
    // A merged or aliased value may stand before its key.
    requirements.push({
      key,
      operator: "In",
      values: [text],
      span: isAfter(span, keySpan) ? place : keySpan,
    });
  }
  return requirements;
}

const isAfter = (a: Requirement["span"], b: Requirement["span"]): boolean =>
  a.startLine > b.startLine || (a.startLine === b.startLine && a.startColumn >= b.startColumn);

function decodeMatchExpressions(reader: FieldReader, map: MapField): Requirement[] {
  const items = asList(reader, fieldOf(map, "matchExpressions"))?.items ?? [];
  return items.flatMap((item) => decodeRequirement(reader, item) ?? []);
}

function decodeRequirement(reader: FieldReader, item: Field): Requirement | undefined {
  const map = asItem(reader, item);
  if (map === undefined) return undefined;
  checkFields(reader, map, ["key", "operator", "values"]);
  const key = decodeKey(reader, map);
  const operator = decodeOperator(reader, map);
  const values = decodeValues(reader, map, operator);
  if (key === undefined || operator === undefined) return undefined;
  return { key, operator, values, span: item.node.span };
}

function decodeKey(reader: FieldReader, map: MapField): string | undefined {
  const field = fieldOf(map, "key");
  if (field === undefined) {
    reject(reader, missingField(map, "key"), "is missing; name a label");
    return undefined;
  }
  const key = asText(reader, field);
  const fault = key === undefined ? undefined : labelKeyFault(key);
  if (key !== undefined && fault !== undefined) reject(reader, at(field), `${quote(key)} ${fault}`);
  return key;
}

function decodeOperator(reader: FieldReader, map: MapField): Operator | undefined {
  const field = fieldOf(map, "operator");
  const operator = asText(reader, field);
  if (isOperator(operator)) return operator;
  const choice = "write In, NotIn, Exists or DoesNotExist";
  if (field === undefined) reject(reader, missingField(map, "operator"), `is missing; ${choice}`);
  else if (operator !== undefined)
    reject(reader, at(field), `${quote(operator)} is no operator; ${choice}`);
  return undefined;
}

const isOperator = (text: string | undefined): text is Operator =>
  text !== undefined && OPERATORS.includes(text);

function decodeValues(
  reader: FieldReader,
  map: MapField,
  operator: Operator | undefined,
): readonly string[] {
  const field = fieldOf(map, "values");
  const list = asList(reader, field);
  const values: string[] = [];
  for (const item of list?.items ?? []) {
    const value = asText(reader, item);
    const fault = value === undefined ? undefined : labelValueFault(value);
    if (value !== undefined && fault !== undefined)
      reject(reader, at(item), `${quote(value)} ${fault}`);
    values.push(value ?? "");
  }
  // Values of the wrong type have been reported.
  if (field !== undefined && list === undefined) return values;
  const place = field === undefined ? missingField(map, "values") : at(field);
  if ((operator === "In" || operator === "NotIn") && values.length === 0)
    reject(reader, place, `must hold at least one value for the operator ${operator}; add one`);
  if ((operator === "Exists" || operator === "DoesNotExist") && values.length > 0)
    reject(reader, place, `must be absent for the operator ${operator}; remove the values`);
  return values;
}
