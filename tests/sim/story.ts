/** A schedule in words. */
import type { Act, Interlude, PhoneParts, Schedule, SimEvent } from './schedule.ts';

const actWords = (act: Act): string => {
  switch (act.do) {
    case 'edit':
      return act.value === null
        ? `clears answer ${act.field + 1}`
        : `writes ${act.value} as answer ${act.field + 1}`;
    case 'submit':
      return 'sends the form';
    case 'withdraw':
      return 'withdraws the form';
    case 'comment':
      return 'comments';
    case 'choose':
      return 'chooses between two answers';
    case 'photo':
      return `takes picture ${act.picture} for question ${act.field + 1}`;
    case 'unphoto':
      return `takes photo ${act.target} out`;
    case 'rephoto':
      return `puts photo ${act.target} back`;
    case 'look':
      return `looks at picture ${act.target}`;
    case 'export':
      return 'exports what waits';
    case 'record':
      return act.household === 2 ? 'adds a family' : `moves a family to hamlet ${act.hamlet + 1}`;
    case 'move':
      return `leads a form on (form ${act.target}, way ${act.way})`;
    case 'score':
      return `gives ${act.points / 100} points (form ${act.target}, answer ${act.field + 1})`;
  }
};

const interludeWords = (interlude: Interlude): string => {
  if ('piece' in interlude) return `during piece ${interlude.piece} the person ${actWords(interlude.act)}`;
  const what = 'wake' in interlude ? 'wakes' : actWords(interlude.act);
  return `before step ${interlude.step} the ${interlude.tab} tab ${what}`;
};

const partWords = ({ onClone, fates, online, crash, interlude }: PhoneParts): string => {
  const words = [
    ...(onClone === true ? ['on the clone'] : []),
    ...(fates === undefined ? [] : [`network: ${fates.join(', ')}${online === true ? ', then fine' : ''}`]),
    ...(fates === undefined && online === true ? ['online'] : []),
    ...(crash === undefined ? [] : [`the page dies ${crash.side} step ${crash.step}`]),
    ...(interlude === undefined ? [] : [interludeWords(interlude)]),
  ];
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
};

const simple: Partial<Record<SimEvent['t'], string>> = {
  kill: 'pages are killed',
  copyDisk: 'phone is copied by its system',
  diskBack: 'phone is set back to that copy',
  clone: 'phone is cloned',
  destroy: 'phone is destroyed',
  revoke: 'phone is revoked',
};

const HOUR = 3_600_000;

function eventWords(event: SimEvent): string {
  switch (event.t) {
    case 'act':
      return `${event.phone} ${event.stale === true ? '(an old tab) ' : ''}${actWords(event.act)}${partWords(event)}`;
    case 'wake':
      return `${event.phone}'s phone wakes by ${event.by}${partWords(event)}`;
    case 'bothTabs':
      return `both tabs of ${event.phone} exchange${partWords(event)}`;
    case 'reenrol':
      return `${event.phone} scans a new code${partWords(event)}`;
    case 'handIn':
      return `${event.phone} hands in file ${event.file}${
        event.changed === undefined ? '' : ` with a changed ${event.changed}`
      }${partWords(event)}`;
    case 'room':
      return `${event.phone}'s phone has ${event.full ? 'no ' : ''}room`;
    case 'build':
      return `${event.phone}'s next page is of build ${event.build}`;
    case 'serverBuild':
      return event.lacks === null
        ? 'the server is of the newest build'
        : `the server is of a build without ${event.lacks}`;
    case 'skew':
      return `the clock of ${event.phone} jumps by ${event.ms / HOUR} h`;
    case 'pass':
      return `${event.ms / HOUR} h pass`;
    case 'late':
      return 'what the network held back arrives';
    case 'serverDies':
      return 'the server is killed and started';
    case 'snapshot':
      return 'a backup is taken';
    case 'register':
      return event.fit ? 'it is tested and kept elsewhere' : 'it is tested and kept on the same disk';
    case 'restore':
      return `the commune is restored from kept backup ${event.which}${event.kept === true ? ', its pictures still there' : ''}`;
    case 'endDrain':
      return 'the operator ends the draining';
    default:
      return `${event.phone}'s ${simple[event.t] ?? event.t}`;
  }
}

export const storyOf = ({ events, phones, rescans, staysOld }: Schedule): string =>
  [
    `phones: ${phones.join(', ')}`,
    ...events.map((event, index) => `${String(index + 1).padStart(3)}. ${eventWords(event)}`),
    `then everything works again${rescans ? ', and whoever is locked out scans a new code' : ''}${staysOld === true ? '' : ', every page of the newest build'}`,
  ].join('\n');
