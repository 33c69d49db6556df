/** What the family agreed to, purpose by purpose, how it said so, and under which text. */
import type { Consent } from '#protocol/operation.ts';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import styles from './facts.module.css';
import sheets from './sheet.module.css';
import { when } from './when.ts';

export function ConsentRecord({ consent }: { consent: Consent | undefined }) {
  return (
    <section className={sheets.sheet}>
      <h2>{office.consentTitle}</h2>
      {consent ? (
        <>
          <dl className={styles.facts}>
            {consent.choices.map(({ purpose, agreed, at, textVersion }) => (
              <div key={purpose}>
                <dt>{office.purposes[purpose]}</dt>
                <dd>
                  <b>{agreed ? office.agreed : office.declined}</b>,{' '}
                  {fill(office.consentAt, { when: when(at), version: textVersion })}
                </dd>
              </div>
            ))}
          </dl>
          <p>
            {office.modes[consent.mode]}
            {consent.witness !== undefined && ` ${fill(office.witness, { name: consent.witness })}`}
          </p>
        </>
      ) : (
        <p>{office.noConsent}</p>
      )}
    </section>
  );
}
