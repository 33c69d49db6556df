/** To the clipboard, only after a tap. False where the browser forbids it, as browsers inside other apps often do. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
