/** Opens the search over everything, from a screen's head as by the key "/". */
import { Search } from 'lucide-react';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { officeHelp } from '#client/messages/office-help.ts';
import frame from '../office.module.css';
import { useOfficeKeys } from './keys.tsx';
import styles from './help.module.css';

interface SearchSeam {
  isOpen: boolean;
  open: () => void;
  close: () => void;
}
const SearchContext = createContext<SearchSeam>({
  isOpen: false,
  open: () => undefined,
  close: () => undefined,
});

export function OfficeSearch({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  const seam = useMemo(() => ({ isOpen, open, close }), [isOpen, open, close]);
  return <SearchContext value={seam}>{children}</SearchContext>;
}

export const useOfficeSearch = (): SearchSeam => useContext(SearchContext);

/** For the head of a screen without a search of its own. */
export function SearchButton() {
  const { open } = useOfficeSearch();
  const { singleKeys } = useOfficeKeys();
  return (
    <button type="button" className={styles.find} onClick={open}>
      <Search className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
      {officeHelp.search.label}
      {singleKeys && <kbd aria-hidden="true">/</kbd>}
    </button>
  );
}
