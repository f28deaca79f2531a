import { startDisplay } from '../../scripts/runtime/launch.mjs';

/** Without a screen all windows open on one virtual display, which ends with the run. */
export default async function globalSetup(): Promise<() => void> {
  const display = await startDisplay();
  return () => display.stop();
}
