import { html, nothing, type TemplateResult } from 'lit';
import type { ListedRequest } from '../../emulator/journal.ts';
import { receivedImage } from './emulator-control.ts';
import { kilobytes } from './kilobytes.ts';

/** What the emulator received last, as it was on the wire: names, sizes and pictures. */
export function arrivedGroup(request: ListedRequest | undefined): TemplateResult {
  if (!request) return html`<p class="note">Nothing yet.</p>`;
  const { path, bytes, fields, livenessMeta, status, answer, reason } = request;
  return html`<p class="note">
      <code>POST ${path}</code> · ${kilobytes(bytes)} · ${status || 'no'} answer, <code>${answer}</code>
      ${reason === null ? nothing : html`<br />${reason}`}
    </p>
    <table>
      <tbody>
        ${fields.map(
          ({ name, kind, bytes: size, type }) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td>${kind === 'file' ? (type ?? 'file') : 'text'}</td>
              <td>${kilobytes(size)}</td>
            </tr>`,
        )}
        ${
          livenessMeta === null
            ? nothing
            : html`<tr>
                <th scope="row"><code>livenessMeta</code></th>
                <td colspan="2">${livenessMeta}</td>
              </tr>`
        }
      </tbody>
    </table>
    <div class="pictures">${picture(request, 'selfie')} ${picture(request, 'card')}</div>`;
}

function picture(request: ListedRequest, role: 'selfie' | 'card') {
  const image = request[role];
  if (!image) return nothing;
  return html`<figure>
    <img src=${receivedImage(request, role)} alt="The ${role} as it arrived" />
    <figcaption>${image.width} × ${image.height}</figcaption>
  </figure>`;
}
