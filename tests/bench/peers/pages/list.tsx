/** The floor of scrolling: as many rows as the hamlet has households, each a link, a name and a state, all drawn. */
import { createRoot } from 'react-dom/client';
import names from 'virtual:form';

const root = document.getElementById('root');
if (root === null) throw new Error('no #root');
createRoot(root).render(
  <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
    {names.map((name: string, at: number) => (
      <li key={name} style={{ borderBottom: '1px solid' }}>
        <a href="#" style={{ display: 'flex', minHeight: 64, gap: 12, alignItems: 'center' }}>
          <b>{name}</b> <span>DM-{at}</span> <span>Chưa gửi</span>
        </a>
      </li>
    ))}
  </ul>,
);
