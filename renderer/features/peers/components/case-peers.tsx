import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { peersOfMunicipality } from '../queries.ts';
import { PeerList } from './peer-list.tsx';

type CasePeersProps = {
  readonly code: string;
  readonly name: string;
  readonly onOpenTheme: (id: string) => void;
};

/** ピアサポート of a case's municipality: whom it helps, and who helps it. Nothing where there is none. */
export const CasePeers = ({ code, name, onOpenTheme }: CasePeersProps) => {
  const loaded = useLive(useMemo(() => peersOfMunicipality(code, name), [code, name]));
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <Card note={`${loaded.value.length}件`} title="ピアサポート">
      <PeerList
        note={({ theme, themeName }) =>
          theme === '' ? null : (
            <LinkButton onPress={() => onOpenTheme(theme)} weight="text">
              {themeName}
            </LinkButton>
          )
        }
        peers={loaded.value}
      />
    </Card>
  );
};
