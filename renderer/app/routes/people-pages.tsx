import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { useToday } from '../use-today.ts';
import { Awaited } from './awaited.tsx';
import { OrganizationPage, PeoplePage, PersonPage } from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';

/*
 * 人・機関: the list, and the page of each.
 */

/** Where the pages of people and bodies lead. */
const useWhoPlaces = () => {
  const places = usePlaces();
  return useMemo(
    () => ({
      list: () => places.people(),
      person: places.person,
      organization: places.organization,
      meeting: places.meeting,
      overview: (caseId: CaseId) => places.caseTab(caseId, 'overview'),
      findings: (caseId: CaseId) => places.caseTab(caseId, 'findings'),
      history: (id: string) => places.officeHistory(id),
      erase: places.erase,
    }),
    [places],
  );
};

export const PeopleRoute = () => {
  const navigate = useNavigate();
  const { view = 'organizations' } = useSearch({ from: '/shell/people' });
  return (
    <Awaited>
      <PeoplePage
        onView={(next) => void navigate({ to: '/people', search: { view: next } })}
        places={useWhoPlaces()}
        today={useToday()}
        view={view}
      />
    </Awaited>
  );
};

export const PersonRoute = () => {
  const { personId } = useParams({ from: '/shell/people/person/$personId' });
  const places = useWhoPlaces();
  return (
    <Awaited>
      <PersonPage
        key={personId}
        personId={personId}
        places={{ ...places, list: usePeopleList() }}
        today={useToday()}
      />
    </Awaited>
  );
};

/** Back to the people, not to the bodies. */
const usePeopleList = () => {
  const places = usePlaces();
  return () => places.people('people');
};

export const OrganizationRoute = () => {
  const { organizationId } = useParams({ from: '/shell/people/organization/$organizationId' });
  return (
    <Awaited>
      <OrganizationPage
        key={organizationId}
        organizationId={organizationId}
        places={useWhoPlaces()}
        today={useToday()}
      />
    </Awaited>
  );
};
