import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Problem } from '@/api/problem';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { Button } from './Button';
import { NoteField, Form, useFormErrors } from './Form';
import { CommandError } from './States';
import { Icon } from './Icon';

/**
 * A native modal dialog: the browser keeps the focus inside, Esc closes it, and the focus returns to where it was. (A dialog made by a script library injects
 * a style element, which the content security policy refuses.)
 */
export function Dialog({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const before = document.activeElement as HTMLElement | null;
    if (open && !element.open) {
      element.showModal();
      // Without this the browser would focus the button that closes the dialog.
      (element.querySelector<HTMLElement>('input, select, textarea') ?? element).focus();
    }
    return () => {
      if (element.open) element.close();
      before?.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      id={`${name}dialog`}
      tabIndex={-1}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto rounded-sheet border border-line bg-surface p-6"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={name} className="text-lg">
          {title}
        </h2>
        <button
          type="button"
          aria-label={terms.actions.close}
          className="-m-2 grid size-11 place-items-center rounded-control hover:bg-hover"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** A button that asks once more before it acts. The dialog says what will happen, and asks for a reason where the record wants one. */
export function Confirm({
  label,
  title,
  text,
  confirm,
  reason,
  look = 'danger',
  pending,
  error,
  onConfirm,
  onOpen,
  children,
  after,
}: {
  label: string;
  title: string;
  text: string;
  confirm: string;
  reason?: string;
  look?: 'danger' | 'primary' | 'secondary';
  pending: boolean;
  error: Problem | null;
  onConfirm: (reason: string) => void;
  onOpen?: () => void;
  children?: ReactNode;
  /** Further questions, below the reason. */
  after?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const errors = useFormErrors();
  function submit(): void {
    if (reason && !why.trim()) {
      errors.show([{ pointer: '/reason', detail: inputs.forms.required(reason) }]);
    } else {
      onConfirm(why.trim());
    }
  }
  return (
    <>
      <Button
        look={look}
        onClick={() => {
          onOpen?.();
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <Form errors={errors} onSubmit={submit}>
          <p>{text}</p>
          {children}
          {reason && <NoteField pointer="/reason" label={reason} value={why} onValue={setWhy} />}
          {after}
          <CommandError error={error} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look={look === 'secondary' ? 'primary' : look} pending={pending}>
              {confirm}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {terms.actions.keep}
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
