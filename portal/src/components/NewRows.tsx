import { terms } from '@/words/terms';
import { Button } from './Button';

/**
 * A button that shows the rows that came while the list was looked at. They wait behind it, and it is announced politely, so that no row moves under the
 * pointer.
 */
export function NewRows({ waiting, onShow }: { waiting: number; onShow: () => Promise<void> }) {
  return (
    <div role="status" className={waiting > 0 ? 'mb-3' : ''}>
      {waiting > 0 && (
        <Button
          onClick={(event) => {
            const among = event.currentTarget.closest('section, main') ?? document;
            // The button disappears with the rows it counted, so the focus goes to the new rows at the top.
            void onShow().then(() => setTimeout(() => firstLink(among)?.focus()));
          }}
        >
          {terms.board.newRows(waiting)}
        </Button>
      )}
    </div>
  );
}

function firstLink(among: ParentNode): HTMLElement | undefined {
  return [...among.querySelectorAll<HTMLElement>('[data-row-link]')].find(
    (link) => link.offsetParent !== null,
  );
}
