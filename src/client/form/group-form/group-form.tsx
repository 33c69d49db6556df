/**
 * A sheet filled by groups (hamlet, unit): one react-hook-form for the whole sheet, only the visible group mounted. What
 * is typed is saved whatever else is wrong; nothing is judged by the resolver before *Gửi*.
 */
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useForm, type Control } from 'react-hook-form';
import type { DraftRow } from '#client/db/model.ts';
import { useAutosave, type Autosave } from '#client/form/use-autosave.ts';
import { fill } from '#client/messages/fill.ts';
import { groupWords } from '#client/messages/hamlet.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';
import { PhotoDeskProvider, type PhotoDesk } from '#client/form/photo-field/photo-desk.tsx';
import { joinValues, splitValues, type FormValues } from './field-value.ts';
import { GroupList } from './group-list.tsx';
import { GroupScreen } from './group-screen.tsx';
import { LiveScore } from './live-score.tsx';
import type { Place } from './place.ts';
import { sheetResolver } from './resolver.ts';
import { useTakenOver } from './use-taken-over.ts';
import { SheetProvider, type SheetFacts } from './sheet-context.tsx';

export interface GroupFormProps {
  facts: SheetFacts;
  /** As it was when the form was opened; from then on the form holds the newest. */
  draft: DraftRow;
  /** As it is on disk now: answers taken over from another phone show up in fields nobody touched here. */
  stored: DraftRow | undefined;
  title: string;
  home: string;
  place: Place;
  go: (place: Place) => void;
  save: (draft: DraftRow) => Promise<void>;
  /** The state line, told what autosave knows. */
  stateLine: (autosave: Autosave<DraftRow>) => ReactNode;
  /** Above the list of groups, e.g. what the commune asks to mend. */
  lead?: ReactNode;
  /** The commune holds the form: nothing can be sent, it is looked through. */
  isLocked?: boolean;
  /** Absent: a sheet whose questions take no photos. */
  photos?: PhotoDesk | null;
  review: (parts: ReviewParts) => ReactNode;
}

export interface ReviewParts {
  control: Control<FormValues>;
  autosave: Autosave<DraftRow>;
  /** The draft with everything typed up to now, flushed to disk. */
  settle: () => Promise<DraftRow>;
  /** Runs the set's own schema over the whole sheet. */
  isSound: () => Promise<boolean>;
  signedOffBy: string;
  onSignedOffBy: (name: string) => void;
}

function useSheetForm({ facts, draft, stored, save, place }: GroupFormProps) {
  const resolver = useMemo(() => sheetResolver(facts.set, facts.given), [facts.set, facts.given]);
  const form = useForm<FormValues>({
    defaultValues: joinValues(draft.answers, draft.unfinished),
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldUnregister: false,
  });
  const newest = useRef(draft);
  const autosave = useAutosave(save);
  const { change } = autosave;
  const put = useCallback(
    (part: Partial<DraftRow>) => {
      newest.current = { ...newest.current, ...part, status: 'open', updatedAt: Date.now() };
      change(newest.current);
    },
    [change],
  );
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => put(splitValues(values)),
      }),
    [form, put],
  );
  const onSeen = useCallback((row: DraftRow) => {
    newest.current = { ...newest.current, sealed: row.sealed };
  }, []);
  useTakenOver(form, stored ?? draft, autosave.state.kind !== 'dirty', onSeen);
  // Where the person stopped, written with the next answer: walking about is no edit.
  useEffect(() => {
    newest.current = { ...newest.current, place: place.kind === 'group' ? place.code : '' };
  }, [place]);
  return { form, autosave, newest, put };
}

function GroupDock({
  facts,
  place,
  go,
}: Pick<GroupFormProps, 'facts' | 'go'> & { place: Extract<Place, { kind: 'group' }> }) {
  const { groups } = facts.set;
  const at = groups.findIndex(({ code }) => code === place.code);
  const [before, after] = [groups[at - 1], groups[at + 1]];
  const to = (code: string | undefined, otherwise: Place): Place =>
    code === undefined ? otherwise : { kind: 'group', code };
  return (
    <Dock>
      <Button onClick={() => go(to(before?.code, { kind: 'groups' }))}>{groupWords.previous}</Button>
      <Button kind="main" onClick={() => go(to(after?.code, { kind: 'review' }))}>
        {after ? groupWords.next : groupWords.review}
      </Button>
    </Dock>
  );
}

export function GroupForm(props: GroupFormProps) {
  const { facts, title, home, place, go, stateLine, lead, isLocked = false, photos = null, review } = props;
  const { form, autosave, newest, put } = useSheetForm(props);
  const { control } = form;
  const group = place.kind === 'group' ? facts.set.groups.find(({ code }) => code === place.code) : undefined;
  const at = facts.set.groups.findIndex(({ code }) => code === group?.code);
  const total = facts.set.groups.length;

  if (place.kind === 'review') {
    const parts: ReviewParts = {
      control,
      autosave,
      settle: async () => {
        await autosave.flush();
        return newest.current;
      },
      isSound: () => form.trigger(),
      signedOffBy: newest.current.signedOffBy,
      onSignedOffBy: (signedOffBy) => put({ signedOffBy }),
    };
    return (
      <SheetProvider facts={facts}>
        <PhotoDeskProvider desk={photos} flush={autosave.flush}>
          {review(parts)}
        </PhotoDeskProvider>
      </SheetProvider>
    );
  }
  return (
    <SheetProvider facts={facts}>
      {group === undefined ? (
        <Page
          head={
            <>
              <Bar title={title} back={home} />
              {stateLine(autosave)}
              <LiveScore control={control} />
            </>
          }
          foot={
            <Dock>
              <Button kind={isLocked ? 'plain' : 'main'} onClick={() => go({ kind: 'review' })}>
                {isLocked ? groupWords.readAll : groupWords.reviewAll}
              </Button>
            </Dock>
          }
        >
          {lead}
          <GroupList control={control} onOpen={(code) => go({ kind: 'group', code })} />
        </Page>
      ) : (
        <Page
          head={
            <>
              <Bar
                title={fill(groupWords.groupOf, { n: at + 1, total })}
                back={() => go({ kind: 'groups' })}
              />
              {stateLine(autosave)}
              <LiveScore control={control} />
            </>
          }
          foot={place.kind === 'group' && <GroupDock facts={facts} place={place} go={go} />}
        >
          <PhotoDeskProvider desk={photos} flush={autosave.flush}>
            <GroupScreen
              key={group.code}
              group={group}
              control={control}
              focus={place.kind === 'group' ? place.criterionId : undefined}
            />
          </PhotoDeskProvider>
        </Page>
      )}
    </SheetProvider>
  );
}
