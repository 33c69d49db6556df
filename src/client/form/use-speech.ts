/** Reading aloud, only where the phone has a Vietnamese voice. */
import { useCallback, useEffect, useRef, useState } from 'react';

const findVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang }) => lang.toLowerCase().replace('_', '-').startsWith('vi'));

export interface Speech {
  isSpeaking: boolean;
  say: (text: string) => void;
  stop: () => void;
}

/**
 * Null while there is no Vietnamese voice: then there is no button. `of` names what is read: another, leaving the page or
 * putting the phone away ends it.
 */
export function useSpeech(of = ''): Speech | null {
  const [voice, setVoice] = useState(findVoice);
  const [isSpeaking, setSpeaking] = useState(false);
  const latest = useRef<SpeechSynthesisUtterance | null>(null);
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis;
    if (synthesis === undefined) return undefined;
    // Chrome fills the list of voices after the page has started.
    const look = (): void => setVoice(findVoice());
    synthesis.addEventListener?.('voiceschanged', look);
    return () => synthesis.removeEventListener?.('voiceschanged', look);
  }, []);
  const stop = useCallback(() => {
    globalThis.speechSynthesis?.cancel();
    setSpeaking(false);
  }, []);
  useEffect(() => {
    const away = (): void => {
      if (document.visibilityState === 'hidden') stop();
    };
    document.addEventListener('visibilitychange', away);
    return () => {
      document.removeEventListener('visibilitychange', away);
      stop();
    };
  }, [of, stop]);
  const say = useCallback(
    (text: string) => {
      if (voice === undefined) return;
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      // A phone that cannot go on (another app speaks) ends with an error instead.
      const over = (): void => {
        if (latest.current === utterance) setSpeaking(false);
      };
      utterance.addEventListener('end', over);
      utterance.addEventListener('error', over);
      latest.current = utterance;
      speechSynthesis.cancel();
      setSpeaking(true);
      speechSynthesis.speak(utterance);
    },
    [voice],
  );
  return voice === undefined ? null : { isSpeaking, say, stop };
}
