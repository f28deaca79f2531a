import { Gantt, Willow } from '@svar-ui/react-gantt';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';

type Bar = {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
};

let before: Root | undefined;

/** For the bare page: SVAR Gantt by months, with what else it shows by itself, in the same box as DHTMLX's. */
Object.assign(globalThis, {
  drawSvar: (bars: readonly Bar[]): Promise<number> =>
    new Promise((resolve) => {
      before?.unmount();
      const host = document.createElement('div');
      host.style.cssText = 'height: 700px; width: 1200px';
      document.body.replaceChildren(host);
      const tasks = bars.map(({ id, name, start, end }) => ({
        id,
        text: name,
        start: new Date(start),
        end: new Date(end),
        type: 'task',
        parent: 0,
      }));
      const scales = [{ unit: 'month', step: 1, format: '%Y/%n' }];
      const begin = performance.now();
      before = createRoot(host);
      const chart = createElement(Gantt, { tasks, links: [], scales });
      flushSync(() => before?.render(createElement(Willow, { fonts: false }, chart)));
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - begin);
        port2.postMessage(null);
      });
    }),
});
