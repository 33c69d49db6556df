/** The guides every installation carries, so that they are read without a network. */
import { guidesSchema } from '../guides.ts';
import source from './guides.json' with { type: 'json' };

/** In the order people look for them. Throws where our own data are wrong. */
export const { note: guideNote, guides } = guidesSchema.parse(source);
