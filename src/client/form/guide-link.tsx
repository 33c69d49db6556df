/** The way to a guide from wherever its thing is asked for: a criterion, a next step, a home. */
import { BookOpen } from 'lucide-react';
import { guideWords } from '#client/messages/guides.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { guidePath } from './guide-path.ts';

/** `id`: what a criterion or a step names (`guide`); nothing where it names none. */
export function GuideLink({ id }: { id: string | undefined }) {
  if (id === undefined) return null;
  return (
    <LinkButton kind="quiet" small href={guidePath(id)} icon={<BookOpen />}>
      {guideWords.link}
    </LinkButton>
  );
}
