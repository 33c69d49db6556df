/**
 * The same for every page that saves nothing itself: what was typed is in IndexedDB at most 250 ms after the last change
 * and back in its fields at the next start. Fields are known by their place in the form.
 */
type Field = HTMLInputElement | HTMLTextAreaElement;
const fields = (): Field[] => [...document.querySelectorAll<Field>('input, textarea')];
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const settled = <Value>(request: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no storage'));
  });

function putBack(field: Field, value: string): void {
  if (field.type === 'radio') return field.click();
  const owner = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  // The setter of the element itself: libraries watch their own.
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, value);
  for (const type of ['input', 'change', 'blur']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

export async function keep(): Promise<void> {
  navigator.serviceWorker?.register('/sw.js').catch(reportError);
  const opening = indexedDB.open('peer', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('draft');
  const database = await settled(opening);
  const kept: Record<number, string> =
    (await settled(database.transaction('draft').objectStore('draft').get('values'))) ?? {};
  while (fields().length === 0) await frame();
  for (const [at, value] of Object.entries(kept)) {
    const field = fields()[Number(at)];
    if (field !== undefined) putBack(field, value);
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = () =>
    database
      .transaction('draft', 'readwrite', { durability: 'strict' })
      .objectStore('draft')
      .put(kept, 'values');
  const note = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const all = fields();
    // One of a group of radios is chosen: the others are not any more.
    if (target.type === 'radio') all.forEach(({ name }, at) => name === target.name && delete kept[at]);
    kept[all.indexOf(target)] = target.value;
    clearTimeout(timer);
    timer = setTimeout(put, 250);
  };
  // Some handle the key themselves and tell nobody of an input.
  for (const type of ['input', 'change', 'keyup']) document.addEventListener(type, note, true);
}
