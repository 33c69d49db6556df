/** XML as a tree, for reading what a word processor would: elements, attributes and text; no entities beyond the five. */
export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: Element[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
const plain = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (each) => ENTITIES[each] ?? each);

export function xmlTree(source: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  for (const [, tag = '', text = ''] of source.matchAll(/<([^>]+)>|([^<]+)/g)) {
    const top = open.at(-1);
    if (top === undefined) throw new Error('more ends than beginnings');
    if (text !== '') top.text += plain(text);
    else if (tag.startsWith('/')) {
      if (open.pop()?.name !== tag.slice(1)) throw new Error(`${tag} closes another element`);
    } else if (!tag.startsWith('?') && !tag.startsWith('!')) {
      const [name = ''] = tag.split(/[\s/]/);
      const attributes = new Map(
        [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, plain(value)]),
      );
      const element: Element = { name, attributes, children: [], text: '' };
      top.children.push(element);
      if (!tag.endsWith('/')) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error('an element does not end');
  return root;
}

/** All elements of a name below one, in reading order. */
export const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The element at a path of names. */
export const at = (element: Element | undefined, ...names: string[]): Element | undefined =>
  names.reduce<Element | undefined>(
    (found, name) => found?.children.find((child) => child.name === name),
    element,
  );

export const valueOf = (element: Element | undefined, attribute = 'w:val'): string | undefined =>
  element?.attributes.get(attribute);
