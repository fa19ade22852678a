/** Lets what has happened meanwhile be handled first, such as the end of a process. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
