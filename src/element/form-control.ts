import { property } from 'lit/decorators.js';
import { ListenedElement } from './listened-element.js';

/** What every control of a form has, for one whose value is a file. */
export abstract class FormControl extends ListenedElement {
  static readonly formAssociated = true;

  /** Name of the form control, whose value is the photo. */
  @property({ reflect: true }) name = '';
  /** A form with this control is only valid with a photo. */
  @property({ type: Boolean, reflect: true }) required = false;

  readonly #internals = this.attachInternals();
  #file: File | null = null;

  /** The photo as the form sends it; null before there is one. */
  get value(): File | null {
    return this.#file;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Empties the control. */
  abstract formResetCallback(): void;

  /** A disabled control does nothing and is not sent. */
  abstract formDisabledCallback(isDisabled: boolean): void;

  protected setFile(image: Blob | null, fileName: string): void {
    this.#file = image && new File([image], fileName, { type: image.type });
    // No state: browsers write a control's state into their history, where no photo of a face belongs.
    this.#internals.setFormValue(this.#file, null);
  }

  /** @param message said by the form where a photo is required and missing */
  protected validate(message: string, anchor: HTMLElement | undefined): void {
    if (this.required && !this.#file) this.#internals.setValidity({ valueMissing: true }, message, anchor);
    else this.#internals.setValidity({});
  }
}
