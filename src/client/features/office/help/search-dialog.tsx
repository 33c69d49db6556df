/** The search over everything, in front of whatever screen is shown: type, Enter goes to the first result, ↓ to the others. */
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { useOfficeSearch } from './search-seam.tsx';
import { findIn, readSearchIndex, screensFound, type Found } from './search-index.ts';
import styles from './search.module.css';

const { search: words } = officeHelp;
const SHOWN = 12;

export function SearchDialog() {
  const { isOpen, close } = useOfficeSearch();
  return (
    <Dialog open={isOpen} title={words.title} onClose={close}>
      <SearchBox onGone={close} />
    </Dialog>
  );
}

const factsOf = (found: Found): string => {
  if (found.kind === 'screen') return fill(words.screen, { section: found.section });
  return [
    found.kind === 'household'
      ? fill(words.household, { code: found.code, hamlet: found.hamletName })
      : words[found.kind],
    found.hasSent ? fill(words.receipt, { code: found.receiptCode }) : words.notSent,
  ].join(', ');
};

function SearchBox({ onGone }: { onGone: () => void }) {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const index = useLive(() => readSearchIndex(workspace), [workspace]);
  const [query, setQuery] = useState('');
  const typed = useDeferredValue(query);
  const found = useMemo(() => findIn([...screensFound, ...(index ?? [])], typed), [index, typed]);
  const shown = found.slice(0, SHOWN);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const list = useRef<HTMLUListElement>(null);
  /** From the field to the first result, and on among them. */
  const step = (by: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    if (at + by < 0) field.current?.focus();
    else links[Math.min(links.length - 1, at + by)]?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const [first] = shown;
    if (by !== undefined) step(by);
    // A search field would only empty itself.
    else if (event.key === 'Escape') onGone();
    else if (event.key === 'Enter' && event.target === field.current && first !== undefined) {
      onGone();
      navigate(first.href);
    } else return;
    event.preventDefault();
  };

  const isEmpty = typed.trim() !== '' && index !== undefined && found.length === 0;
  const rest = found.length - shown.length;
  return (
    <div className={styles.search}>
      <label>
        {words.label}
        <input
          ref={field}
          type="search"
          autoComplete="off"
          value={query}
          onChange={({ target: { value } }) => setQuery(value)}
          onKeyDown={onKey}
        />
      </label>
      <p role="status" className={styles.count}>
        {isEmpty && words.none}
        {found.length > 0 && fill(words.found, { n: formatNumber(found.length) })}
      </p>
      <ul ref={list}>
        {shown.map((each) => (
          <li key={`${each.kind}${each.id}`}>
            <Link href={each.href} onClick={onGone} onKeyDown={onKey}>
              <b>{each.name}</b> <span>{factsOf(each)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.count}>{fill(words.more, { n: formatNumber(rest) })}</p>}
    </div>
  );
}
