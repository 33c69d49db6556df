/** The paper as the page it will be, drawn from the same blocks as the file; its paragraphs can be changed in place. */
import { Fragment } from 'react';
import type { Block, PaperDocument, Signer } from '#domain/papers/document.ts';
import { laidOut } from '#domain/papers/lay-out.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDocuments as words } from '#client/messages/office-documents.ts';
import { EditableParagraph, type EditParagraph } from './editable-paragraph.tsx';
import styles from './paper-page.module.css';

interface PaperPageProps {
  document: PaperDocument;
  title: string;
  onEdit?: EditParagraph;
}

export function PaperPage({ document, title, onEdit }: PaperPageProps) {
  return (
    <section className={styles.pages} aria-label={fill(words.preview, { title })}>
      {document.sections.map((section, at) => (
        // The parts of one paper keep their order.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.sheet} data-lying={section.orientation === 'landscape' || undefined}>
          {laidOut(section.blocks, onEdit === undefined ? 'printed' : 'all').map((block, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={index}>
              <DrawnBlock block={block} {...(onEdit !== undefined && { onEdit })} />
            </Fragment>
          ))}
        </div>
      ))}
    </section>
  );
}

const Lines = ({ text, className }: { text: string; className?: string | undefined }) => (
  <>
    {text.split('\n').map((line, at) => (
      // oxlint-disable-next-line react/no-array-index-key
      <p key={at} className={className}>
        {line}
      </p>
    ))}
  </>
);

const Signature = ({ signer }: { signer: Signer }) => (
  <div className={styles.signer}>
    {[...signer.onBehalf, signer.title].map((line) => (
      <p key={line}>
        <b>{line}</b>
      </p>
    ))}
    <p className={styles.name}>
      <b>{signer.name}</b>
    </p>
  </div>
);

function DrawnBlock({ block, onEdit }: { block: Block; onEdit?: EditParagraph }) {
  switch (block.kind) {
    case 'head':
      return (
        <div className={styles.head}>
          <div className={styles.issuer}>
            {block.parent !== '' && <Lines text={block.parent} />}
            <b>
              <Lines text={block.issuer} />
            </b>
            <p className={styles.number}>{block.number}</p>
          </div>
          <div className={styles.nation}>
            <p>
              <b>{words.nation}</b>
            </p>
            <p className={styles.motto}>
              <b>{words.motto}</b>
            </p>
            <p className={styles.placeDate}>
              <i>{block.placeDate}</i>
            </p>
          </div>
        </div>
      );
    case 'title':
      return (
        <div className={styles.title}>
          <h3>{block.type}</h3>
          <Lines text={block.subject} />
        </div>
      );
    case 'authority':
      return (
        <p className={styles.centre}>
          <b>{block.text}</b>
        </p>
      );
    case 'letterTo':
      return (
        <p className={styles.centre}>
          {words.letterTo} {block.to.join('; ')}
        </p>
      );
    case 'basis':
      return (
        <p className={styles.body}>
          <i>{block.text}</i>
        </p>
      );
    case 'heading':
      return block.level === 1 ? (
        <h4 className={styles.heading}>{block.text}</h4>
      ) : (
        <h5 className={styles.heading}>{block.text}</h5>
      );
    case 'paragraph':
      return <EditableParagraph paragraph={block} onEdit={onEdit} />;
    case 'table':
      return <DrawnTable table={block} />;
    case 'signature':
      return (
        <div className={styles.foot}>
          <div className={styles.recipients}>
            {block.recipients.length > 0 && (
              <>
                <p>
                  <b>
                    <i>{words.recipientsLabel}</i>
                  </b>
                </p>
                {block.recipients.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </>
            )}
          </div>
          <Signature signer={block.signer} />
        </div>
      );
    case 'signatures':
      return (
        <div className={styles.foot}>
          <Signature signer={block.left} />
          <Signature signer={block.right} />
        </div>
      );
    case 'annexTitle':
      return (
        <div className={styles.annex}>
          <h3>{block.number}</h3>
          <b>
            <Lines text={block.title} />
          </b>
          <p>
            <i>{block.attachedTo}</i>
          </p>
        </div>
      );
  }
}

function DrawnTable({ table }: { table: Extract<Block, { kind: 'table' }> }) {
  const { columns, rows, name } = table;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    // What is wider than the screen goes sideways by itself; the keyboard reaches it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.tablewrap} role="region" aria-label={name} tabIndex={0}>
      <table aria-label={name}>
        <colgroup>
          {columns.map(({ head, share }) => (
            <col key={head} style={{ width: `${(100 * share) / shares}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at} data-kind={row.kind}>
              {row.cells.map((cell, index) => (
                <td
                  // oxlint-disable-next-line react/no-array-index-key
                  key={index}
                  data-align={
                    row.kind === 'line'
                      ? columns[index]?.align
                      : index === 0
                        ? 'left'
                        : columns[columns.length - row.cells.length + index]?.align
                  }
                  colSpan={row.kind !== 'line' && index === 0 ? columns.length - row.cells.length + 1 : 1}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
