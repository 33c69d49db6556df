/** A file handed to the person, made on the phone. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the URL after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export const downloadJson = (name: string, value: unknown): void =>
  downloadBlob(name, new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
