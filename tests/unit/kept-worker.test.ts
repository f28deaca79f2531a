import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answering, keptWorker } from '#adapters/worker/kept-worker.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Workers that answer with what was asked, and say how they were used. */
const workers = () => {
  const log: string[] = [];
  let opened = 0;
  const open = (): Answering => {
    opened += 1;
    const name = opened;
    log.push(`open ${name}`);
    const worker: Answering = {
      onmessage: null,
      onerror: null,
      terminate: () => void log.push(`end ${name}`),
      postMessage: (asked: string) => {
        log.push(`${name} ${asked}`);
        if (asked === 'hang') return;
        queueMicrotask(() => {
          if (asked === 'break') worker.onerror?.call(self(), new Event('error') as ErrorEvent);
          else worker.onmessage?.call(self(), new MessageEvent('message', { data: asked }));
        });
      },
    };
    const self = () => worker as unknown as Worker;
    return worker;
  };
  return { log, open };
};

describe('A worker that is kept between questions', () => {
  it('answers one question after the other, without being opened anew', async () => {
    const { log, open } = workers();
    const { ask } = keptWorker<string, string>({
      open,
      patience: () => 1_000,
      isClean: () => true,
    });
    const answers = await Promise.all([ask('a'), ask('b'), ask('c')]);
    expect(answers).toEqual(['a', 'b', 'c'].map((answer) => ({ kind: 'answered', answer })));
    expect(log).toEqual(['open 1', '1 a', '1 b', '1 c']);
  });

  it('is replaced after an answer that makes it suspect, and after a failure', async () => {
    const { log, open } = workers();
    const isClean = (answer: string) => answer !== 'hostile';
    const { ask } = keptWorker<string, string>({ open, patience: () => 1_000, isClean });
    const asked = [ask('hostile'), ask('break'), ask('c')];
    expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual([
      'answered',
      'failed',
      'answered',
    ]);
    expect(log).toEqual([
      'open 1',
      '1 hostile',
      'end 1',
      'open 2',
      '2 break',
      'end 2',
      'open 3',
      '3 c',
    ]);
  });

  it('is killed when it takes too long, and what waits behind it is answered by another', async () => {
    vi.useFakeTimers();
    const { log, open } = workers();
    const { ask } = keptWorker<string, string>({
      open,
      patience: () => 1_000,
      isClean: () => true,
    });
    const asked = Promise.all([ask('hang'), ask('b')]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toEqual([{ kind: 'too-long' }, { kind: 'answered', answer: 'b' }]);
    expect(log).toEqual(['open 1', '1 hang', 'end 1', 'open 2', '2 b']);
  });

  it('holds up nobody else while it hangs, where there are two', async () => {
    vi.useFakeTimers();
    const { open } = workers();
    const { ask } = keptWorker<string, string>({
      open,
      patience: () => 1_000,
      isClean: () => true,
      width: 2,
    });
    const hanging = ask('hang');
    expect(await ask('b')).toEqual({ kind: 'answered', answer: 'b' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await hanging).toEqual({ kind: 'too-long' });
  });

  it('ends when nothing more is asked', async () => {
    vi.useFakeTimers();
    const { log, open } = workers();
    const { ask } = keptWorker<string, string>({
      open,
      patience: () => 1_000,
      isClean: () => true,
    });
    await ask('a');
    await vi.advanceTimersByTimeAsync(60_000);
    await ask('b');
    expect(log).toEqual(['open 1', '1 a', 'end 1', 'open 2', '2 b']);
  });

  it('tells all who wait that it was stopped, kills its workers and opens none any more', async () => {
    const { log, open } = workers();
    const options = { open, patience: () => 1_000, isClean: () => true };
    const { ask, stop } = keptWorker<string, string>(options);
    const asked = [ask('hang'), ask('b')];
    stop();
    expect(await Promise.all([...asked, ask('c')])).toEqual(
      [1, 2, 3].map(() => ({ kind: 'stopped' })),
    );
    expect(log.filter((line) => line.startsWith('open'))).toEqual(['open 1']);
    expect(log).toContain('end 1');
  });
});
