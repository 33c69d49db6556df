/** One guide: numbered steps in large letters, read aloud where the phone can, sent on as words. */
import { useState } from 'react';
import { Share2 } from 'lucide-react';
import { guideNote } from '#domain/defaults/guides.ts';
import type { Guide } from '#domain/guides.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { GUIDES_PATH } from '#client/form/guide-path.ts';
import { passOn } from '#client/form/hand-over.ts';
import { useSpeech } from '#client/form/use-speech.ts';
import { guideWords } from '#client/messages/guides.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { goBack } from './go-back.ts';
import { sharedGuide, spokenGuide } from './guide-text.ts';
import styles from './guides.module.css';

function ReadAloud({ guide }: { guide: Guide }) {
  const speech = useSpeech();
  if (speech === null) return null;
  const { isSpeaking, say, stop } = speech;
  return (
    <Button aria-pressed={isSpeaking} onClick={() => (isSpeaking ? stop() : say(spokenGuide(guide)))}>
      {isSpeaking ? guideWords.stop : guideWords.listen}
    </Button>
  );
}

export function GuideScreen({ guide }: { guide: Guide }) {
  const [said, setSaid] = useState('');
  const { title, steps, footer } = guide;
  const share = async (): Promise<void> => {
    const over = await passOn({ title, text: sharedGuide(guide) });
    setSaid(over === 'copied' || over === 'refused' ? guideWords[over] : '');
  };
  return (
    <Page
      head={
        <Bar title={guideWords.title} heading={false} back={() => goBack(GUIDES_PATH)}>
          <ReadAloud guide={guide} />
          <LargeTextButton />
        </Bar>
      }
      foot={
        <Dock>
          <LinkButton href={GUIDES_PATH}>{guideWords.all}</LinkButton>
          <Button kind="main" icon={<Share2 />} onClick={() => void share()}>
            {guideWords.share}
          </Button>
        </Dock>
      }
    >
      <h1>{title}</h1>
      <ol className={styles.steps}>
        {steps.map(({ text, mayDiffer }) => (
          <li key={text}>
            <span>
              {text}
              {mayDiffer && <span className={styles.differs}>{guideWords.mayDiffer}</span>}
            </span>
          </li>
        ))}
      </ol>
      {footer !== undefined && (
        <Notice tone="plain">
          <p>{footer}</p>
        </Notice>
      )}
      {steps.some(({ mayDiffer }) => mayDiffer) && <p className="soft">{guideNote}</p>}
      <p role="status">{said}</p>
    </Page>
  );
}
