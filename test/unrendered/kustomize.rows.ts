import type { Tree } from "../../src/scope/snapshots.test-data.ts";
import { configMap, DENY, deployment, row, SERVICE, WEB, type Row } from "./row.ts";

const kustomization = (fields: string): string =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${fields}`;

/** Policies that lie outside of the folder of the kustomization. */
const FAR: Tree = { "policies/deny.yaml": DENY, "policies/web.yaml": WEB };
const APP: Tree = { "apps/web/dep.yaml": deployment("web"), "apps/web/svc.yaml": SERVICE };
const LISTED = "resources: [dep.yaml, svc.yaml]\n";
const PATH = "apps/web/kustomization.yaml";

/** Fields of a kustomization that lists workloads; policies are elsewhere. */
const fields = (want: Row["want"], name: string, before: string, after: string): Row =>
  row(want, name, { ...FAR, ...APP }, [
    PATH,
    kustomization(LISTED + before),
    kustomization(LISTED + after),
  ]);

const jsonPatch = (operation: string): string =>
  `patches:\n- target: {kind: Deployment}\n  patch: |\n    - ${operation}\n`;
const partialPatch = (spec: string, field = "patchesStrategicMerge:\n- |-"): string =>
  `${field}\n  apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: web}\n  spec: ${spec}\n`;

const patches: readonly Row[] = [
  fields(
    "undecided",
    "a part with labels",
    "",
    partialPatch("{template: {metadata: {labels: {app: x}}}}"),
  ),
  fields(
    "undecided",
    "a part that drops the labels",
    "",
    partialPatch("{template: {metadata: null}}"),
  ),
  fields(
    "undecided",
    "a part that replaces the metadata",
    "",
    partialPatch("{template: {metadata: {$patch: replace, annotations: {a: b}}}}"),
  ),
  fields(
    "undecided",
    "an operation on labels",
    "",
    jsonPatch("{op: replace, path: /spec/template/metadata/labels/app, value: x}"),
  ),
  fields(
    "undecided",
    "an operation on all metadata",
    "",
    jsonPatch("{op: remove, path: /spec/template/metadata}"),
  ),
  fields(
    "undecided",
    "an operation on the network",
    "",
    jsonPatch("{op: add, path: /spec/template/spec/hostNetwork, value: true}"),
  ),
  fields(
    "undecided",
    "an operation in patchesJson6902",
    "",
    "patchesJson6902:\n- target: {kind: Deployment, name: web, version: v1}\n  patch: |-\n    - {op: replace, path: /spec/template/metadata/labels/app, value: x}\n",
  ),
  fields(
    "pass",
    "an image",
    "",
    jsonPatch("{op: replace, path: /spec/template/spec/containers/0/image, value: 'web:2'}"),
  ),
  fields(
    "pass",
    "a variable of a container",
    "",
    jsonPatch(
      "{op: add, path: /spec/template/spec/containers/0/env/-, value: {name: A, value: b}}",
    ),
  ),
  fields(
    "pass",
    "another container",
    "",
    jsonPatch("{op: add, path: /spec/template/spec/containers/-, value: {name: side, image: a}}"),
  ),
  fields("pass", "replicas", "", partialPatch("{replicas: 3}")),
  fields(
    "pass",
    "the port of a Service",
    "",
    "patches:\n- target: {kind: Service}\n  patch: |\n    - {op: replace, path: /spec/ports/0/port, value: 81}\n",
  ),
  row(
    "undecided",
    "a target that takes in more",
    {
      ...FAR,
      ...APP,
      "apps/web/p.yaml": "- {op: replace, path: /spec/template/metadata/labels/app, value: x}\n",
    },
    [
      PATH,
      kustomization(`${LISTED}patches: [{target: {kind: Deployment, name: none}, path: p.yaml}]\n`),
      kustomization(`${LISTED}patches: [{target: {kind: Deployment}, path: p.yaml}]\n`),
    ],
  ),
  ...(
    [
      [
        "undecided",
        "for policies",
        "- target: {kind: NetworkPolicy}\n  patch: '[{op: remove, path: /spec/x}]'\n",
      ],
      [
        "undecided",
        "for all of a name",
        "- target: {name: default-.*}\n  patch: '[{op: replace, path: /spec/policyTypes, value: [Ingress]}]'\n",
      ],
      [
        "pass",
        "for an image",
        "- target: {kind: Deployment}\n  patch: '[{op: replace, path: /spec/template/spec/containers/0/image, value: a}]'\n",
      ],
    ] as const
  ).map(([want, name, patch]) =>
    row(
      want,
      `${name}, beside policies`,
      { "shop/deny.yaml": DENY, "shop/dep.yaml": deployment("web") },
      [
        "shop/kustomization.yaml",
        kustomization("resources: [deny.yaml, dep.yaml]\n"),
        kustomization(`resources: [deny.yaml, dep.yaml]\npatches:\n${patch}`),
      ],
    ),
  ),
];

const transformers: readonly Row[] = [
  fields(
    "undecided",
    "labels in selectors",
    "",
    "labels: [{pairs: {app: x}, includeSelectors: true}]\n",
  ),
  fields(
    "undecided",
    "labels in templates",
    "",
    "labels: [{pairs: {app: x}, includeTemplates: true}]\n",
  ),
  fields("undecided", "common labels", "", "commonLabels: {app: x}\n"),
  fields(
    "pass",
    "labels that no policy asks for",
    "",
    "labels: [{pairs: {team: x}, includeTemplates: true}]\n",
  ),
  fields("pass", "common labels that no policy asks for", "", "commonLabels: {team: x}\n"),
  row("undecided", "common labels in the selectors of policies", { "shop/web.yaml": WEB }, [
    "shop/kustomization.yaml",
    kustomization("resources: [web.yaml]\n"),
    kustomization("resources: [web.yaml]\ncommonLabels: {team: x}\n"),
  ]),
  fields("undecided", "a namespace", "", "namespace: other\n"),
  fields("pass", "a prefix", "", "namePrefix: x-\n"),
  fields(
    "pass",
    "images, replicas and generated data",
    "",
    "images: [{name: web, newTag: b}]\nreplicas: [{name: web, count: 3}]\nconfigMapGenerator: [{name: x, literals: [A=b]}]\n",
  ),
];

const resources: readonly Row[] = [
  row(
    "pass",
    "a new ConfigMap beside policies",
    { "shop/deny.yaml": DENY, "shop/cm.yaml": configMap("{a: b}") },
    [
      "shop/kustomization.yaml",
      kustomization("resources: [deny.yaml]\n"),
      kustomization("resources: [deny.yaml, cm.yaml]\n"),
    ],
  ),
  {
    ...row("pass", "a new folder beside policies", { "shop/deny.yaml": DENY }, [
      "shop/kustomization.yaml",
      kustomization("resources: [deny.yaml]\n"),
      kustomization("resources: [deny.yaml, cache]\n"),
    ]),
    head: {
      "shop/kustomization.yaml": kustomization("resources: [deny.yaml, cache]\n"),
      "shop/cache/kustomization.yaml": kustomization("resources: [dep.yaml]\n"),
      "shop/cache/dep.yaml": deployment("cache"),
    },
  },
  row(
    "undecided",
    "a policy is not listed any more",
    { "shop/deny.yaml": DENY, "shop/cm.yaml": configMap("{a: b}") },
    [
      "shop/kustomization.yaml",
      kustomization("resources: [deny.yaml, cm.yaml]\n"),
      kustomization("resources: [cm.yaml]\n"),
    ],
  ),
  row(
    "undecided",
    "a folder with policies is not listed any more",
    { "net/kustomization.yaml": kustomization("resources: [deny.yaml]\n"), "net/deny.yaml": DENY },
    [
      "shop/kustomization.yaml",
      kustomization("resources: [../net]\n"),
      kustomization("resources: []\n"),
    ],
  ),
  row(
    "undecided",
    "another base with the same workload",
    {
      ...FAR,
      "a/kustomization.yaml": kustomization("resources: [dep.yaml]\n"),
      "a/dep.yaml": deployment("web"),
      "b/kustomization.yaml": kustomization("resources: [dep.yaml]\n"),
      "b/dep.yaml": deployment("web", "{app: x}"),
    },
    [
      "c/kustomization.yaml",
      kustomization("resources: [../a]\n"),
      kustomization("resources: [../b]\n"),
    ],
  ),
  row("undecided", "a file that is not there", { "shop/deny.yaml": DENY }, [
    "shop/kustomization.yaml",
    kustomization("resources: [deny.yaml]\n"),
    kustomization("resources: [deny.yaml, gone.yaml]\n"),
  ]),
];

const component = (more: string): string =>
  `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${more}`;
const USED: Tree = { ...FAR, ...APP, [PATH]: kustomization(`${LISTED}components: [../../c]\n`) };
const COMPONENT = "c/kustomization.yaml";
const LABELS = "labels: [{pairs: {app: x}, includeTemplates: true}]\n";

const components: readonly Row[] = [
  row("undecided", "labels of a component", USED, [COMPONENT, component(""), component(LABELS)]),
  row("undecided", "the namespace of a component", USED, [
    COMPONENT,
    component(""),
    component("namespace: x\n"),
  ]),
  row("undecided", "a patch in a component", USED, [
    COMPONENT,
    component(""),
    component(jsonPatch("{op: add, path: /spec/template/metadata/labels/app, value: x}")),
  ]),
  row("pass", "an image in a component", USED, [
    COMPONENT,
    component("images: [{name: a, newTag: b}]\n"),
    component("images: [{name: a, newTag: c}]\n"),
  ]),
  row("undecided", "a component with labels", { ...FAR, ...APP, [COMPONENT]: component(LABELS) }, [
    PATH,
    kustomization(LISTED),
    kustomization(`${LISTED}components: [../../c]\n`),
  ]),
  row(
    "pass",
    "a component with images",
    { ...FAR, ...APP, [COMPONENT]: component("images: [{name: a, newTag: b}]\n") },
    [PATH, kustomization(LISTED), kustomization(`${LISTED}components: [../../c]\n`)],
  ),
];

const REPLACED =
  "replacements:\n- source: {kind: ConfigMap, name: settings, fieldPath: data.APP}\n  targets:\n  - {select: {kind: Deployment}, fieldPaths: [spec.template.metadata.labels.app]}\n";
const UNRELATED = REPLACED.replace("spec.template.metadata.labels.app", "spec.replicas");
const generated = (value: string): string =>
  `configMapGenerator: [{name: settings, literals: [APP=${value}]}]\n`;
const FROM_FILE = "configMapGenerator: [{name: settings, envs: [app.env]}]\n";
const fromFile = (more: string): Tree => ({
  ...FAR,
  ...APP,
  [PATH]: kustomization(LISTED + more + FROM_FILE),
});

const replacements: readonly Row[] = [
  fields("undecided", "a replacement", generated("x"), REPLACED + generated("x")),
  fields("pass", "a replacement of something else", generated("x"), UNRELATED + generated("x")),
  fields(
    "undecided",
    "a literal that is replaced into labels",
    REPLACED + generated("web"),
    REPLACED + generated("x"),
  ),
  fields(
    "pass",
    "a literal that is replaced elsewhere",
    UNRELATED + generated("web"),
    UNRELATED + generated("x"),
  ),
  row("undecided", "a file of variables", fromFile(REPLACED), [
    "apps/web/app.env",
    "APP=web\n",
    "APP=x\n",
  ]),
  row("pass", "another variable of the file", fromFile(REPLACED), [
    "apps/web/app.env",
    "APP=web\nB=1\n",
    "APP=web\nB=2\n",
  ]),
  row("pass", "a file of variables that nothing takes", fromFile(""), [
    "apps/web/app.env",
    "APP=web\n",
    "APP=x\n",
  ]),
  row(
    "undecided",
    "an object that is replaced from",
    { ...FAR, ...APP, [PATH]: kustomization(`resources: [dep.yaml, cm.yaml]\n${REPLACED}`) },
    ["apps/web/cm.yaml", configMap("{APP: web}"), configMap("{APP: x}")],
  ),
  row(
    "undecided",
    "a file for a policy, by a replacement in a file",
    {
      "shop/kustomization.yaml": kustomization(
        `resources: [deny.yaml]\nreplacements: [{path: r.yaml}]\n${FROM_FILE}`,
      ),
      "shop/deny.yaml": DENY,
      "shop/r.yaml":
        "source: {kind: ConfigMap, name: settings, fieldPath: data.CIDR}\ntargets: [{select: {kind: NetworkPolicy}, fieldPaths: [spec.egress.0.to.0.ipBlock.cidr]}]\n",
    },
    ["shop/app.env", "CIDR=10.0.0.0/8\n", "CIDR=0.0.0.0/0\n"],
  ),
  row(
    "undecided",
    "a file for a variable",
    {
      "shop/kustomization.yaml": kustomization(
        `resources: [deny.yaml]\nvars: [{name: CIDR, objref: {kind: ConfigMap, name: settings, apiVersion: v1}, fieldref: {fieldpath: data.CIDR}}]\n${FROM_FILE}`,
      ),
      "shop/deny.yaml": DENY,
    },
    ["shop/app.env", "CIDR=10.0.0.0/8\n", "CIDR=0.0.0.0/0\n"],
  ),
];

const made = (apply: string): string =>
  `apiVersion: x/v1\nkind: Thing\nmetadata:\n  name: a\n  annotations: {config.kubernetes.io/function: 'exec: {path: ./run.sh}'}\nspec: {deny: ${apply}}\n`;
const builtin = (kind: string, rest: string): string =>
  `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: a}\n${rest}\n`;
const using = (field: string): Tree => ({
  ...FAR,
  ...APP,
  [PATH]: kustomization(`${LISTED}${field}: [fn.yaml]\n`),
});
const FUNCTION = "apps/web/fn.yaml";

const functions: readonly Row[] = [
  row("undecided", "a function that transforms", using("transformers"), [
    FUNCTION,
    made("true"),
    made("false"),
  ]),
  row("undecided", "a function that generates", using("generators"), [
    FUNCTION,
    made("true"),
    made("false"),
  ]),
  row(
    "undecided",
    "the script of a function",
    { ...using("generators"), [FUNCTION]: made("true") },
    ["apps/web/run.sh", "echo a\n", "echo b\n"],
  ),
  row("pass", "a script beside a function", { ...using("generators"), [FUNCTION]: made("true") }, [
    "apps/web/build.sh",
    "echo a\n",
    "echo b\n",
  ]),
  row("pass", "images by a transformer", using("transformers"), [
    FUNCTION,
    builtin("ImageTagTransformer", "imageTag: {name: web, newTag: a}"),
    builtin("ImageTagTransformer", "imageTag: {name: web, newTag: b}"),
  ]),
  row("undecided", "labels by a transformer", using("transformers"), [
    FUNCTION,
    builtin("LabelTransformer", "labels: {app: a}"),
    builtin("LabelTransformer", "labels: {app: b}"),
  ]),
];

const helm = (version: string, more = ""): string =>
  kustomization(
    `helmCharts:\n- name: web\n  repo: https://charts.example.org\n  version: ${version}\n  releaseName: web\n  namespace: shop\n${more}`,
  );
const inline = (values: string): string => helm("1.0.0", `  valuesInline: ${values}\n`);
const inflated = (version: string, values: string): string =>
  builtin(
    "HelmChartInflationGenerator",
    `name: web\nrepo: https://charts.example.org\nversion: ${version}\nvaluesInline: ${values}`,
  );
const LIMITS = "{networkPolicy: {enabled: true}}";
const WITH_FILE = { ...FAR, [PATH]: helm("1.0.0", "  valuesFile: values.txt\n") };

const charts: readonly Row[] = [
  row("undecided", "a new chart", FAR, [PATH, kustomization(""), helm("1.0.0")]),
  row("undecided", "a chart that is gone", FAR, [PATH, helm("1.0.0"), kustomization("")]),
  row("undecided", "another chart", FAR, [
    PATH,
    helm("1.0.0"),
    helm("1.0.0").replace("name: web", "name: other"),
  ]),
  row("undecided", "another name of the release", FAR, [
    PATH,
    helm("1.0.0"),
    helm("1.0.0").replace("releaseName: web", "releaseName: x"),
  ]),
  row("pass", "a version of a chart", FAR, [PATH, helm("1.0.0"), helm("1.0.1")]),
  row("undecided", "a version of a chart that makes policies", FAR, [
    PATH,
    helm("1.0.0", `  valuesInline: ${LIMITS}\n`),
    helm("1.0.1", `  valuesInline: ${LIMITS}\n`),
  ]),
  row("undecided", "values that make policies", {}, [
    PATH,
    inline(LIMITS),
    inline("{networkPolicy: {enabled: false}}"),
  ]),
  row("undecided", "labels in values", FAR, [
    PATH,
    inline("{podLabels: {app: web}}"),
    inline("{podLabels: {app: x}}"),
  ]),
  row("pass", "labels in values that no policy asks for", FAR, [
    PATH,
    inline("{podLabels: {team: web}}"),
    inline("{podLabels: {team: x}}"),
  ]),
  row("undecided", "the network of the node in values", FAR, [
    PATH,
    inline("{}"),
    inline("{hostNetwork: true}"),
  ]),
  row("pass", "images, replicas and variables in values", FAR, [
    PATH,
    inline("{image: {tag: a}}"),
    inline("{image: {tag: b}, replicaCount: 2, env: [{name: A, value: b}]}"),
  ]),
  row("undecided", "a file of values", WITH_FILE, [
    "apps/web/values.txt",
    "networkPolicy: {enabled: true}\n",
    "networkPolicy: {enabled: false}\n",
  ]),
  row("undecided", "labels in a file of values", WITH_FILE, [
    "apps/web/values.txt",
    "podLabels: {app: web}\n",
    "podLabels: {app: x}\n",
  ]),
  row("pass", "an image in a file of values", WITH_FILE, [
    "apps/web/values.txt",
    "image: {tag: a}\n",
    "image: {tag: b}\n",
  ]),
  row(
    "undecided",
    "another file of values",
    { ...FAR, "apps/web/a.yaml": "a: 1\n", "apps/web/b.yaml": "a: 2\n" },
    [PATH, helm("1.0.0", "  valuesFile: a.yaml\n"), helm("1.0.0", "  valuesFile: b.yaml\n")],
  ),
  row("undecided", "labels by a generator", using("generators"), [
    FUNCTION,
    inflated("1.0.0", "{podLabels: {app: web}}"),
    inflated("1.0.0", "{podLabels: {app: x}}"),
  ]),
  row("pass", "the image and version by a generator", using("generators"), [
    FUNCTION,
    inflated("1.0.0", "{image: {tag: a}}"),
    inflated("1.0.1", "{image: {tag: b}}"),
  ]),
];

const ALLOW = DENY.replace("default-deny", "allow").replace(
  "policyTypes: [Ingress, Egress]",
  "ingress: [{}]\n  egress: [{}]",
);
const given = (name: string, both: Tree, policy: string): Row =>
  row("undecided", name, { "net/deny.yaml": DENY, ...both }, [
    "apps/a.yaml",
    configMap("{a: b}"),
    policy,
  ]);
const IN_SHOP: Tree = {
  "apps/kustomization.yaml": kustomization("namespace: shop\nresources: [a.yaml]\n"),
};

const namespaces: readonly Row[] = [
  given(
    "another than a policy names",
    IN_SHOP,
    ALLOW.replace("namespace: shop", "namespace: other"),
  ),
  given("where a policy names none", IN_SHOP, ALLOW.replace("  namespace: shop\n", "")),
  given(
    "by a kustomization around it",
    {
      "apps/kustomization.yaml": kustomization("namespace: x\nresources: [a.yaml]\n"),
      "all/kustomization.yaml": kustomization("namespace: shop\nresources: [../apps]\n"),
    },
    ALLOW.replace("namespace: shop", "namespace: other"),
  ),
  row(
    "pass",
    "where nothing else is",
    {
      "net/deny.yaml": DENY,
      "apps/kustomization.yaml": kustomization("namespace: new\nresources: [a.yaml]\n"),
    },
    ["apps/a.yaml", configMap("{a: b}"), DENY.replace("namespace: shop", "namespace: other")],
  ),
];

const inFolder: Tree = {
  ...using("transformers"),
  [PATH]: kustomization(`${LISTED}transformers: [t]\n`),
  "apps/web/t/kustomization.yaml": kustomization("resources: [l.yaml]\n"),
};
const foldered: readonly Row[] = [
  row("undecided", "in a folder", inFolder, ["apps/web/t/l.yaml", made("true"), made("false")]),
];

const group = (title: string, rows: readonly Row[]): readonly Row[] =>
  rows.map((each) => ({ ...each, name: `${title}: ${each.name}` }));

export const KUSTOMIZE: readonly Row[] = [
  ...group("patches", patches),
  ...group("fields", transformers),
  ...group("resources", resources),
  ...group("components", components),
  ...group("replacements", replacements),
  ...group("functions", functions),
  ...group("functions", foldered),
  ...group("namespaces", namespaces),
  ...group("charts", charts),
];
