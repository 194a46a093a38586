import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { OkayErrorEvent, OkayResultEvent } from 'okay-live-capture';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <okay-live-capture
      endpoint="/api/ekyc/okayface/v1-1"
      asset-base="/okay"
      [journeyId]="journeyId"
      (okay-result)="tell($event)"
      (okay-error)="fail($event)"
    ></okay-live-capture>
    <output>{{ result() }}</output>
  `,
})
export class App {
  readonly journeyId = new URLSearchParams(location.search).get('journey') ?? '';
  readonly result = signal('');

  tell({ verdict }: OkayResultEvent): void {
    this.result.set(verdict.matched ? 'Same person' : 'Another person');
  }

  fail({ error }: OkayErrorEvent): void {
    this.result.set(`${error.code}: ${error.message}`);
  }
}
