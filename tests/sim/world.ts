/** One run: people, phones, a network and a commune; every event as the schedule says, every promise checked as it is made. */
import { SaveFailure } from '#client/workspace.ts';
import { createDice, type Dice } from './dice.ts';
import { createLine, type Answered, type Line } from './line.ts';
import { Operator } from './operator.ts';
import { Broken } from './oracle/broken.ts';
import { checkSealed, type Intents } from './oracle/intents.ts';
import { checkDelivered } from './oracle/delivered.ts';
import { checkPhotosTold, checkShown } from './oracle/photos.ts';
import { checkTold } from './oracle/told.ts';
import { Truth } from './oracle/truth.ts';
import type { DiskView } from './phone-disk.ts';
import { SimPhone, type PhoneWorld } from './phone.ts';
import { Tab } from './tab.ts';
import { perform, type Acting } from './people.ts';
import { exportWork, handIn, type CarriedFile } from './carried.ts';
import { CodecFault } from './camera.ts';
import { checkWordsFirst } from './oracle/words-first.ts';
import { checkSaved } from './oracle/saved.ts';
import { rescan } from './rescan.ts';
import { believable } from './planted/on-the-line.ts';
import type { Planted } from './planted/planted.ts';
import type { PhoneName, Schedule, SimEvent } from './schedule.ts';
import { START } from './server.ts';
import type { Template } from './template.ts';

export class World implements PhoneWorld {
  readonly template: Template;
  readonly planted: Planted;
  readonly dice: Dice;
  readonly line: Line;
  readonly truth: Truth;
  readonly operator: Operator;
  readonly intents: Intents = new Map();
  /** By name; a clone's name is its model's with a mark. */
  readonly phones = new Map<string, SimPhone>();
  /** Keys that were cut off. */
  readonly revoked = new Set<string>();
  /** People whose phone's disk was set back once. */
  readonly steppedBack = new Set<string>();
  /** Files people exported. */
  readonly files: CarriedFile[] = [];
  /** The first promise that broke. */
  broken: Broken | undefined;
  private time = START;

  private constructor(template: Template, schedule: Schedule, planted: Planted) {
    this.template = template;
    this.planted = planted;
    this.dice = createDice(schedule.seed).fork('world');
    const { server } = template;
    this.truth = new Truth(server);
    this.operator = new Operator(server, this.truth, planted, this.dice.fork('operator'));
    this.line = createLine(server, {
      handled: (answer) => this.handled(answer),
      leaves: async (caller, path, method) => {
        if (caller instanceof Tab) await this.leaves(caller.phone, path, method);
      },
      forge: async (asked) => {
        const reply = await believable(asked, server, template.forger);
        reply?.headers.set('x-forged', 'yes');
        return reply ?? new Response('', { status: 502 });
      },
      foreign: async (reply, asked) => planted.line?.(reply, asked, server) ?? reply,
    });
  }

  now(): number {
    return this.time;
  }

  pass(ms: number): void {
    this.time += ms;
    this.template.server.clock.set(this.time);
  }

  /** The morning of the run: commune and phones as the template has them. */
  static async begin(template: Template, schedule: Schedule, planted: Planted): Promise<World> {
    const dice = createDice(schedule.seed).fork('server');
    await template.server.begin(template.morning, dice, planted);
    const world = new World(template, schedule, planted);
    await world.addPhones(schedule.phones);
    return world;
  }

  private async addPhones(names: readonly PhoneName[]): Promise<void> {
    for (const name of names) {
      const model = this.template.phones[name];
      const disk = this.template.newDisk();
      await disk.put(model.copy);
      this.phones.set(
        name,
        new SimPhone(name, { world: this, disk, dice: this.dice.fork(name), profileId: model.profileId }),
      );
    }
  }

  phone(name: string): SimPhone | undefined {
    const phone = this.phones.get(name);
    return phone === undefined || phone.isDestroyed ? undefined : phone;
  }

  /** Keeps the first; whoever runs the schedule stops at it. */
  check(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      this.breaks(error);
    }
  }

  /** The run is over: nothing of it goes on. */
  private breaks(broken: Broken): void {
    this.broken ??= broken;
    for (const phone of this.phones.values()) phone.kill();
  }

  private async leaves(phone: SimPhone, path: string, method: string): Promise<void> {
    const view = method === 'PATCH' ? await phone.view() : undefined;
    this.check(() => checkWordsFirst(phone, path, view));
  }

  private handled(answer: Answered | null): void {
    this.check(() => {
      this.truth.note();
      if (!(answer?.caller instanceof Tab)) return;
      const [, photoId] = /^\/api\/v1\/files\/([^/]+)/.exec(answer.path) ?? [];
      if (photoId !== undefined && answer.method === 'GET' && answer.status === 200)
        checkShown(this.template.server, answer.caller.phone, photoId);
      else
        checkDelivered(this.template, this.revoked, {
          phone: answer.caller.phone,
          text: answer.text,
          proof: answer.proof,
        });
    });
  }

  wrote(phone: SimPhone, command: string, before: DiskView, after: DiskView): void {
    this.check(() => {
      checkSealed(this.intents, phone, before, after);
      checkTold(this.truth, command, before, after);
      checkPhotosTold({ truth: this.truth, phone, server: this.template.server, before, after });
    });
  }

  report(phone: SimPhone, error: unknown): void {
    if (error instanceof CodecFault) return;
    if (phone.isFull && error instanceof SaveFailure && error.reason === 'full') return;
    if (error instanceof Broken) return this.breaks(error);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.breaks(new Broken('bug', `${phone.name}: ${detail}`));
  }

  /** A locked-out phone's person scans a new code. */
  async rescan(phone: SimPhone): Promise<void> {
    await rescan(this, phone);
  }

  /** The tab its person has open; `null` when the page died while it opened. */
  async tab(phone: SimPhone, which: 0 | 1, prepare: (tab: Tab) => void): Promise<Tab | null> {
    const open = phone.living();
    const tab = open[which] ?? (which === 0 ? open[0] : undefined);
    if (tab === undefined) return phone.open(prepare);
    prepare(tab);
    return tab;
  }

  acting(tab: Tab, stale: boolean): Acting {
    const { phone } = tab;
    return {
      phone,
      tab,
      village: this.template.server.village,
      stale,
      pictures: () =>
        [...this.intents.values()].flatMap(({ operation: { kind, args } }) =>
          kind === 'photo.add' ? [args.photoId] : [],
        ),
      carry: (workspace) => exportWork(this, phone, workspace),
    };
  }

  /** Whoever has this tab open hands a file in. */
  async carry(tab: Tab, event: Extract<SimEvent, { t: 'handIn' }>): Promise<void> {
    const { workspace, phone } = tab;
    if (workspace === undefined) return;
    await tab.run(() => handIn(this, workspace, event)).catch((error: unknown) => this.report(phone, error));
  }

  /** A person does something in a tab; what the tab does about it by itself has ended when this resolves. */
  async act(tab: Tab, act: Parameters<typeof perform>[1], stale: boolean): Promise<void> {
    const { phone } = tab;
    const outcome = await tab
      .run(() => perform(this.acting(tab, stale), act))
      .catch((error: unknown) => {
        this.report(phone, error);
        return { kind: 'died' as const };
      });
    if (outcome.kind === 'done') await phone.idle();
    if (outcome.kind === 'done' && act.do === 'edit') await checkSaved(this, phone, tab);
  }
}
