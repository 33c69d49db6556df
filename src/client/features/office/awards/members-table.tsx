/** Who sits on the council, and who came. */
import { standsOn } from '#domain/standing.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { CouncilMeeting } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { cx } from '#client/ui/cx.ts';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import styles from './awards.module.css';
import { CellField } from './pick-table.tsx';
import type { AwardRows } from './read-awards.ts';

const words = awardForms.meeting;

export type Member = CouncilMeeting['members'][number];

/** As at the last session; before the first, the commune's own posts of the day. */
export function firstMembers(
  { meetings, positions }: Pick<AwardRows, 'meetings' | 'positions'>,
  today: string,
  newId: () => string,
): Member[] {
  const last = meetings[0]?.value.members;
  if (last) return last.map((member) => ({ ...member, present: true }));
  return positions
    .filter(({ value }) => value.subjectId === undefined && standsOn(value, today))
    .map(({ value }) => ({ id: newId(), name: value.personName, title: value.title, present: true }));
}

interface MembersTableProps {
  members: readonly Member[];
  onChange: (members: Member[]) => void;
  error: string | undefined;
}

export function MembersTable({ members, onChange, error }: MembersTableProps) {
  const workspace = useWorkspace();
  const put = (id: string, part: Partial<Member>): void =>
    onChange(members.map((member) => (member.id === id ? { ...member, ...part } : member)));
  return (
    <section className={shared.stack} aria-label={words.members}>
      <h2>{words.members}</h2>
      {members.length > 0 && (
        <div className={sheets.tablewrap}>
          <table className={cx(shared.table, styles.rows)} aria-label={words.members}>
            <thead>
              <tr>
                <th scope="col">{words.present}</th>
                <th scope="col">{words.memberName}</th>
                <th scope="col">{words.memberTitle}</th>
                <th scope="col">
                  <span className="spoken-only">{words.removeHead}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {members.map((member, at) => {
                const name = member.name === '' ? String(at + 1) : member.name;
                return (
                  <tr key={member.id}>
                    <td className={styles.pick}>
                      <label>
                        <input
                          aria-label={fill(words.presentOf, { name })}
                          type="checkbox"
                          checked={member.present}
                          onChange={() => put(member.id, { present: !member.present })}
                        />
                      </label>
                    </td>
                    <td data-head={words.memberName}>
                      <CellField
                        label={fill(awardForms.votesOf, { column: words.memberName, name: at + 1 })}
                        value={member.name}
                        onChange={(next) => put(member.id, { name: next })}
                      />
                    </td>
                    <td data-head={words.memberTitle}>
                      <CellField
                        label={fill(awardForms.votesOf, { column: words.memberTitle, name })}
                        value={member.title}
                        onChange={(title) => put(member.id, { title })}
                      />
                    </td>
                    <td>
                      <button
                        type="button"
                        className={controls.button}
                        onClick={() => onChange(members.filter(({ id }) => id !== member.id))}
                      >
                        {fill(words.removeMember, { name })}
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {error !== undefined && <p role="alert">{error}</p>}
      <button
        type="button"
        className={cx(controls.button, styles.act)}
        onClick={() => onChange([...members, { id: workspace.newId(), name: '', title: '', present: true }])}
      >
        {words.addMember}
      </button>
    </section>
  );
}
