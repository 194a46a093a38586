import { fieldsOf, type FormField } from './validity.ts';

/** Marks in the list of steps what is done and where the person is. */
export function markSteps(form: HTMLFormElement, isRight: (field: FormField) => boolean): void {
  let isCurrentFound = false;
  for (const step of document.querySelectorAll<HTMLElement>('[data-step]')) {
    const section = form.querySelector(`#${step.dataset['step'] ?? ''}`);
    const isDone = fieldsOf(form)
      .filter((field) => section?.contains(field))
      .every((field) => isRight(field));
    const isCurrent: boolean = !isDone && !isCurrentFound;
    isCurrentFound ||= isCurrent;
    step.dataset['state'] = isDone ? 'done' : isCurrent ? 'current' : 'open';
    const link = step.querySelector('a');
    if (isCurrent) link?.setAttribute('aria-current', 'step');
    else link?.removeAttribute('aria-current');
  }
}
