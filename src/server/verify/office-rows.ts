/** What the office is shown of devices, of what was set aside and of words from the public, against their own tables. */
import { canon } from '#protocol/canon.ts';
import { keptSchema } from '#protocol/open-data.ts';
import { deviceRowSchema, officeRowSchemas, type DeviceRow as ShownDevice } from '#protocol/office-rows.ts';
import type { Store } from '../store/store.ts';
import type { FeedRecord } from '../store/tables/feed.ts';
import { hamletScope } from '../identity/scopes.ts';
import { isErasedFeedback, shownFeedback } from '../feedback.ts';
import { setAsideEntries, shownDevice } from '../sync/office-rows.ts';
import { PAGE, type Report } from './report.ts';

type Rows = Map<string, unknown>;

/** Living rows of the office's scope that no operation wrote, by entity and id. */
async function shownRows(store: Store): Promise<Map<string, Rows>> {
  const shown = new Map<string, Rows>();
  for (let rev = 0, page: FeedRecord[] = []; ; rev = page.at(-1)?.rev ?? rev) {
    page = await store.read((tables) => tables.feed.page('office', rev, PAGE));
    for (const { entity, id, value } of page)
      if (value !== null && Object.hasOwn(officeRowSchemas, entity)) {
        const rows: Rows = shown.get(entity) ?? new Map<string, unknown>();
        shown.set(entity, rows.set(id, JSON.parse(value)));
      }
    if (page.length < PAGE) return shown;
  }
}

/** What a row may be behind in: it is not shown again at every exchange. */
const atRest = (device: ShownDevice): string => {
  const { seenAt: _seen, made: _made, build: _build, waiting, setAside, ...rest } = device;
  return canon({ ...rest, waits: waiting > 0, aside: setAside > 0 });
};

export async function verifyOfficeRows(store: Store, report: Report): Promise<{ officeRows: number }> {
  const shown = await shownRows(store);
  const { devices, quarantined, feedback, releases } = await store.read(async (tables) => ({
    devices: await tables.device.list(),
    quarantined: await setAsideEntries(tables),
    feedback: await tables.feedback.list(),
    releases: await tables.openRelease.list(),
  }));
  const compare = (
    entity: keyof typeof officeRowSchemas,
    ids: Iterable<string>,
    isRight: (id: string, row: unknown) => boolean,
  ): void => {
    const rows: Rows = shown.get(entity) ?? new Map<string, unknown>();
    const left = new Set(rows.keys());
    for (const id of ids) {
      left.delete(id);
      if (!rows.has(id) || !isRight(id, rows.get(id)))
        report('office-row-differs-from-tables', `feed office ${entity} ${id}`);
    }
    for (const id of left) report('office-row-of-nothing', `feed office ${entity} ${id}`);
  };

  const byId = new Map(devices.map((device) => [device.device_id, shownDevice(device)]));
  compare('device', byId.keys(), (id, row) => {
    const [is, read] = [byId.get(id), deviceRowSchema.safeParse(row)];
    return (
      is !== undefined && read.success && read.data.seenAt <= is.seenAt && atRest(read.data) === atRest(is)
    );
  });
  for (const { device_id: id, role, binding_id } of devices) {
    if (role !== 'hamletHelper') continue;
    const own = await store.read(({ feed }) => feed.find(hamletScope(binding_id), 'device', id));
    // One that was shown before heads saw their helpers has none.
    const there = own?.value ?? null;
    if (there !== null && there !== JSON.stringify(shown.get('device')?.get(id)))
      report('hamlet-row-differs-from-office', `feed device ${id}`);
  }
  compare('quarantine', quarantined.keys(), (id, row) => {
    const read = officeRowSchemas.quarantine.safeParse(row);
    const held = quarantined.get(id);
    return read.success && read.data.deviceId === held?.device_id && read.data.code === held.code;
  });
  const told = feedback.filter((row) => !isErasedFeedback(row));
  const words = new Map(told.map((row) => [row.feedback_id, canon(shownFeedback(row))]));
  compare('feedback', words.keys(), (id, row) => {
    const read = officeRowSchemas.feedback.safeParse(row);
    return read.success && canon(read.data) === words.get(id);
  });
  const figures = new Map(
    // In the order of their numbers: the newest of a campaign stays.
    releases.map(({ campaign_id: id, kept }) => [id, canon({ id, ...keptSchema.parse(JSON.parse(kept)) })]),
  );
  compare('openFigures', figures.keys(), (id, row) => {
    const read = officeRowSchemas.openFigures.safeParse(row);
    return read.success && canon(read.data) === figures.get(id);
  });
  return { officeRows: [...shown.values()].reduce((sum, rows) => sum + rows.size, 0) };
}
