/** The ranking as the office shows it. */
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { RankingPage } from '#client/features/office/ranking/ranking-page.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';

export const rankingScreen = (
  <OfficeKeys>
    <OfficeDesk>
      <RankingPage />
    </OfficeDesk>
  </OfficeKeys>
);
