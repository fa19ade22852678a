import { setFlagsFromString } from "node:v8";

/**
 * Most of what a review makes lives until its end. The part of the heap for what is new grows from 1 MiB by
 * doubling, and each time all of it is copied; growing to its full 16 MiB at once saves an eighth of the work
 * of a large review. V8 reads the factor whenever it grows that part, so it may be set here.
 */
export function growHeapAtOnce(): void {
  setFlagsFromString("--semi-space-growth-factor=16");
}
