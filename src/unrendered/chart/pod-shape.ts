/** Keys of a template below which stands what policies tell about pods. */
const KEY = /^\s*(?:-\s+)?["']?(?:[\w.-]*[lL]abels|hostNetwork|ports)["']?\s*:/;

/**
 * The lines of a template that say what its pods' labels, ports and network are: those keys with what stands
 * deeper below them, and, because a condition may hold them, the conditions around.
 */
export function podShape(template: string): string {
  const kept: string[] = [];
  let depth = -1;
  const control: string[] = [];
  for (const line of template.split("\n")) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    const isControl = /^\s*\{\{/.test(line);
    const key = KEY.test(line);
    if (depth >= 0 && (isControl || indent > depth)) kept.push(line.trim());
    else if (key) {
      depth = indent;
      kept.push(...control.splice(0), line.trim());
    } else {
      depth = -1;
      if (/\{\{-?\s*(?:if|with|range|else)\b/.test(line)) control.push(line.trim());
      if (/\{\{-?\s*end\b/.test(line)) control.pop();
    }
  }
  return kept.join("\n");
}
