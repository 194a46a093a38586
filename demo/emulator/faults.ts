/** Why an accepted request is not answered as it should be: the network, a proxy or the server is broken. */
export interface Fault extends Reply {
  readonly id: string;
  readonly description: string;
}

interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const html = (status: number, title: string): Reply => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
});
const json = (status: number, body: string): Reply => ({ status, contentType: 'application/json', body });

/** Every fault that a switch can bring about. */
export const FAULTS: readonly Fault[] = [
  {
    id: 'html-502',
    description: "A proxy's error page.",
    ...html(502, '502 Bad Gateway'),
  },
  {
    id: 'too-big',
    description: "A proxy's own page with status 413.",
    ...html(413, '413 Request Entity Too Large'),
  },
  { id: 'html-200', description: 'A web page with status 200.', ...html(200, 'Welcome') },
  { id: 'empty', description: 'Status 200 and no body.', ...json(200, '') },
  {
    id: 'unknown-json',
    description: 'JSON of no documented form.',
    ...json(200, '{"greeting":"hello","items":[1,2,3]}'),
  },
  {
    id: 'truncated-json',
    description: 'JSON that ends in the middle.',
    ...json(200, '{"status":"success","result_idcard":{"confid'),
  },
  {
    id: 'spring-500',
    description: "The server's default error page, whose status is a number (form D).",
    ...json(
      500,
      '{"timestamp":"2020-01-01T00:00:00.000+0000","status":500,"error":"Internal Server Error",' +
        '"message":"No message available","path":"/"}',
    ),
  },
  {
    id: 'bare-400',
    description: 'Status 400 without a message (form E).',
    ...json(400, '{"status":"error"}'),
  },
  {
    id: 'bare-500',
    description: 'Status 500 without a message (form E).',
    ...json(500, '{"status":"Internal Server Error"}'),
  },
];
