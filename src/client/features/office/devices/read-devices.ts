/** Every phone the commune knows, with whose it is in words, joined once per change of the replica. Pure but for the read. */
import { deviceCheck } from '#protocol/devices.ts';
import type { DeviceRow } from '#protocol/office-rows.ts';
import { bindingKindOf } from '#protocol/policy-roles.ts';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDevices as words } from '#client/messages/devices-office.ts';
import { office } from '#client/messages/office.ts';
import type { Workspace } from '#client/workspace.ts';
import { patiently } from '../patiently.ts';

/** At the beginning of a cell or line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export interface DeviceItem {
  id: string;
  device: DeviceRow;
  /** What the phone is called. */
  name: string;
  role: string;
  /** Whose it is, as it stands inside a sentence: "xóm Chùa 9". */
  place: string;
  /** `hamlet:ID` or `unit:ID`; absent for families and the office. */
  placeRef?: string;
  /** Of the hamlet it belongs to, a family's too; '' otherwise. */
  hamletId: string;
  /** By which its holder is reached. */
  phone: string | undefined;
  /** Without marks, for the search. */
  key: string;
}

export interface Devices {
  items: readonly DeviceItem[];
  hamlets: readonly { id: string; name: string }[];
}

type Reader = Pick<Workspace, 'rows'>;

const valuesOf = async <Entity extends RowEntity>(
  workspace: Reader,
  entity: Entity,
): Promise<RowValue<Entity>[]> => (await patiently(() => workspace.rows(entity))).map(({ value }) => value);

interface Owners {
  hamlets: ReadonlyMap<string, RowValue<'hamlet'>>;
  units: ReadonlyMap<string, RowValue<'unit'>>;
  households: ReadonlyMap<string, RowValue<'household'>>;
}

const byId = <Value extends { id: string }>(values: readonly Value[]): ReadonlyMap<string, Value> =>
  new Map(values.map((value) => [value.id, value]));

function ownerOf({ role, subjectId = '' }: DeviceRow, { hamlets, units, households }: Owners) {
  switch (bindingKindOf[role]) {
    case 'hamlet': {
      const hamlet = hamlets.get(subjectId);
      const phone = role === 'hamletHead' ? hamlet?.headPhone : undefined;
      return {
        place: hamlet === undefined ? words.gone : fill(words.hamletOf, { name: hamlet.name }),
        hamletId: subjectId,
        phone,
        placeRef: `hamlet:${subjectId}`,
      };
    }
    case 'unit': {
      const unit = units.get(subjectId);
      return {
        place: unit?.name ?? words.gone,
        hamletId: '',
        phone: unit?.contactPhone,
        placeRef: `unit:${subjectId}`,
      };
    }
    case 'household': {
      const family = households.get(subjectId);
      const place = family === undefined ? words.gone : fill(words.family, { name: family.householder });
      return { place, hamletId: family?.hamletId ?? '', phone: family?.phone };
    }
    case 'office':
      return { place: words.office, hamletId: '', phone: undefined };
  }
}

function itemOf(device: DeviceRow, owners: Owners): DeviceItem {
  const name = device.personName || device.label || words.unnamed;
  const role = office.roles[device.role];
  const owner = ownerOf(device, owners);
  const hamlet = owners.hamlets.get(owner.hamletId)?.name ?? '';
  return {
    id: device.id,
    device,
    name,
    role,
    ...owner,
    key: searchKey([name, device.label, role, owner.place, hamlet].join(' ')),
  };
}

/** Newest contact first; those that wait stand apart on the screen. */
export async function readDevices(workspace: Reader): Promise<Devices> {
  const hamlets = await valuesOf(workspace, 'hamlet');
  const owners: Owners = {
    hamlets: byId(hamlets),
    units: byId(await valuesOf(workspace, 'unit')),
    households: byId(await valuesOf(workspace, 'household')),
  };
  const devices = await valuesOf(workspace, 'device');
  return {
    items: devices.sort((a, b) => b.seenAt - a.seenAt).map((device) => itemOf(device, owners)),
    hamlets: [...hamlets].sort((a, b) => a.order - b.order).map(({ id, name }) => ({ id, name })),
  };
}

export interface WaitingItem extends DeviceItem {
  /** As on its own screen. */
  digits: string;
}

export const withDigits = (items: readonly DeviceItem[]): Promise<WaitingItem[]> =>
  Promise.all(items.map(async (item) => ({ ...item, digits: await deviceCheck(item.id) })));
