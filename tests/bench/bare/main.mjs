/** The least that Electron can show: the measure for the app's start and memory. */
import { app, BrowserWindow } from 'electron';

if (process.env.BANSO_DATA_DIR) app.setPath('userData', process.env.BANSO_DATA_DIR);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true };
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences });
  window.once('ready-to-show', () => window.show());
  return window.loadFile('index.html');
});
