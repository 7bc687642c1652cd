// A label, its control, a hint and an error. The control inside picks up its id and descriptions by itself.
import { createContext, use, useId, type ReactNode } from "react";
import { cx } from "./classes";

interface FieldParts {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

const FieldContext = createContext<Partial<FieldParts>>({});

/** The attributes that tie a control to the Field around it. */
export function useField(): Partial<FieldParts> {
  return use(FieldContext);
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  hideLabel?: boolean;
  /** Stands at the right end of the label's line. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Field({ label, hint, error, hideLabel, aside, className, children }: FieldProps) {
  const id = useId();
  const describedBy = cx(hint && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <div className={cx("flex flex-col gap-1.5", className)}>
      <div className={cx("flex items-center justify-between gap-3", hideLabel && !aside && "sr-only")}>
        <label htmlFor={id} className={cx("font-medium", hideLabel && "sr-only")}>
          {label}
        </label>
        {aside}
      </div>
      <FieldContext value={{ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined }}>
        {children}
      </FieldContext>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="text-sm text-danger">
      {children}
    </p>
  );
}
