/**
 * Seconds that this thread has been on the processor for a piece of work: other tests, and other programs, may keep
 * the machine busy meanwhile.
 */
export function processorSeconds(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1e6;
}
