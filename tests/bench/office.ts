/** The office's budgets at 10.000 households: what is derived at each key or change, the first pull, the tab. */
import { join } from 'node:path';
import { loadAssets } from '#server/http/assets.ts';
import { root } from '../support/source-files.ts';
import { openFullCommune } from './office-commune.ts';
import { benchOfficeDesk } from './office-desk.ts';
import { benchOfficeList } from './office-list.ts';
import { benchOfficePull } from './office-pull.ts';
import { benchOfficeTab } from './office-tab.ts';
import type { Result } from './result.ts';

export async function benchOffice(): Promise<Result> {
  const derived = [...benchOfficeList(), ...benchOfficeDesk()];
  const commune = await openFullCommune(loadAssets(join(root, 'dist')));
  try {
    const { rows, held } = await benchOfficePull(commune);
    return { rows: [...derived, ...rows, ...(await benchOfficeTab(commune, held))] };
  } finally {
    await commune.close();
  }
}
