/** The officer's workspace: a list of what arrived, and one submission. Reads the local replica, so it works offline. */
import { useRef, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { KeyHelp } from './key-help.tsx';
import { FamilyAsksPage } from './family/family-asks-page.tsx';
import { FAMILY_ASKS_PATH } from './family/paths.ts';
import { NominationsPage } from './papers/nominations-page.tsx';
import { NOMINATIONS_PATH } from './papers/paths.ts';
import { OfficeShell } from './office-shell.tsx';
import { SubmissionList } from './submission-list.tsx';
import { SubmissionPage } from './submission-page.tsx';

export const LIST_PATH = '/van-phong';
export const submissionPath = (id: string): string => `${LIST_PATH}/phieu/${id}`;

export function OfficeApp() {
  const [path, navigate] = useLocation();
  const [, params] = useRoute<{ submissionId: string }>('/van-phong/phieu/:submissionId');
  /** Where one was in the list, so that Esc gives it back as it was. */
  const place = useRef({ search: '', activeId: '' });
  const [singleKeys, setSingleKeys] = useState(true);
  const [helpOpen, setHelpOpen] = useState(false);

  const back = () => {
    const { search } = place.current;
    navigate(search ? `${LIST_PATH}?${search}` : LIST_PATH);
  };

  return (
    <OfficeShell>
      {path === NOMINATIONS_PATH ? (
        <NominationsPage />
      ) : path === FAMILY_ASKS_PATH ? (
        <FamilyAsksPage />
      ) : params ? (
        <SubmissionPage
          key={params.submissionId}
          submissionId={params.submissionId}
          singleKeys={singleKeys}
          onBack={back}
          onHelp={() => setHelpOpen(true)}
        />
      ) : (
        <SubmissionList
          place={place.current}
          singleKeys={singleKeys}
          onOpen={(id) => navigate(submissionPath(id))}
          onHelp={() => setHelpOpen(true)}
        />
      )}
      <KeyHelp
        open={helpOpen}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
        onClose={() => setHelpOpen(false)}
      />
    </OfficeShell>
  );
}
