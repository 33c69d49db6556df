/** The head of a form that opened in place: the focus goes to it, so that it is read first. */
import { useEffect, useRef } from 'react';

export function FormHead({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1}>
      {title}
    </h3>
  );
}
