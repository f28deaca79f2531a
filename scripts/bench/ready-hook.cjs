/**
 * Runs inside the measured Electron, by `-r`: reports when the awaited element stands painted, so that
 * no debugger has to be attached while the app starts. The app itself is not altered.
 */
const { app } = require('electron');

const selector = JSON.stringify(process.env.BENCH_READY_SELECTOR);
// Two frames: the first callback runs before the paint that shows the element, the second after it.
const watch = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(${selector})?.checkVisibility() !== true) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
  };
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents
      .executeJavaScript(watch)
      .then((time) => process.stdout.write(`\nbench-ready ${time}\n`))
      // A window that is closed before it was ready has nothing to report.
      .catch(() => {});
  });
});
