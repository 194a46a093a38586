import { html, render } from 'lit';
import { part } from '../part.ts';

/** Shows what the form would send. */
export function showReceipt(receipt: HTMLElement, data: FormData): void {
  const table = part(receipt, '#receipt-entries', HTMLElement);
  render(
    html`<tbody>
      ${[...data].map(
        ([name, value]) =>
          html`<tr>
            <th scope="row"><code>${name}</code></th>
            <td>${typeof value === 'string' ? value || '(empty)' : fileCell(value)}</td>
          </tr>`,
      )}
    </tbody>`,
    table,
  );
  receipt.hidden = false;
  part(receipt, 'h2', HTMLElement).focus();
}

function fileCell(file: File) {
  const address = URL.createObjectURL(file);
  const release = () => URL.revokeObjectURL(address);
  return html`<img src=${address} alt="" @load=${release} /> ${file.name} · ${file.type} ·
    ${Math.round(file.size / 1000)} kB`;
}
