/** The plan's pages: photographed, or out of a PDF; pictures of the sheet like any other. */
import { PLAN_PAGES_MAX } from '#protocol/photo.ts';
import { PLAN_PAGES } from '#protocol/subject-records.ts';
import { PdfField } from '#client/form/evidence/pdf-field.tsx';
import { roomFor } from '#client/form/photo-field/photo-desk.tsx';
import { PhotoField } from '#client/form/photo-field/photo-field.tsx';
import { fill } from '#client/messages/fill.ts';
import { planWords } from '#client/messages/unit.ts';
import type { SheetRows } from '#client/subject/read-sheet.ts';
import { isHeldByCommune } from '#client/subject/sheet-state.ts';
import { usePhotos } from '#client/subject/use-photo-desk.ts';
import { Sheet } from '#client/ui/sheet.tsx';

const asked = { id: PLAN_PAGES, code: planWords.pagesCode };
/** Nothing is half typed here that its own form does not keep. */
const flush = (): Promise<void> => Promise.resolve();

export function PlanPages({ sheet }: { sheet: SheetRows }) {
  const desk = usePhotos(sheet.profile.assessmentId ?? '', isHeldByCommune(sheet));
  if (desk === null) return null;
  return (
    <Sheet>
      <PhotoField criterion={asked} desk={desk} flush={flush} most={PLAN_PAGES_MAX} title={planWords.pages} />
      <p className="soft">{fill(planWords.pagesHelp, { most: PLAN_PAGES_MAX })}</p>
      {!desk.isLocked && (
        <PdfField
          name={planWords.pagesCode}
          room={roomFor(desk, PLAN_PAGES, PLAN_PAGES_MAX)}
          add={(jpeg) => desk.add(PLAN_PAGES, jpeg)}
        />
      )}
    </Sheet>
  );
}
