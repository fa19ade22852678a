/** Words for environments, each of which is mostly a cluster or a namespace of its own. */
const ENVIRONMENTS = new Set(
  (
    "dev devel develop development test testing qa uat sit int integration stage staging stg preprod preview " +
    "prod production prd live sandbox sbox demo perf perftest"
  ).split(" "),
);

/** Whether a folder is called after an environment: `prod`, `shop-staging`, `live-1`. */
export const namesEnvironment = (folder: string): boolean =>
  folder.split(/[-_.]/).some((word) => ENVIRONMENTS.has(word.toLowerCase()));

/** What folders with all manifests of an installation are called. */
const INSTALLATIONS = new Set(
  "k8s kubernetes kube manifests deploy deployment deployments".split(" "),
);

/** Whether everything below a folder is taken for one installation, by its name or that of one above it. */
export const isInstallation = (folder: string): boolean =>
  folder.split("/").some((name) => INSTALLATIONS.has(name.toLowerCase()));
