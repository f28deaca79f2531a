/**
 * Milliseconds of processor time that this process has had. Only a difference says anything: how much work was
 * done in between, however busy the machine is with others.
 */
export const ownTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
