import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { terms } from '@/words/terms';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent border-accent hover:opacity-90',
  secondary: 'bg-surface text-text border-control hover:bg-hover',
  quiet: 'bg-transparent text-accent border-transparent hover:bg-hover',
  danger: 'bg-surface text-danger border-danger hover:bg-danger-fill',
};

function classes(look: Look, large: boolean, extra: string): string {
  const size = large ? 'min-h-14 px-6 text-base' : 'min-h-11 px-4 rail:min-h-9 pointer-coarse:min-h-11';
  return `inline-flex items-center justify-center gap-2 rounded-control border font-semibold text-sm ${size} ${looks[look]} ${extra}`;
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  large?: boolean;
  /** The command is under way: the button stays in its place, says so, and ignores a second press. */
  pending?: boolean;
  children: ReactNode;
}

export function Button({
  look = 'secondary',
  large = false,
  pending = false,
  className = '',
  children,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || rest.disabled || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={classes(look, large, `disabled:opacity-60 ${pending ? 'cursor-progress' : ''} ${className}`)}
    >
      {children}
      {pending && (
        <span role="status" className="font-normal">
          {terms.actions.pending}
        </span>
      )}
    </button>
  );
}

export function ButtonLink({
  look = 'secondary',
  large = false,
  className = '',
  ...rest
}: LinkProps & { look?: Look; large?: boolean }) {
  return <Link {...rest} className={classes(look, large, className as string)} />;
}
