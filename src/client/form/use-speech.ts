/** Reading aloud, only where the phone has a Vietnamese voice. */
import { useCallback, useEffect, useState } from 'react';

const findVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang }) => lang.toLowerCase().replace('_', '-').startsWith('vi'));

export interface Speech {
  isSpeaking: boolean;
  say: (text: string) => void;
  stop: () => void;
}

/** Null while there is no Vietnamese voice: then there is no button. */
export function useSpeech(): Speech | null {
  const [voice, setVoice] = useState(findVoice);
  const [isSpeaking, setSpeaking] = useState(false);
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis;
    if (synthesis === undefined) return undefined;
    // Chrome fills the list of voices after the page has started.
    const look = (): void => setVoice(findVoice());
    synthesis.addEventListener?.('voiceschanged', look);
    return () => {
      synthesis.removeEventListener?.('voiceschanged', look);
      synthesis.cancel();
    };
  }, []);
  const stop = useCallback(() => {
    globalThis.speechSynthesis?.cancel();
    setSpeaking(false);
  }, []);
  const say = useCallback(
    (text: string) => {
      if (voice === undefined) return;
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.addEventListener('end', () => setSpeaking(false));
      speechSynthesis.cancel();
      setSpeaking(true);
      speechSynthesis.speak(utterance);
    },
    [voice],
  );
  return voice === undefined ? null : { isSpeaking, say, stop };
}
