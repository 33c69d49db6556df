/** Every bug put in on purpose, by name. */
import { logBugs } from './in-the-log.ts';
import { outboxBugs } from './in-the-outbox.ts';
import { backupBugs } from './on-the-backups.ts';
import { phoneBugs } from './on-the-phone.ts';
import { serverBugs } from './on-the-server.ts';
import { photoBugs } from './on-the-photos.ts';
import { wayBugs } from './on-the-way.ts';
import type { PlantedBug } from './planted.ts';

export const plantedBugs: Readonly<Record<string, PlantedBug>> = {
  ...phoneBugs,
  ...outboxBugs,
  ...serverBugs,
  ...logBugs,
  ...backupBugs,
  ...photoBugs,
  ...wayBugs,
};
