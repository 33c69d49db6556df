/** Beside the form: what is to be mended, what differs, how it looks on a phone, what it would do to sent forms. */
import type { Checked } from '#domain/criteria-edit/check.ts';
import type { Difference } from '#domain/criteria-edit/differences.ts';
import { criteriaIn, pointsIn, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { criteriaRef } from '#domain/criteria-set.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import { DifferenceList } from './difference-list.tsx';
import { Preview } from './preview.tsx';
import type { CriteriaRows, SetFamily } from './read-sets.ts';
import { Trial } from './trial.tsx';
import type { DraftDesk } from './use-draft.ts';
import { panes, type EditorPlace } from './use-place.ts';
import { faultWords, placeWords } from './words-of.ts';
import { campaignFor } from '../campaign-for.ts';
import { useWhich } from '../which-campaign.tsx';
import styles from './criteria.module.css';

/** Where what keeps a version from being published is said. */
const PANE_ID = 'ben-canh';

/** On a narrow screen it stands below the whole tree: who asked to publish is brought to it. */
export const goToPane = (): void => document.getElementById(PANE_ID)?.focus();

interface SidePaneProps {
  rows: CriteriaRows;
  family: SetFamily;
  desk: DraftDesk;
  place: EditorPlace;
  checked: Checked;
  differences: readonly Difference[];
  before: DraftSet;
}

function Faults({ checked, desk, place }: Pick<SidePaneProps, 'checked' | 'desk' | 'place'>) {
  const { draft } = desk;
  if (checked.kind === 'ready')
    return (
      <>
        <h2 className={styles.withGlyph}>
          <Glyph state="received" />
          {words.faultsNone}
        </h2>
        <p>
          {fill(words.faultsNoneText, {
            sum: formatNumber(pointsIn(criteriaIn(draft)) / 100),
            n: criteriaIn(draft).length,
          })}
        </p>
      </>
    );
  return (
    <>
      <h2 className={styles.withGlyph}>
        <Glyph state="unsaved" />
        {fill(words.faultsTitle, { n: checked.faults.length })}
      </h2>
      <ul className={styles.faults}>
        {checked.faults.map((fault, at) => (
          // Two faults may read alike: their place in the list tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <button type="button" className={controls.textButton} onClick={() => place.goTo(fault.place)}>
              {placeWords(fault.place, draft)}
            </button>
            : {faultWords(fault)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Differences({ rows, family, desk, differences }: SidePaneProps) {
  const { latest, sent } = family;
  const [a, b] = [latest.version, desk.draft.version];
  const count = sent.get(criteriaRef(latest)) ?? 0;
  const which = useWhich();
  const campaign = campaignFor(
    rows.campaigns.map(({ value }) => value),
    which,
  );
  const year = campaign?.year ?? 0;
  const households = rows.families.find(({ latest: set }) => set.subjectKind === 'household')?.latest;
  return (
    <>
      <h2>
        {differences.length === 0
          ? fill(words.differencesNone, { a, b })
          : fill(words.differencesTitle, { a, b, n: differences.length })}
      </h2>
      <DifferenceList
        differences={differences}
        before={fill(words.version, { n: a })}
        after={fill(words.version, { n: b })}
        households={households}
      />
      <Notice tone="word" title={words.effectTitle}>
        <p>{count > 0 ? fill(words.effectSent, { n: count, a, b }) : fill(words.effectNone, { year, b })}</p>
      </Notice>
    </>
  );
}

export function SidePane(props: SidePaneProps) {
  const { place, family, checked, differences, desk } = props;
  const { pane, openPane } = place;
  const label = {
    faults: `${words.editor.panes.faults} (${checked.kind === 'faults' ? checked.faults.length : 0})`,
    differences: `${fill(words.editor.panes.differences, { n: family.latest.version })} (${differences.length})`,
    preview: words.editor.panes.preview,
    trial: words.editor.panes.trial,
  };
  return (
    <section id={PANE_ID} tabIndex={-1} className={sheets.sheet} aria-label={words.editor.paneName}>
      <div className={styles.panes}>
        {panes.map((each) => (
          <button
            key={each}
            type="button"
            className={controls.chip}
            aria-pressed={pane === each}
            onClick={() => openPane(each)}
          >
            {label[each]}
          </button>
        ))}
      </div>
      {pane === 'faults' && <Faults {...props} />}
      {pane === 'differences' && <Differences {...props} />}
      {pane === 'preview' && <Preview draft={desk.draft} selection={place.selection} />}
      {pane === 'trial' && <Trial {...props} />}
    </section>
  );
}
