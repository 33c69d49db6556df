/** What the family agreed to, under which text and when; each can be taken back by itself. */
import { consentTexts } from '#client/messages/consent.ts';
import { familyData } from '#client/messages/family-data.ts';
import { fill } from '#client/messages/fill.ts';
import { fillFacts, type CommuneFacts } from '#client/form/commune-facts.ts';
import { purposes } from '#client/subject/purposes.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { HOME } from './ask-page.tsx';
import { atWords } from './asked-item.tsx';
import type { FamilyData } from './read-family-data.ts';
import styles from './family-data.module.css';

const { consent: words } = familyData;

export function ConsentSheet({ data, facts }: { data: FamilyData; facts: CommuneFacts }) {
  const { sent, draft, owner } = data;
  const chosen = sent === null || sent === 'gone' ? (draft?.consent ?? {}) : sent.consent;
  const isSent = sent !== null;
  return (
    <Sheet title={words.title}>
      {purposes.every((purpose) => chosen[purpose] === undefined) && <p>{words.none}</p>}
      <ul className={styles.list}>
        {purposes.map((purpose) => {
          const choice = chosen[purpose];
          if (choice === undefined) return null;
          const { title, text, version } = consentTexts[purpose];
          return (
            <li key={purpose} className={styles.item}>
              <p>
                {title}: <b>{choice.agreed ? words.agreed : words.declined}</b>
              </p>
              <p className="soft">
                {fill(words.version, { luc: atWords(choice.at), ban: choice.textVersion })}
              </p>
              {choice.textVersion === version && (
                <details className={styles.more}>
                  <summary>{words.text}</summary>
                  <p>{fillFacts(text, facts)}</p>
                </details>
              )}
              {choice.agreed && isSent && owner !== null && (
                <LinkButton
                  small
                  href={`${HOME}/rut-dong-y/${purpose}`}
                  aria-label={fill(words.takeBackNamed, { ten: title })}
                >
                  {words.takeBack}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
