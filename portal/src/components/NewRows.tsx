import { terms } from '@/words/terms';
import { Button } from './Button';

/** What came while a list was looked at waits behind this, told politely, so that no row moves under the pointer. */
export function NewRows({ waiting, onShow }: { waiting: number; onShow: () => Promise<void> }) {
  return (
    <div role="status" className={waiting > 0 ? 'mb-3' : ''}>
      {waiting > 0 && (
        <Button
          onClick={(event) => {
            const among = event.currentTarget.closest('section, main') ?? document;
            // The button goes with what it stood for; the new rows are at the top.
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
