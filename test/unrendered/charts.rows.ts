import type { Tree } from "../../src/scope/snapshots.test-data.ts";
import { DENY, row, WEB, type Row } from "./row.ts";

const chart = (name: string, more = ""): string =>
  `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;
const dependsOn = (name: string, more = ""): string =>
  `dependencies: [{name: ${name}, version: 1.0.0, repository: 'file://../${name}'${more}}]\n`;
const when = (condition: string): string => `{{- if ${condition} }}\n${DENY}{{- end }}\n`;
const POLICY = when(".Values.netpol.on");
const HELPER = `{{- define "c.np" }}\n${DENY}{{- end }}\n`;
const PODS = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web
        {{- with .Values.extra }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      containers:
        - name: web
          image: "web:{{ .Values.image.tag }}"
`;
const ON = "netpol: {on: true}\n";
const OFF = "netpol: {on: false}\n";
const SECURE = "sec: {on: true}\n";
const INSECURE = "sec: {on: false}\n";

const withPolicy: Tree = {
  "c/Chart.yaml": chart("c"),
  "c/templates/np.yaml": POLICY,
  "c/templates/dep.yaml": PODS,
};
const withPods: Tree = {
  "policies/web.yaml": WEB,
  "c/Chart.yaml": chart("c"),
  "c/templates/dep.yaml": PODS,
  "c/values.yaml": "a: b\n",
};

const own: readonly Row[] = [
  row("undecided", "a value that its policies read", withPolicy, ["c/values.yaml", ON, OFF]),
  row("pass", "an image, a variable, replicas", withPolicy, [
    "c/values.yaml",
    `${ON}image: {tag: a}\n`,
    `${ON}image: {tag: b}\nenv: [{name: A, value: b}]\nreplicaCount: 3\n`,
  ]),
  row("pass", "its version", { "c/values.yaml": ON, "c/templates/np.yaml": POLICY }, [
    "c/Chart.yaml",
    chart("c"),
    chart("c", "appVersion: 1.1\n").replace("1.0.0", "1.0.1"),
  ]),
  row(
    "undecided",
    "a template with a policy",
    { "c/Chart.yaml": chart("c"), "c/values.yaml": ON },
    ["c/templates/np.yaml", POLICY, when(".Values.netpol.off")],
  ),
  row(
    "pass",
    "the image in a template",
    { "c/Chart.yaml": chart("c"), "c/templates/np.yaml": POLICY },
    ["c/templates/dep.yaml", PODS, PODS.replace('"web:', '"other:')],
  ),
  row(
    "pass",
    "a new template without a policy",
    { "c/Chart.yaml": chart("c"), "c/templates/np.yaml": POLICY },
    ["c/templates/dep.yaml", undefined, PODS],
  ),
  row(
    "undecided",
    "a file that templates load",
    { "c/Chart.yaml": chart("c"), "c/templates/np.yaml": '{{ .Files.Get "files/np.txt" }}\n' },
    ["c/files/np.txt", DENY, "a"],
  ),
  row(
    "pass",
    "another file that templates load",
    {
      "policies/web.yaml": WEB,
      "c/Chart.yaml": chart("c"),
      "c/templates/cm.yaml": '{{ .Files.Get "a.conf" }}\n',
    },
    ["c/a.conf", "a", "b"],
  ),
  row("undecided", "a template without a manifest's name", { "c/Chart.yaml": chart("c") }, [
    "c/templates/np.txt",
    DENY,
    undefined,
  ]),
];

const pods: readonly Row[] = [
  row("undecided", "labels in a template", { ...withPods, "c/templates/dep.yaml": "" }, [
    "c/templates/dep.yaml",
    PODS,
    PODS.replace("app: web", "app: x"),
  ]),
  row(
    "undecided",
    "the network in a template",
    { "policies/deny.yaml": DENY, "c/Chart.yaml": chart("c") },
    [
      "c/templates/dep.yaml",
      PODS,
      PODS.replace("    spec:\n", "    spec:\n      hostNetwork: true\n"),
    ],
  ),
  row(
    "pass",
    "labels where no policy asks for one",
    { "policies/deny.yaml": DENY, "c/Chart.yaml": chart("c") },
    ["c/templates/dep.yaml", PODS, PODS.replace("app: web", "app: x")],
  ),
  row("pass", "the image in a template", { "policies/web.yaml": WEB, "c/Chart.yaml": chart("c") }, [
    "c/templates/dep.yaml",
    PODS,
    PODS.replace('"web:', '"other:'),
  ]),
  row("undecided", "labels in values", withPods, [
    "c/values.yaml",
    "podLabels: {app: web}\n",
    "podLabels: {app: x}\n",
  ]),
  row("undecided", "values that become labels", withPods, [
    "c/values.yaml",
    "extra: {a: web}\n",
    "extra: {a: x}\n",
  ]),
  row("pass", "the image in values", withPods, [
    "c/values.yaml",
    "image: {tag: a}\n",
    "image: {tag: b}\n",
  ]),
  row(
    "undecided",
    "labels in a helper",
    { ...withPods, "c/templates/dep.yaml": PODS.replace("app: web", '{{ include "c.labels" . }}') },
    [
      "c/templates/_helpers.tpl",
      '{{ define "c.labels" }}app: web{{ end }}',
      '{{ define "c.labels" }}app: x{{ end }}',
    ],
  ),
  row("undecided", "the name of the chart", withPods, ["c/Chart.yaml", chart("c"), chart("d")]),
  {
    ...row("undecided", "a template in place of another", withPods, [
      "c/templates/old.yaml",
      PODS,
      undefined,
    ]),
    head: { "c/templates/new.yaml": PODS.replace("app: web", "app: x") },
  },
  {
    ...row("pass", "a template with another name", withPods, [
      "c/templates/old.yaml",
      PODS,
      undefined,
    ]),
    head: { "c/templates/new.yaml": PODS },
  },
];

const template = (text: string): Tree => ({
  "c/Chart.yaml": chart("c"),
  "c/templates/np.yaml": text,
});
const reading = (name: string, both: Tree): Row =>
  row("undecided", name, both, ["env/a.yaml", SECURE, INSECURE]);

const values: readonly Row[] = [
  reading("by a variable", template(`{{- $np := .Values.sec }}\n${when("$np.on")}`)),
  reading("by a variable with all values", template(`{{- $v := .Values }}\n${when("$v.sec.on")}`)),
  reading("by with", template(`{{- with .Values }}\n${when(".sec.on")}{{- end }}`)),
  reading("by get", template(when('(get .Values "sec").on'))),
  reading("by dig", template(when('dig "sec" "on" false .Values'))),
  reading("by a helper", {
    ...template(when('eq (include "c.on" .) "true"')),
    "c/templates/_helpers.tpl": '{{ define "c.on" }}{{ .Values.sec.on }}{{ end }}',
  }),
  reading("by a text that is a template", {
    ...template(when('eq (tpl .Values.when .) "true"')),
    "c/values.yaml": "when: '{{ .Values.sec.on }}'\n",
  }),
  row(
    "pass",
    "an image, where all values are read",
    template(`{{- $v := .Values }}\n${when("$v.sec.on")}`),
    ["env/a.yaml", `${SECURE}image: {tag: a}\n`, `${SECURE}image: {tag: b}\nreplicaCount: 2\n`],
  ),
];

const OBJECTS = "{{ range .Values.extra }}\n---\n{{ toYaml . }}\n{{ end }}\n";
const ALLOW = "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a}}";
const FIELDS =
  "apiVersion: networking.k8s.io/v1\nkind: {{ .Values.kind }}\nspec: {podSelector: {}}\n";

const manifests: readonly Row[] = [
  row("undecided", "as an object", { ...withPods, ...template(OBJECTS) }, [
    "c/values.yaml",
    "extra: []\n",
    `extra: [${ALLOW}]\n`,
  ]),
  row("undecided", "as a text", { ...withPods, ...template("{{ .Values.extra }}\n") }, [
    "c/values.yaml",
    "extra: ''\n",
    `extra: |\n  ${ALLOW}\n`,
  ]),
  row("undecided", "by its kind alone", { ...withPods, "c/values.yaml": "kind: NetworkPolicy\n" }, [
    "c/templates/x.yaml",
    `{{ if .Values.a }}\n${FIELDS}{{ end }}\n`,
    `{{ if .Values.b }}\n${FIELDS}{{ end }}\n`,
  ]),
  row("undecided", "in values with a merge key", withPolicy, [
    "c/values.yaml",
    "a: &a {on: true}\nnetpol:\n  <<: *a\n",
    "a: &a {on: false}\nnetpol:\n  <<: *a\n",
  ]),
  row("undecided", "in values that cannot be read", withPolicy, [
    "env/a.yaml",
    ON,
    "netpol: {on: false\n",
  ]),
  row("pass", "in a List, which is read", {}, [
    "a.yaml",
    `apiVersion: v1\nkind: List\nitems: [${ALLOW}]\n`,
    `apiVersion: v1\nkind: List\nmetadata: {}\nitems: [${ALLOW}]\n`,
  ]),
];

const helpers: readonly Row[] = [
  row(
    "undecided",
    "a condition around a helper with a policy",
    { "c/Chart.yaml": chart("c"), "c/templates/_np.tpl": HELPER },
    [
      "c/templates/np.yaml",
      '{{ include "c.np" . }}\n',
      '{{ if .Values.on }}{{ include "c.np" . }}{{ end }}\n',
    ],
  ),
  row(
    "undecided",
    "a value for such a condition",
    {
      "c/Chart.yaml": chart("c"),
      "c/templates/_np.tpl": HELPER,
      "c/templates/np.yaml": '{{ if .Values.on }}{{ include "c.np" . }}{{ end }}\n',
    },
    ["c/values.yaml", "on: true\n", "on: false\n"],
  ),
  row("undecided", "a helper that decides", template(when('include "c.on" .')), [
    "c/templates/_helpers.tpl",
    '{{ define "c.on" }}true{{ end }}',
    '{{ define "c.on" }}{{ end }}',
  ]),
  row("pass", "a helper that does not", template(when('include "c.on" .')), [
    "c/templates/_helpers.tpl",
    '{{ define "c.on" }}true{{ end }}{{ define "c.x" }}a{{ end }}',
    '{{ define "c.on" }}true{{ end }}{{ define "c.x" }}b{{ end }}',
  ]),
  row(
    "undecided",
    "a library chart",
    {
      "lib/Chart.yaml": chart("lib", "type: library\n"),
      "lib/templates/_np.tpl": `{{ define "lib.np" }}${when(".Values.sec.on")}{{ end }}`,
      "c/Chart.yaml": chart("c", dependsOn("lib")),
      "c/templates/np.yaml": '{{ include "lib.np" . }}\n',
    },
    ["c/values.yaml", SECURE, INSECURE],
  ),
  row(
    "undecided",
    "a library chart that nobody includes any more",
    {
      "lib/Chart.yaml": chart("lib", "type: library\n"),
      "lib/templates/_np.tpl": HELPER,
      "c/Chart.yaml": chart("c", dependsOn("lib")),
    },
    ["c/templates/np.yaml", '{{ include "c.np" . }}\n', undefined],
  ),
];

const NP: Tree = { "np/Chart.yaml": chart("np"), "np/templates/np.yaml": DENY };
const umbrella = (more: string): Tree => ({
  ...NP,
  "u/Chart.yaml": chart("u", dependsOn("np", more)),
});
const REMOTE =
  "dependencies: [{name: redis, version: 1.0.0, repository: 'https://charts.example.org'}]\n";

const umbrellas: readonly Row[] = [
  row("undecided", "values below a name", { ...umbrella(""), "np/templates/np.yaml": POLICY }, [
    "u/values.yaml",
    "np: {netpol: {on: true}}\n",
    "np: {netpol: {on: false}}\n",
  ]),
  row(
    "undecided",
    "values below an alias",
    {
      "u/Chart.yaml": chart("u", "dependencies: [{name: np, alias: limits, version: 1.0.0}]\n"),
      "u/charts/np/Chart.yaml": chart("np"),
      "u/charts/np/templates/np.yaml": POLICY,
    },
    ["u/values.yaml", "limits: {netpol: {on: true}}\n", "limits: {netpol: {on: false}}\n"],
  ),
  row(
    "undecided",
    "values two charts down",
    {
      "u/Chart.yaml": chart("u"),
      "u/charts/m/Chart.yaml": chart("m"),
      "u/charts/m/charts/np/Chart.yaml": chart("np"),
      "u/charts/m/charts/np/templates/np.yaml": POLICY,
    },
    ["u/values.yaml", "m: {np: {netpol: {on: true}}}\n", "m: {np: {netpol: {on: false}}}\n"],
  ),
  row("undecided", "a condition", umbrella(", condition: np.enabled"), [
    "u/values.yaml",
    "np: {enabled: true}\n",
    "np: {enabled: false}\n",
  ]),
  row("undecided", "a condition, in another file", umbrella(", condition: np.enabled"), [
    "env/a.yaml",
    "np: {enabled: true}\n",
    "np: {enabled: false}\n",
  ]),
  row("undecided", "a tag", umbrella(", tags: [sec]"), [
    "u/values.yaml",
    "tags: {sec: true}\n",
    "tags: {sec: false}\n",
  ]),
  row("undecided", "a dependency that is gone", NP, [
    "u/Chart.yaml",
    chart("u", dependsOn("np")),
    chart("u"),
  ]),
  row(
    "undecided",
    "a dependency that is gone from requirements.yaml",
    { ...NP, "u/Chart.yaml": chart("u") },
    ["u/requirements.yaml", dependsOn("np"), "dependencies: []\n"],
  ),
  row(
    "undecided",
    "a chart in an archive",
    { "policies/deny.yaml": DENY, "u/Chart.yaml": chart("u") },
    ["u/charts/np-1.0.0.tgz", "a", "b"],
  ),
  row("pass", "a version of a chart from elsewhere", { "policies/web.yaml": WEB }, [
    "u/Chart.yaml",
    chart("u", REMOTE),
    chart("u", REMOTE.replace("1.0.0", "1.0.1")),
  ]),
  row("undecided", "a chart from elsewhere that is gone", { "policies/web.yaml": WEB }, [
    "u/Chart.yaml",
    chart("u", REMOTE),
    chart("u"),
  ]),
  row(
    "undecided",
    "labels for a chart from elsewhere",
    { "policies/web.yaml": WEB, "u/Chart.yaml": chart("u", REMOTE) },
    ["u/values.yaml", "redis: {podLabels: {app: web}}\n", "redis: {podLabels: {app: x}}\n"],
  ),
];

const release = (chartValues: string, name = "web"): string =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  chart: {spec: {chart: web, version: 1.0.0, sourceRef: {kind: HelmRepository, name: x}}}\n  values: ${chartValues}\n`;
const FAR: Tree = { "policies/web.yaml": WEB };

const releases: readonly Row[] = [
  row("undecided", "labels", FAR, [
    "a/hr.yaml",
    release("{podLabels: {app: web}}"),
    release("{podLabels: {app: x}}"),
  ]),
  row("pass", "labels that no policy asks for", FAR, [
    "a/hr.yaml",
    release("{podLabels: {team: web}}"),
    release("{podLabels: {team: x}}"),
  ]),
  row("pass", "labels of a Service", FAR, [
    "a/hr.yaml",
    release("{service: {labels: {app: web}}}"),
    release("{service: {labels: {app: x}}}"),
  ]),
  row("pass", "an image", FAR, [
    "a/hr.yaml",
    release("{image: {tag: a}}"),
    release("{image: {tag: b}}"),
  ]),
  row("pass", "a new release", FAR, ["a/hr.yaml", undefined, release("{podLabels: {app: web}}")]),
  {
    ...row("undecided", "a release in place of another", FAR, [
      "a/hr.yaml",
      release("{podLabels: {app: web}}"),
      undefined,
    ]),
    head: { "b/hr.yaml": release("{podLabels: {app: x}}") },
  },
];

const NET: Tree = { "charts/net/Chart.yaml": chart("net"), "charts/net/templates/np.yaml": POLICY };
const helmfile = (more = ""): string => `releases:\n- name: net\n  chart: ./charts/net\n${more}`;
const EMPTY = "releases: []\n";
const TEMPLATE = "netpol: {on: {{ .Values.on }} }\n";
const remote = (more: string): string =>
  `releases:\n- {name: redis, chart: bitnami/redis, ${more}}\n`;

const helmfiles: readonly Row[] = [
  row("undecided", "a release that is gone from helmfile.d", NET, [
    "helmfile.d/net.yaml",
    helmfile(),
    EMPTY,
  ]),
  row("undecided", "a release that is gone from a template", NET, [
    "helmfile.yaml.gotmpl",
    helmfile(),
    EMPTY,
  ]),
  row("undecided", "a release that is gone from a template in helmfile.d", NET, [
    "helmfile.d/net.yaml.gotmpl",
    helmfile(),
    EMPTY,
  ]),
  row(
    "undecided",
    "a release that is gone from a part",
    { ...NET, "helmfile.yaml": "bases: [base/net.yaml]\n" },
    ["base/net.yaml", helmfile(), EMPTY],
  ),
  row("undecided", "a template of releases", NET, [
    "helmfile.yaml",
    "templates: {x: {chart: ./charts/net}}\nreleases: [{name: a, inherit: [{template: x}]}]\n",
    "templates: {x: {chart: bitnami/x}}\nreleases: [{name: a, inherit: [{template: x}]}]\n",
  ]),
  row("undecided", "set", NET, [
    "helmfile.yaml",
    helmfile("  set: [{name: netpol.on, value: true}]\n"),
    helmfile("  set: [{name: netpol.on, value: false}]\n"),
  ]),
  row("undecided", "values", NET, [
    "helmfile.yaml",
    helmfile("  values: [{netpol: {on: true}}]\n"),
    helmfile("  values: [{netpol: {on: false}}]\n"),
  ]),
  row("pass", "images", NET, [
    "helmfile.yaml",
    helmfile("  set: [{name: image.tag, value: a}]\n  values: [{image: {tag: a}}]\n"),
    helmfile("  set: [{name: image.tag, value: b}]\n  values: [{image: {tag: b}}]\n"),
  ]),
  row(
    "undecided",
    "a template of values",
    { ...NET, "helmfile.yaml": helmfile("  values: [v.yaml.gotmpl]\n") },
    ["v.yaml.gotmpl", TEMPLATE, "netpol: {on: false}\n"],
  ),
  row(
    "pass",
    "the image in a template of values",
    { ...NET, "helmfile.yaml": helmfile("  values: [v.yaml.gotmpl]\n") },
    ["v.yaml.gotmpl", `${TEMPLATE}image: {tag: a}\n`, `${TEMPLATE}image: {tag: b}\n`],
  ),
  row("undecided", "an environment", { ...NET, "v.yaml.gotmpl": TEMPLATE }, [
    "helmfile.yaml",
    `environments: {prod: {values: [{on: true}]}}\n${helmfile()}`,
    `environments: {prod: {values: [{on: false}]}}\n${helmfile()}`,
  ]),
  row(
    "undecided",
    "the file of an environment",
    { ...NET, "v.yaml.gotmpl": TEMPLATE, "helmfile.yaml": helmfile() },
    ["env/prod.yaml", "on: true\n", "on: false\n"],
  ),
  row(
    "pass",
    "another value of an environment",
    { ...NET, "v.yaml.gotmpl": TEMPLATE, "helmfile.yaml": helmfile() },
    ["env/prod.yaml", "on: true\na: 1\n", "on: true\na: 2\n"],
  ),
  row(
    "undecided",
    "a condition",
    { ...NET, "helmfile.yaml": helmfile("  condition: net.enabled\n") },
    ["env/prod.yaml", "net: {enabled: true}\n", "net: {enabled: false}\n"],
  ),
  row("pass", "a version from elsewhere", { ...FAR, ...NET }, [
    "helmfile.yaml",
    remote("version: 1.0.0"),
    remote("version: 1.0.1"),
  ]),
  row("pass", "a version from elsewhere, in a template", { ...FAR, ...NET }, [
    "helmfile.yaml",
    `${helmfile("  values: [{{ .Values.x }}]\n")}  version: 1.0.0\n`,
    `${helmfile("  values: [{{ .Values.x }}]\n")}  version: 1.0.1\n`,
  ]),
  row("undecided", "labels for a chart from elsewhere", FAR, [
    "helmfile.yaml",
    remote("values: [{podLabels: {app: web}}]"),
    remote("values: [{podLabels: {app: x}}]"),
  ]),
  row("undecided", "a patch of a chart from elsewhere", FAR, [
    "helmfile.yaml",
    remote("version: 1.0.0"),
    remote("version: 1.0.0, strategicMergePatches: [{kind: Deployment}]"),
  ]),
  row("undecided", "policies of a chart from elsewhere", FAR, [
    "helmfile.yaml",
    remote("set: [{name: networkPolicy.enabled, value: true}]"),
    remote("set: [{name: networkPolicy.enabled, value: false}]"),
  ]),
];

const group = (title: string, rows: readonly Row[]): readonly Row[] =>
  rows.map((each) => ({ ...each, name: `${title}: ${each.name}` }));

export const CHARTS: readonly Row[] = [
  ...group("a chart", own),
  ...group("pods of a chart", pods),
  ...group("values that a policy reads", values),
  ...group("a policy in values", manifests),
  ...group("helpers", helpers),
  ...group("umbrella charts", umbrellas),
  ...group("HelmReleases", releases),
  ...group("helmfile", helmfiles),
];
