import { describe, expect, test } from 'vitest';
import { answerCall, type Fault } from '#electron/ipc/answer.ts';
import { describeError, stripFolders } from '#electron/services/app-log/describe-error.ts';
import { channels } from '#shared/ipc/contract.ts';
import { CHANNEL_NAMES, PRELOAD_CHANNELS } from '#shared/ipc/names.ts';
import { ok, type Result } from '#shared/result.ts';

const OURS = { origin: 'app://banso', parent: null };

const call = async (
  input: unknown,
  handler: (url: string) => Result<null> = () => ok(null),
  sender: typeof OURS | { origin: string; parent: unknown } | null = OURS,
) => {
  const faults: Fault[] = [];
  const answer = await answerCall(
    { name: 'openExternal', sender, input },
    handler,
    (_name, fault) => faults.push(fault),
  );
  return { answer, faults };
};

describe('a call to the main process', () => {
  test('is answered by its handler', async () => {
    const { answer, faults } = await call('https://example.com/');
    expect(answer).toEqual({ ok: true, value: null });
    expect(faults).toEqual([]);
  });

  test('from a foreign frame reaches no handler', async () => {
    const handler = () => {
      throw new Error('reached');
    };
    for (const sender of [
      null,
      { origin: 'app://banso', parent: {} },
      { origin: 'null', parent: null },
    ]) {
      const { answer, faults } = await call('x', handler, sender);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(faults).toEqual([{ kind: 'sender' }]);
    }
  });

  test.each([undefined, 1, {}, ['x'], 'x'.repeat(2001)])(
    'with %j as input is refused',
    async (input) => {
      const { answer, faults } = await call(input);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(faults).toEqual([{ kind: 'input' }]);
    },
  );

  test('that fails inside tells nothing of paths or contents', async () => {
    const error = new Error('ENOENT /home/yamada/記録/case.log 益城町');
    const { answer, faults } = await call('x', () => {
      throw error;
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(JSON.stringify(answer)).not.toMatch(/yamada|益城町|ENOENT/);
    expect(faults).toEqual([{ kind: 'exception', error }]);
  });
});

test('the preload knows exactly the channels of the contract', () => {
  expect([...CHANNEL_NAMES, ...PRELOAD_CHANNELS].sort()).toEqual(Object.keys(channels).sort());
});

describe('the app log', () => {
  test('keeps an error’s name, code and place, and drops its message', () => {
    const error = Object.assign(new RangeError('山田さんの記録\n    at 山田さん'), {
      code: 'ENOSPC',
    });
    const facts = describeError(error, []);
    expect(facts).toMatchObject({ error: 'RangeError', code: 'ENOSPC' });
    expect(facts.stack.length).toBeGreaterThan(0);
    expect(JSON.stringify(facts)).not.toContain('山田');
    expect(describeError('山田さん', [])).toEqual({ error: 'string', stack: [] });
  });

  test('strips what names the user from a path', () => {
    expect(stripFolders('at f (/home/yamada/app/main.js:1:2)', ['/home/yamada'])).toBe(
      'at f (~/app/main.js:1:2)',
    );
    expect(stripFolders('at f (file:///C:/Users/%E5%B1%B1/x.js:1:2)', [])).not.toContain('%E5');
    expect(stripFolders('at f (C:\\Users\\yamada\\x.js:1:2)', [])).not.toContain('yamada');
  });
});
