import type { Config } from "./config.ts";

export const DEFAULT_CONFIG: Config = { scopes: [], exclude: () => false };
