/** Which blocks of a paper are printed, and the numbers of its headings. Pure. */
import type { Block, PaperDocument, Section } from './document.ts';
import { roman } from './words.ts';

const isEmpty = (block: Block): boolean => block.kind === 'paragraph' && block.text.trim() === '';

/** A heading with nothing printed under it, up to the next one of its level or above. */
const isBare = (blocks: readonly Block[], at: number): boolean => {
  const own = blocks[at];
  if (own?.kind !== 'heading') return false;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind === 'heading' && block.level <= own.level) return true;
    if (block.kind === 'signature' || block.kind === 'signatures') return true;
    if (block.kind !== 'heading' && !isEmpty(block)) return false;
  }
  return true;
};

/** The closing sentence belongs to the whole paper, not to the last heading: it does not make one full. */
const CLOSING = 'closing';

/**
 * Blocks with their headings numbered over what is printed. `keep`: also what is not printed (for the editor: places
 * for words, and headings without a number).
 */
export function laidOut(blocks: readonly Block[], keep: 'printed' | 'all'): Block[] {
  const body = blocks.map((block): Block =>
    block.kind === 'paragraph' && block.id === CLOSING ? { ...block, text: '' } : block,
  );
  const laid: Block[] = [];
  const numbers = [0, 0];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') {
      if (keep === 'all' || !isEmpty(block)) laid.push(block);
      continue;
    }
    if (isBare(body, at)) {
      if (keep === 'all') laid.push(block);
      continue;
    }
    const [first = 0, second = 0] = numbers;
    if (block.level === 1) numbers.splice(0, 2, first + 1, 0);
    else numbers.splice(1, 1, second + 1);
    const number = block.level === 1 ? roman(first + 1) : String(second + 1);
    laid.push({ ...block, text: `${number}. ${block.text}` });
  }
  return laid;
}

/** What a file or a printer gets. */
export const printed = (document: PaperDocument): PaperDocument => ({
  ...document,
  sections: document.sections.map((section): Section => ({
    ...section,
    blocks: laidOut(section.blocks, 'printed'),
  })),
});
