import { useMemo, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import type { ThemeRow } from '#shared/domain/office/office.ts';
import type { Municipality } from '#shared/domain/office/peer-support.ts';
import type { MunicipalityCode } from '#shared/domain/record/ids.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { PickField } from '#ui/pick-field.tsx';
import { peerCommands } from '../commands.ts';
import { peersOfTheme } from '../queries.ts';
import { PeerList } from './peer-list.tsx';
import styles from './peers.module.css';

const keyOf = ({ code, name }: Municipality): string => code || name;
const optionsOf = (all: readonly Municipality[]) =>
  all.map((each) => ({ id: keyOf(each), label: each.name }));

/** ピアサポート of a theme: those who took it up help others. */
export const ThemePeers = ({ theme }: { readonly theme: ThemeRow }) => {
  const loaded = useLive(useMemo(() => peersOfTheme(theme.id), [theme.id]));
  const run = useRun();
  const [helperKey, setHelper] = useState<string | null>(null);
  const [helpedKey, setHelped] = useState<string | null>(null);
  if (loaded.state !== 'ready') return null;
  const { peers, helpers, all } = loaded.value;
  const helper = helpers.find((each) => keyOf(each) === helperKey);
  const helped = all.find((each) => keyOf(each) === helpedKey);
  const isReady = helper !== undefined && helped !== undefined && helperKey !== helpedKey;
  const add = async (): Promise<void> => {
    if (!isReady) return;
    const added = await run(
      peerCommands.add({
        // A municipality's code is the id of its profile.
        ...{ helper: helper.code as MunicipalityCode, helperName: helper.name },
        ...{ helped: helped.code as MunicipalityCode, helpedName: helped.name },
        ...{ theme: theme.id, themeName: theme.name },
      }),
    );
    if (!added.ok) return;
    setHelper(null);
    setHelped(null);
  };
  return (
    <Card note={peers.length > 0 ? `${peers.length}件` : undefined} title="ピアサポート">
      {peers.length === 0 && (
        <p className={styles.quiet}>
          このテーマで、どの市町村がどの市町村を助けられるかを残します。
        </p>
      )}
      <PeerList peers={peers} />
      {all.length > 1 && (
        <div className={styles.add}>
          <PickField
            label="助ける市町村"
            onChange={setHelper}
            options={optionsOf(helpers)}
            value={helperKey}
          />
          <PickField
            label="助けを受ける市町村"
            onChange={setHelped}
            options={optionsOf(all.filter((each) => keyOf(each) !== helperKey))}
            value={helpedKey}
          />
          <Button isDisabled={!isReady} onPress={() => void add()}>
            加える
          </Button>
        </div>
      )}
    </Card>
  );
};
