import { Dialog } from '@/components/Dialog';
import { frame } from '@/words/frame';

const w = frame.shortcutHelp;

/** The portal's own keyboard shortcuts. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title={w.title} open={open} onClose={onClose}>
      <dl className="flex flex-col gap-3">
        {w.keys.map(({ keys, does }) => (
          <div key={does} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-control border border-control px-2 py-0.5 text-xs">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-secondary">{w.singleKeys}</p>
    </Dialog>
  );
}
