import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { terms } from '@/words/terms';
import { factors as w } from './words/factors';

/** Recovery codes that were just made. They are shown this one time. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const text = codes.join('\n') + '\n';
  function download(): void {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = w.recoveryFile;
    link.click();
    URL.revokeObjectURL(address);
  }
  return (
    <Dialog title={w.recoveryTitle} open={codes.length > 0} onClose={onDone}>
      <div className="flex flex-col gap-4">
        <p>{w.recoveryShown}</p>
        <ol
          className="printed grid grid-cols-1 gap-1 font-mono text-sm sm:grid-cols-2"
          aria-label={w.recoveryTitle}
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className="flex flex-wrap gap-2">
          <Button
            onClick={() =>
              void navigator.clipboard?.writeText(text).then(() => announce(terms.actions.copied))
            }
          >
            {terms.actions.copy}
          </Button>
          <Button onClick={download}>{w.download}</Button>
          <Button onClick={() => window.print()}>{w.print}</Button>
          <Button look="primary" onClick={onDone}>
            {w.recoveryKept}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
