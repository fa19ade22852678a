import type { Config } from "./config.ts";

export const DEFAULT_CONFIG: Config = {
  scopes: [],
  exclude: () => false,
  failOn: ["gate"],
  warnOnly: false,
  rules: new Map(),
  accept: [],
  files: [],
  notes: [],
  globs: [],
};
