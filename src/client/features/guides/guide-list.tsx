/** Every guide, found by words without marks in its title or its steps. */
import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { guides } from '#domain/defaults/guides.ts';
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { fill } from '#client/messages/fill.ts';
import { guideWords } from '#client/messages/guides.ts';
import { guidePath } from '#client/form/guide-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { goBack } from './go-back.ts';
import styles from './guides.module.css';

/** The title decides first: a word deep in some step is found too, after those. */
const keyed = guides.map((guide) => ({
  guide,
  title: searchKey(guide.title),
  all: searchKey(
    [guide.title, ...guide.steps.map(({ text }) => text)].join(' ').replaceAll(/[^\p{L}\d]+/gu, ' '),
  ),
}));

const found = (query: string) => [
  ...keyed.filter(({ title }) => matches(title, query)),
  ...keyed.filter(({ title, all }) => !matches(title, query) && matches(all, query)),
];

export function GuideList() {
  const [query, setQuery] = useState('');
  const shown = found(query);
  return (
    <Page
      head={
        <Bar title={guideWords.title} back={() => goBack('/')}>
          <LargeTextButton />
        </Bar>
      }
    >
      <p className="soft">{guideWords.lead}</p>
      <TextField
        label={guideWords.search}
        help={guideWords.searchHelp}
        type="search"
        autoComplete="off"
        value={query}
        onChange={setQuery}
      />
      <p role="status" className={query.trim() === '' ? 'spoken-only' : undefined}>
        {fill(guideWords.found, { n: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState
          title={fill(guideWords.noneTitle, { query: query.trim() })}
          action={
            <Button wide onClick={() => setQuery('')}>
              {fill(guideWords.showAll, { n: guides.length })}
            </Button>
          }
        >
          <p>{guideWords.none}</p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {shown.map(({ guide: { id, title, steps } }) => (
            <li key={id}>
              <a className={styles.link} href={guidePath(id)}>
                <span>
                  <b>{title}</b>
                  <span className="soft">{fill(guideWords.steps, { n: steps.length })}</span>
                </span>
                <ChevronRight />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
