/** How surely an example stands: an outline while it waits, half once checked, solid when the public has it (visual.md, principle 2). */
import type { ExemplarState } from '#domain/exemplars/workflow.ts';
import { exemplarWords } from '#client/messages/office-exemplars.ts';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import sheet from '../sheet.module.css';

const glyphs: Record<ExemplarState, GlyphState> = {
  nominated: 'queued',
  verified: 'underReview',
  published: 'received',
  withdrawn: 'withdrawn',
};

export const StateMark = ({ state }: { state: ExemplarState }) => (
  <span className={sheet.state}>
    <Glyph state={glyphs[state]} />
    {exemplarWords.states[state]}
  </span>
);
