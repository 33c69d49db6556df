/**
 * The icons of a family's form, from the same set as all others (lucide, ISC), drawn inline: the set's own
 * machinery stays out of the path to a family's first question.
 */
const drawn = (...paths: readonly string[]) =>
  function Icon() {
    return (
      <svg
        className="lucide"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </svg>
    );
  };

export const ArrowLeft = drawn('m12 19-7-7 7-7', 'M19 12H5');
export const ArrowRight = drawn('M5 12h14', 'm12 5 7 7-7 7');
export const Check = drawn('M20 6 9 17l-5-5');
export const Minus = drawn('M5 12h14');
export const Plus = drawn('M5 12h14', 'M12 5v14');
export const Speaker = drawn(
  'M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z',
  'M16 9a5 5 0 0 1 0 6',
  'M19.364 18.364a9 9 0 0 0 0-12.728',
);
export const Send = drawn(
  'M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z',
  'm21.854 2.147-10.94 10.939',
);
