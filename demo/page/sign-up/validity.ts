/** A control that a form asks for its validity: native ones, and the capture. */
export interface FormField extends HTMLElement {
  readonly willValidate: boolean;
  readonly validity: ValidityState;
  readonly validationMessage: string;
}

/** The controls of a form that are asked for their validity. */
export function fieldsOf(form: HTMLFormElement): readonly FormField[] {
  return [...form.elements].filter(
    (each): each is FormField => 'willValidate' in each && each.willValidate === true,
  );
}

/** What is wrong with a field in the words of the page, empty where nothing is. */
export function problemOf({ validity, validationMessage, dataset }: FormField): string {
  if (validity.valid) return '';
  if (validity.patternMismatch) return dataset['mismatch'] ?? validationMessage;
  if (validity.valueMissing) return dataset['missing'] ?? 'Please fill this in.';
  return validationMessage;
}

/** Writes the problem under the field, and ties it to it for screen readers. */
export function showProblem(field: FormField, problem: string): void {
  const place = field.closest('.field');
  if (!place) return;
  const note = place.querySelector('.problem') ?? document.createElement('p');
  note.className = 'problem';
  note.id = `${field.getAttribute('name') ?? ''}-problem`;
  note.textContent = problem;
  if (problem === '') {
    note.remove();
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    return;
  }
  if (!note.isConnected) place.append(note);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', note.id);
}
