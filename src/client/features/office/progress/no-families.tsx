/** In the place of a hamlet's line while it has no families: why, and where to go on. */
import { Link } from 'wouter';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { PROGRESS_PATH } from '../paths.ts';
import { importPathOf } from '../places/paths.ts';
import type { NoFamilies } from './derive.ts';

const { series: words } = officeProgress;

export function NoFamiliesHere({ name, into }: NoFamilies) {
  const { role } = useWorkspace().profile;
  if (into !== null)
    return (
      <EmptyState
        title={fill(words.mergedTitle, { name, into: into.name })}
        action={
          <Link className={controls.button} href={`${PROGRESS_PATH}?chuoi=${into.id}`}>
            {fill(words.familiesOf, { name: into.name })}
          </Link>
        }
      >
        <p>{words.mergedText}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title={fill(words.emptyTitle, { name })}
      // Lists are the officer's own.
      action={
        role === 'officer' && (
          <Link className={controls.button} href={importPathOf('household')}>
            {words.toImport}
          </Link>
        )
      }
    >
      <p>{words.emptyText}</p>
    </EmptyState>
  );
}
