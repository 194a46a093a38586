import type { OkayLiveCapture } from '../../../src/element/okay-live-capture.js';
import { part } from '../part.ts';
import { showReceipt } from './receipt.ts';
import { markSteps } from './steps.ts';
import { fieldsOf, problemOf, showProblem, type FormField } from './validity.ts';

/** The form as a company would have it: the element is one of its fields. */
export function connectSignUp(form: HTMLFormElement, capture: OkayLiveCapture): void {
  const receipt = part(document, '#receipt', HTMLElement);
  const requestId = part(form, 'input[name=okayface-request-id]', HTMLInputElement);
  /** Whether the endpoint has let the photo pass that is there. */
  let hasPassed = false;

  const problem = (field: FormField): string => {
    if (field !== capture) return problemOf(field);
    const isUnchecked = Boolean(capture.endpoint) && capture.phase !== 'idle' && !hasPassed;
    return capture.validationMessage || (isUnchecked ? 'Please finish the check first.' : '');
  };
  const mark = () => markSteps(form, (field) => problem(field) === '');

  capture.addEventListener('okay-phase', ({ phase }) => {
    if (phase !== 'done') {
      hasPassed = false;
      requestId.value = '';
    }
    // The picture is higher than the button that opened the camera.
    if (phase === 'preparing') part(form, '#identity', HTMLElement).scrollIntoView({ block: 'start' });
    showProblem(capture, '');
    mark();
  });
  capture.addEventListener('okay-result', ({ verdict }) => {
    hasPassed = verdict.matched !== false && verdict.live !== false;
    requestId.value = hasPassed ? (verdict.requestId ?? '') : '';
    mark();
  });
  form.addEventListener('change', ({ target }) => {
    const field = fieldsOf(form).find((each) => each === target);
    if (field) showProblem(field, problem(field));
    mark();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    for (const field of fieldsOf(form)) showProblem(field, problem(field));
    const first = fieldsOf(form).find((field) => problem(field) !== '');
    if (first) {
      first.closest('section')?.scrollIntoView({ block: 'start' });
      if (first !== capture) first.focus();
      else part(form, '#identity-heading', HTMLElement).focus();
      return;
    }
    showReceipt(receipt, new FormData(form));
    form.hidden = true;
  });
  part(receipt, '#again', HTMLButtonElement).addEventListener('click', () => {
    receipt.hidden = true;
    form.hidden = false;
    form.reset();
    mark();
    part(form, 'input', HTMLInputElement).focus();
  });
  mark();
  // Whether it lacks a photo is known once it was rendered.
  void capture.updateComplete.then(mark);
}
