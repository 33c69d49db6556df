import { expect, test } from 'vitest';
import { scopesOf, relationTo } from '#server/identity/scopes.ts';
import type { Intent } from '#protocol/operation.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { answersTo, consentOf, setOf, submitIntent } from './makers.ts';

const everything = async (commune: Commune, phone: SigningDevice): Promise<string> =>
  (await phone.exchange(commune.door, [], { pull: { cursors: {}, maxBytes: 256 * 1024 } })).text;

test('what one audience may read no other does: canaries planted everywhere', async () => {
  const commune = await openCommune();
  const [here, there] = [commune.hamlets[0]?.id ?? '', commune.hamlets[1]?.id ?? ''];
  const [head, neighbour, officer] = [
    await commune.head(here),
    await commune.head(there),
    await commune.officer(),
  ];
  const family = await commune.family('DM-001');
  const id = head.newId();
  const send = (phone: SigningDevice, ...intents: Intent[]) =>
    phone.exchange(
      commune.door,
      intents.map((intent) => phone.seal(intent)),
    );
  await send(head, {
    kind: 'record.put',
    args: {
      entity: 'household',
      id,
      value: { id, hamletId: here, householder: 'CanaryNeighbour' },
      baseRev: 0,
    },
  });
  await send(
    family,
    submitIntent(family.enrolment?.assessmentId ?? '', 'household', {
      consent: consentOf('self'),
      signedOffBy: 'CanaryFamilySign',
    }),
    {
      kind: 'comment.add',
      args: { assessmentId: family.enrolment?.assessmentId ?? '', text: 'CanaryFamilyComment' },
    },
  );
  const text = { ...answersTo(setOf('hamlet'), () => 0) };
  await send(head, {
    kind: 'answers.save',
    args: {
      assessmentId: head.enrolment?.assessmentId ?? '',
      changes: { 'A1.1': { value: { na: 'CanaryHamletDraft' }, bases: [] } },
    },
  });
  await send(
    head,
    submitIntent(head.enrolment?.assessmentId ?? '', 'hamlet', {
      snapshot: text,
      signedOffBy: 'CanaryHamletSign',
    }),
  );
  await send(officer, {
    kind: 'record.put',
    args: {
      entity: 'hamlet',
      id: here,
      value: {
        id: here,
        name: 'Đầm Mụ',
        order: 1,
        validFrom: '2025-01-01',
        headName: 'CanaryHeadName',
        headPhone: '0912CANARY',
      },
      baseRev: (await commune.store.read((tables) => tables.record.find('hamlet', here)))?.rev ?? 0,
    },
  });

  const canaries = [
    'CanaryNeighbour',
    'CanaryFamilySign',
    'CanaryFamilyComment',
    'CanaryHamletDraft',
    'CanaryHamletSign',
    'CanaryHeadName',
    '0912CANARY',
  ];
  const seenBy = async (phone: SigningDevice) => {
    const seen = await everything(commune, phone);
    return canaries.filter((canary) => seen.includes(canary));
  };
  // The control: whoever may see them does.
  expect(await seenBy(head)).toEqual(canaries);
  expect(await seenBy(officer)).toEqual(canaries.filter((canary) => canary !== 'CanaryHamletDraft'));
  expect(await seenBy(neighbour)).toEqual([]);
  // The family reads states, receipts and comments; never its answers, nor who signed them, nor anyone else's.
  expect(await seenBy(family)).toEqual(['CanaryFamilyComment']);
});

test('scopes asked for and not granted are evicted, and nothing of them is sent', async () => {
  const commune = await openCommune();
  const phone = await commune.family('DM-001');
  const hamlet = `hamlet:${commune.hamlets[0]?.id}`;
  const reply = await phone.exchange(commune.door, [], {
    pull: { cursors: { office: 0, [hamlet]: 0, public: 0 }, maxBytes: 200_000 },
  });
  expect(reply.value?.evict.toSorted()).toEqual([hamlet, 'office']);
  expect(new Set(reply.value?.rows.map(({ scope }) => scope))).toEqual(new Set(['public']));
  expect(Object.keys(reply.value?.cursors ?? {}).toSorted()).toEqual(phone.enrolment?.scopes.toSorted());
});

test('a slip redeemed again reads receipt states, never earlier answers', async () => {
  const commune = await openCommune();
  const first = await commune.family('DM-001');
  const form = submitIntent(first.enrolment?.assessmentId ?? '', 'household', { consent: consentOf('self') });
  await first.exchange(commune.door, [first.seal(form)]);
  const again = await commune.family('DM-001');
  const seen = await everything(commune, again);
  expect(seen).toContain('receiptCode');
  expect(seen).not.toContain('snapshot');
});

test('a credential reads its own scope and what is public; the office has all of its own', () => {
  expect(scopesOf({ kind: 'household', id: 'h' })).toEqual(['household:h', 'public']);
  expect(scopesOf({ kind: 'hamlet', id: 'y' })).toEqual(['hamlet:y', 'public']);
  expect(scopesOf({ kind: 'unit', id: 'z' })).toEqual(['unit:z', 'public']);
  expect(scopesOf({ kind: 'office' })).toEqual(['office']);
});

test('a household stands to its own hamlet as one of its families, to any other as a stranger', () => {
  const household = { kind: 'household', id: 'h', hamletId: 'y' };
  expect(relationTo({ kind: 'hamlet', id: 'y' }, household)).toBe('ownHousehold');
  expect(relationTo({ kind: 'hamlet', id: 'other' }, household)).toBeNull();
  // Ids of another kind are not ids of this kind.
  expect(relationTo({ kind: 'unit', id: 'h' }, household)).toBeNull();
  expect(relationTo({ kind: 'hamlet', id: 'h' }, household)).toBeNull();
});
