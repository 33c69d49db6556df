/** The sheet for the culture house: names and what they did; points of families stand nowhere on it. */
import { recipientKinds } from '#domain/awards/workflow.ts';
import type { AwardNotice } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords, movementWords } from './award-words.ts';
import type { AwardEntry } from './entries.ts';

const words = awardForms.notice;
const { heads } = awardForms;

/** A family or person who has not said yes is not named in public (`domain.md` §5.3). */
const publicName = ({ award, name }: AwardEntry): string =>
  award.recipient.kind === 'collective' || award.namedPublicly
    ? name
    : award.recipient.kind === 'household'
      ? words.unnamed
      : words.unnamedPerson;

export function NoticeSheet({ notice, named }: { notice: AwardNotice; named: readonly AwardEntry[] }) {
  const { campaign, rows } = useAwards();
  return (
    <section aria-label={words.tableName}>
      <h2>{words.paperTitle}</h2>
      <p>{rows.commune?.value.name}</p>
      <p>
        {fill(words.paperLead, {
          from: dayWords(notice.from),
          until: dayWords(notice.until),
          movement: movementWords(campaign),
        })}
      </p>
      {recipientKinds.map((kind) => {
        const some = named.filter(({ award }) => award.recipient.kind === kind);
        return (
          some.length > 0 && (
            <div key={kind} className={sheets.tablewrap}>
              <table className={shared.table} aria-label={awardWords.kinds[kind]}>
                <caption>{awardWords.kinds[kind]}</caption>
                <thead>
                  <tr>
                    <th scope="col">{heads.number}</th>
                    <th scope="col">{heads.who}</th>
                    <th scope="col">{heads.place}</th>
                    <th scope="col">{heads.achievement}</th>
                  </tr>
                </thead>
                <tbody>
                  {some.map((entry, at) => (
                    <tr key={entry.id}>
                      <td>{at + 1}</td>
                      <th scope="row">{publicName(entry)}</th>
                      <td data-head={heads.place}>{entry.award.recipient.position}</td>
                      <td data-head={heads.achievement}>{entry.award.achievement}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        );
      })}
      <p>{fill(words.paperPlaces, { places: notice.places })}</p>
      <p>{words.paperAsk}</p>
    </section>
  );
}
