/** Mistakes the plan is known to carry, found in this paper: shown with what is meant; changed by a person's press alone. */
import type { PaperHead } from '#domain/papers/head.ts';
import { knownErrorsIn, mended, type KnownError } from '#domain/papers/known-errors.ts';
import type { DrawnPaper } from '#domain/papers/paper-of.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDocuments } from '#client/messages/office-documents.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';

const { errors: words } = officeDocuments;

const inHead = ({ head }: DrawnPaper, error: KnownError): boolean =>
  [...head.legalBases, ...head.recipients].some((text) =>
    knownErrorsIn(text).some(({ id }) => id === error.id),
  );

const mendedHead = ({ head }: DrawnPaper, error: KnownError): PaperHead => ({
  ...head,
  legalBases: head.legalBases.map((text) => mended(text, error)),
  recipients: head.recipients.map((text) => mended(text, error)),
});

interface KnownErrorsProps {
  drawn: DrawnPaper;
  /** The head with the suggestion in it; absent for those who only read. */
  onUse?: (head: PaperHead) => void;
}

export function KnownErrors({ drawn, onUse }: KnownErrorsProps) {
  if (drawn.errors.length === 0) return null;
  return (
    <Notice tone="word" title={words.title}>
      <ul>
        {drawn.errors.map((error) => (
          <li key={error.id}>
            {words.what[error.id]}{' '}
            {inHead(drawn, error) ? (
              onUse !== undefined &&
              error.instead !== undefined && (
                <button
                  type="button"
                  className={controls.button}
                  onClick={() => onUse(mendedHead(drawn, error))}
                >
                  {fill(words.use, { instead: error.instead })}
                </button>
              )
            ) : (
              <span>{words.elsewhere}</span>
            )}
          </li>
        ))}
      </ul>
      {onUse !== undefined && <p>{words.keep}</p>}
    </Notice>
  );
}
