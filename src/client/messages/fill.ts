/**
 * `{name}` placeholders filled with values. A placeholder without a value stays visible as it is, so that a missing one
 * is seen in a test and never reads as an empty promise.
 */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? String(values[key]) : whole,
  );
