/**
 * Returns the CPU time that a function takes, in ms. Unlike the time of a clock, it does not grow with the load of the machine.
 */
export async function cpuMs(act: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await act()
  return process.cpuUsage(before).user / 1000
}
