import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type FormEvent,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
} from 'react';
import type { FieldProblem, Problem } from '@/api/problem';
import { failures } from '@/words/failures';
import { inputs } from '@/words/inputs';
import { Message } from './Waiting';

/**
 * Forms name their fields by JSON pointer, so what the server says about `/stops/0/windowStart` is shown at that field without a mapping. A problem whose
 * pointer belongs to no field on screen is shown in the summary alone.
 */
export interface FormErrors {
  list: FieldProblem[];
  of(pointer: string): string | undefined;
  show(errors: FieldProblem[]): void;
  showProblem(problem: Problem): void;
  clear(pointer: string): void;
  general: Problem | null;
  /** Increases with each refusal, so that the summary takes the focus again. */
  round: number;
}

export function useFormErrors(): FormErrors {
  const [list, setList] = useState<FieldProblem[]>([]);
  const [general, setGeneral] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  return {
    list,
    general,
    round,
    of: (pointer) => list.find((error) => error.pointer === pointer)?.detail,
    show: (errors) => {
      setList(errors);
      setGeneral(null);
      setRound((before) => before + 1);
    },
    showProblem: (problem) => {
      setList(problem.fields);
      setGeneral(problem);
      setRound((before) => before + 1);
    },
    clear: (pointer) => setList((before) => before.filter((error) => !error.pointer.startsWith(pointer))),
  };
}

const Errors = createContext<FormErrors | null>(null);

export const fieldId = (pointer: string): string => `field${pointer.replace(/[^a-zA-Z0-9]/g, '-')}`;

export function Form({
  errors,
  onSubmit,
  children,
  label,
}: {
  errors: FormErrors;
  onSubmit: () => void;
  children: ReactNode;
  label?: string;
}) {
  return (
    <Errors.Provider value={errors}>
      <form
        noValidate
        aria-label={label}
        className="flex flex-col gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <ErrorSummary errors={errors} />
        {children}
      </form>
    </Errors.Provider>
  );
}

export function ErrorSummary({ errors }: { errors: FormErrors }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.round > 0) box.current?.focus();
  }, [errors.round]);
  // Which pointers have a field is known only once the fields are in the document.
  const [reachable, setReachable] = useState('');
  useEffect(() => {
    const there = errors.list
      .map((error) => error.pointer)
      .filter((at) => document.getElementById(fieldId(at)));
    setReachable(there.join(' '));
  });
  if (errors.list.length === 0 && !errors.general) return null;
  const { general } = errors;
  const links = new Set(reachable.split(' '));
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-panel border border-danger bg-danger-fill p-3 text-danger"
    >
      <p className="font-semibold">
        {errors.list.length > 0 ? inputs.forms.summary(errors.list.length) : (general?.title ?? '')}
      </p>
      {errors.list.length === 0 && general && (
        <p>
          <Message problem={general} />
        </p>
      )}
      {errors.list.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {errors.list.map((error) => (
            <li key={error.pointer + error.detail}>
              {links.has(error.pointer) ? (
                <a
                  className="underline"
                  href={`#${fieldId(error.pointer)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId(error.pointer))?.focus();
                  }}
                >
                  {error.detail}
                </a>
              ) : (
                error.detail
              )}
            </li>
          ))}
        </ul>
      )}
      {general?.correlationId && general.status >= 500 && (
        <p className="mt-1 text-xs">{failures.errors.correlation(general.correlationId)}</p>
      )}
    </div>
  );
}

interface FieldFrame {
  pointer: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** What is wrong with the present content; a refusal of the whole form is shown first. */
  problem?: string;
}

/** Label, hint, control and error, connected for a screen reader. */
export function Field({
  pointer,
  label,
  hint,
  optional,
  problem,
  children,
}: FieldFrame & {
  children: (control: {
    id: string;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
    clear: () => void;
  }) => ReactNode;
}) {
  const errors = useContext(Errors);
  const id = fieldId(pointer);
  const error = errors?.of(pointer) ?? problem;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-secondary"> {inputs.forms.optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-secondary">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': described || undefined,
        clear: () => errors?.clear(pointer),
      })}
      {error && (
        <p id={`${id}-error`} className="text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

type TextProps = FieldFrame & {
  value: string;
  onValue: (value: string) => void;
  unit?: string;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoComplete' | 'inputMode' | 'min' | 'max' | 'maxLength' | 'autoFocus' | 'required'
  >;

export function TextField({
  pointer,
  label,
  hint,
  optional,
  problem,
  value,
  onValue,
  unit,
  ...input
}: TextProps) {
  return (
    <Field
      pointer={pointer}
      label={unit ? inputs.forms.withUnit(label, unit) : label}
      hint={hint}
      optional={optional}
      problem={problem}
    >
      {({ clear, ...control }) => (
        <input
          {...control}
          {...input}
          className="control"
          value={value}
          onChange={(event) => {
            onValue(event.target.value);
            clear();
          }}
        />
      )}
    </Field>
  );
}

export function NoteField({
  pointer,
  label,
  hint,
  optional,
  value,
  onValue,
}: FieldFrame & { value: string; onValue: (value: string) => void }) {
  return (
    <Field pointer={pointer} label={label} hint={hint} optional={optional}>
      {({ clear, ...control }) => (
        <textarea
          {...control}
          rows={3}
          className="control"
          value={value}
          onChange={(event) => {
            onValue(event.target.value);
            clear();
          }}
        />
      )}
    </Field>
  );
}

export function SelectField<T extends string>({
  pointer,
  label,
  hint,
  optional,
  value,
  onValue,
  choices,
  empty,
  ...select
}: FieldFrame & {
  value: T | '';
  onValue: (value: T) => void;
  choices: { value: T; label: string }[];
  /** The words of the empty choice, shown while nothing is chosen. */
  empty?: string;
} & Pick<SelectHTMLAttributes<HTMLSelectElement>, 'autoFocus'>) {
  return (
    <Field pointer={pointer} label={label} hint={hint} optional={optional}>
      {({ clear, ...control }) => (
        <select
          {...control}
          {...select}
          className="control"
          value={value}
          onChange={(event) => {
            onValue(event.target.value as T);
            clear();
          }}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function ChoiceField<T extends string>({
  pointer,
  label,
  value,
  onValue,
  choices,
}: {
  pointer: string;
  label: string;
  value: T | '';
  onValue: (value: T) => void;
  choices: { value: T; label: string; hint?: string }[];
}) {
  const errors = useContext(Errors);
  const error = errors?.of(pointer);
  const group = useId();
  return (
    <fieldset
      id={fieldId(pointer)}
      tabIndex={-1}
      aria-describedby={error ? `${group}-error` : undefined}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className="mb-1 font-semibold">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={`flex min-h-11 cursor-pointer items-start gap-3 rounded-control border p-3 ${
            value === choice.value ? 'border-accent bg-selected' : 'border-control bg-surface hover:bg-hover'
          }`}
        >
          <input
            type="radio"
            name={group}
            className="mt-1 size-4 accent-(--accent)"
            checked={value === choice.value}
            onChange={() => {
              onValue(choice.value);
              errors?.clear(pointer);
            }}
          />
          <span>
            <span className="block font-semibold">{choice.label}</span>
            {choice.hint && <span className="block text-secondary">{choice.hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${group}-error`} className="text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

export function CheckField({
  label,
  checked,
  onChecked,
}: {
  label: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        className="size-5 accent-(--accent)"
        checked={checked}
        onChange={(event) => onChecked(event.target.checked)}
      />
      {label}
    </label>
  );
}
