import { expect, test } from 'vitest';
import type { ProfileRow } from '#client/db/model.ts';
import { pickProfile } from '#client/app/pick-profile.ts';
import { homeOf, partAt } from '#client/app/role-home.ts';
import { startOf } from '#client/app/start.ts';
import type { Role } from '#protocol/policy-roles.ts';

const ASSESSMENT = '01234567-89ab-5cde-8f01-23456789abcd';
const SLIP = `#s1.abcdefghijklmnopqrstuv.${ASSESSMENT.replaceAll('-', '')}.binh-thuan.DM-001`;

const profile = (id: string, role: Role, assessmentId?: string): ProfileRow => ({
  id,
  role,
  title: id,
  communeId: 'binh-thuan',
  ...(assessmentId !== undefined && { assessmentId }),
  link: { state: 'enrolled' },
  createdAt: 0,
  usedAt: 0,
});
const ours = profile('nha-minh', 'household', ASSESSMENT);
const theirs = profile('nha-ben', 'household', 'fedcba98-7654-5210-8fed-cba987654321');
const head = profile('truong-xom', 'hamletHead');

test('a new slip opens the family start page, before anything is stored', () => {
  const start = startOf({ pathname: '/p', hash: SLIP }, [], null);
  expect(start).toMatchObject({ kind: 'household', profile: null, slip: { householdCode: 'DM-001' } });
});

test('a slip scanned again opens the form it began, whoever else uses the phone', () => {
  expect(startOf({ pathname: '/p', hash: SLIP }, [theirs, ours, head], 'nha-ben')).toMatchObject({
    profile: ours,
  });
});

test('a slip cut off on its way is said to be unreadable, never a blank form', () => {
  expect(startOf({ pathname: '/p', hash: SLIP.slice(0, 40) }, [], null)).toEqual({
    kind: 'app',
    isSlipUnreadable: true,
  });
  expect(startOf({ pathname: '/p', hash: '#e1.abcdefghijklmnopqrstuv' }, [], null)).toEqual({
    kind: 'app',
    isSlipUnreadable: true,
  });
});

test('the only family of a phone comes home at once, by either address', () => {
  for (const pathname of ['/', '/p'])
    expect(startOf({ pathname, hash: '' }, [ours], null)).toEqual({
      kind: 'household',
      slip: null,
      profile: ours,
    });
});

test('two families on one phone are asked who they are, and see only the one they chose', () => {
  expect(startOf({ pathname: '/p', hash: '' }, [ours, theirs], null)).toEqual({
    kind: 'app',
    isSlipUnreadable: false,
  });
  expect(startOf({ pathname: '/', hash: '' }, [ours, theirs], null)).toEqual({
    kind: 'app',
    isSlipUnreadable: false,
  });
  expect(startOf({ pathname: '/p', hash: '' }, [ours, theirs], 'nha-ben')).toMatchObject({ profile: theirs });
});

const closed: ProfileRow = { ...ours, closedAt: 5 };

test('a family that handed the phone on is not opened again by any address, only by its slip, at a tap', () => {
  for (const pathname of ['/', '/p'])
    for (const chosen of [null, 'nha-minh'])
      expect(startOf({ pathname, hash: '' }, [closed], chosen)).toEqual({
        kind: 'app',
        isSlipUnreadable: false,
      });
  expect(startOf({ pathname: '/p', hash: '' }, [closed, theirs], null)).toMatchObject({ profile: theirs });
  for (const path of ['/du-lieu', '/hang-cho', '/tinh-trang', '/bien-nhan/x'])
    expect(pickProfile(path, [closed], 'nha-minh')).toEqual({ kind: 'none' });
  expect(startOf({ pathname: '/p', hash: SLIP }, [closed], null)).toMatchObject({
    kind: 'household',
    profile: null,
    slip: { assessmentId: ASSESSMENT },
  });
  // The control: open, it comes home by all of them.
  expect(startOf({ pathname: '/p', hash: SLIP }, [ours], null)).toMatchObject({ profile: ours });
  expect(pickProfile('/du-lieu', [ours, head], null)).toEqual({ kind: 'profile', profile: ours });
});

test('a new slip for a phone whose old code was refused or cut off is taken at a tap', () => {
  const link = (of: ProfileRow['link']): ProfileRow => ({ ...ours, link: of });
  const opened = (of: ProfileRow) => startOf({ pathname: '/p', hash: SLIP }, [of], null);
  const pending = (code: string) => link({ state: 'pending', code, label: 'Máy nhà' });
  expect(opened(pending('zyxwvutsrqponmlkjihgfe'))).toMatchObject({ profile: null });
  expect(opened(link({ state: 'lockedOut', problem: 'device-revoked' }))).toMatchObject({ profile: null });
  expect(opened(pending('abcdefghijklmnopqrstuv'))).toMatchObject({ profile: { id: 'nha-minh' } });
});

test('other addresses are the rest of the app, also on a family phone', () => {
  expect(startOf({ pathname: '/kiem-tra', hash: '#K3QF72MA7' }, [ours], null)).toEqual({
    kind: 'app',
    isSlipUnreadable: false,
  });
});

test('an address is for the people whose part it is', () => {
  expect(pickProfile('/xom/phieu', [ours, head], null)).toEqual({ kind: 'profile', profile: head });
  expect(pickProfile('/van-phong', [ours, head], null)).toEqual({ kind: 'none' });
  expect(pickProfile('/ra-soat/1', [ours, head], null)).toEqual({ kind: 'none' });
  expect(pickProfile('/hang-cho', [ours, head], null)).toMatchObject({ kind: 'choose' });
  expect(pickProfile('/hang-cho', [ours, head], 'nha-minh')).toEqual({ kind: 'profile', profile: ours });
});

test('every role has a home, and the home is in its own part', () => {
  const roles: Role[] = [
    'household',
    'hamletHead',
    'hamletHelper',
    'unitContact',
    'officer',
    'cultureOfficer',
    'chair',
  ];
  expect(roles.map((role) => homeOf(role))).toEqual([
    '/p',
    '/xom',
    '/xom',
    '/don-vi',
    '/hom-nay',
    '/hom-nay',
    '/hom-nay',
  ]);
  expect(roles.map((role) => partAt(homeOf(role)))).not.toContain(null);
});
