/** One certificate as it is on paper: black and red on white in every theme. Its measures are those of the paper. */
import { HALF_POINT, type PlacedLine } from '#domain/certificates/layout.ts';
import type { FieldName } from '#domain/certificates/fields.ts';
import type { Rect } from '#domain/certificates/full-page.ts';
import { PRINT_FACE } from './text-width.ts';

/** Tenths of a millimetre. */
export interface PagePlan {
  width: number;
  height: number;
  borders?: readonly (Rect & { stroke: number })[];
  emblem?: (Rect & { url: string }) | undefined;
}

interface PictureProps {
  page: PagePlan;
  lines: readonly PlacedLine[];
  /** Spoken; absent on paper. */
  label?: string;
  /** Framed: the field that is being moved. */
  chosen?: FieldName | undefined;
  /** As large as the paper; otherwise as wide as there is room. */
  isOnPaper?: boolean;
}

const RED = '#b3120c';
const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

function Line({ line, isChosen }: { line: PlacedLine; isChosen: boolean }) {
  const { x, y, align, halfPoints, look, text } = line;
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchors[align]}
      fontFamily={PRINT_FACE}
      fontSize={halfPoints * HALF_POINT}
      fontWeight={look.bold ? 700 : 400}
      fontStyle={look.italic ? 'italic' : 'normal'}
      fill={isChosen ? '#22396b' : look.red ? RED : '#000'}
      textDecoration={isChosen ? 'underline' : undefined}
      xmlSpace="preserve"
    >
      {text}
    </text>
  );
}

export function CertificatePicture({ page, lines, label, chosen, isOnPaper = false }: PictureProps) {
  const { width, height, borders = [], emblem } = page;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      {...(isOnPaper
        ? { width: `${width / 10}mm`, height: `${height / 10}mm`, 'aria-hidden': true }
        : { role: 'img', 'aria-label': label })}
    >
      {!isOnPaper && <rect width={width} height={height} fill="#fff" />}
      {borders.map(({ stroke, ...rect }) => (
        <rect key={stroke} {...rect} fill="none" stroke={RED} strokeWidth={stroke} />
      ))}
      {emblem && (
        <image
          href={emblem.url}
          x={emblem.x}
          y={emblem.y}
          width={emblem.width}
          height={emblem.height}
          preserveAspectRatio="xMidYMid meet"
        />
      )}
      {lines.map((line) => (
        <Line key={`${line.field}-${line.y}`} line={line} isChosen={line.field === chosen} />
      ))}
    </svg>
  );
}
