let node_v8 = require("node:v8");

// src/startup/heap-growth.ts
const AT_ONCE = 16;
const USUAL = 2;
/**
* Most of what a review makes lives until its end. The part of the heap for what is new grows from 1 MiB by
* doubling, and each time all of it is copied; growing to its full 16 MiB at once saves an eighth of the work
* of a large review. V8 reads the factor whenever it grows that part, so it may be set here.
*
* Code that was compiled earlier is only taken under the flags that it was compiled with, and that goes for Node's own
* modules too: whatever is loaded while the factor is another one is compiled again.
*/
function createHeapGrowth() {
	let factor = USUAL;
	const set = (wanted) => {
		if (wanted !== factor) (0, node_v8.setFlagsFromString)(`--semi-space-growth-factor=${wanted}`);
		factor = wanted;
	};
	return {
		atOnce: () => set(AT_ONCE),
		asUsual: () => set(USUAL),
		whileUsual: (work) => {
			const before = factor;
			set(USUAL);
			try {
				return work();
			} finally {
				set(before);
			}
		}
	};
}

Object.defineProperty(exports, "createHeapGrowth", {
  enumerable: true,
  get: function () {
    return createHeapGrowth;
  }
});