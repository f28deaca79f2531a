import { useEffect, useState } from 'react';
import {
  type MunicipalityList,
  readMunicipalityList,
} from '#shared/domain/office/municipality-list.ts';

let loading: Promise<MunicipalityList> | undefined;

/** The offline list, read when a form first asks for it, so that the start does not wait for it. */
const loadMunicipalities = (): Promise<MunicipalityList> => {
  loading ??= import('#resources/municipalities.json').then((module) =>
    readMunicipalityList(module.default),
  );
  return loading;
};

/** undefined while it is read; a form works without it, typed by hand. */
export const useMunicipalities = (): MunicipalityList | undefined => {
  const [list, setList] = useState<MunicipalityList>();
  useEffect(() => {
    let isWanted = true;
    loadMunicipalities().then(
      (loaded) => {
        if (isWanted) setList(loaded);
      },
      () => {
        loading = undefined;
      },
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return list;
};
