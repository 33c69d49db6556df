/**
 * The test sheet: a line every 10 mm with its number, held over a blank against the light; where the printed 100 is not
 * at 100 mm the printer is off by the difference. Where each field will stand is drawn as a cross.
 */
import { isFieldName } from '#domain/certificates/fields.ts';
import type { Blank } from '#domain/certificates/blank.ts';
import { fieldWords } from '#client/messages/office-certificates.ts';

const STEP = 100;
/** Tenths of a millimetre: room for a number. */
const LETTERS = 28;
const steps = (length: number): number[] =>
  Array.from({ length: Math.floor((length - 1) / STEP) }, (_each, at) => (at + 1) * STEP);

/** @param blank the fields' places are shown with the printer's shift, the lines as well */
export function RulerPicture({ blank }: { blank: Blank }) {
  const { width, height, shift, fields } = blank;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={`${width / 10}mm`}
      height={`${height / 10}mm`}
      aria-hidden="true"
    >
      <g
        transform={`translate(${shift.x} ${shift.y})`}
        stroke="#000"
        fontSize={LETTERS}
        fontFamily="sans-serif"
      >
        {steps(width).map((x) => (
          <g key={`x${x}`}>
            <line x1={x} x2={x} y1={0} y2={height} strokeWidth={x % 500 === 0 ? 4 : 1.5} />
            <text x={x + 6} y={140} stroke="none">
              {x / 10}
            </text>
          </g>
        ))}
        {steps(height).map((y) => (
          <g key={`y${y}`}>
            <line x1={0} x2={width} y1={y} y2={y} strokeWidth={y % 500 === 0 ? 4 : 1.5} />
            <text x={140} y={y - 6} stroke="none">
              {y / 10}
            </text>
          </g>
        ))}
        {Object.entries(fields).map(([name, { x, y, width: room }]) => (
          <g key={name}>
            <line x1={x} x2={x + room} y1={y} y2={y} strokeWidth={5} strokeDasharray="20 14" />
            <line x1={x} x2={x} y1={y - 40} y2={y + 40} strokeWidth={5} />
            <text x={x + 10} y={y - 12} stroke="none" fontWeight={700}>
              {isFieldName(name) ? fieldWords[name] : name}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}
