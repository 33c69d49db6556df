import { createContext } from 'react';

/** The id of the profile whose half-typed words the forms below keep. */
export const WordsOwner = createContext('');
