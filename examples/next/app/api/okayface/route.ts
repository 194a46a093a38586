import { createRelay, type Relay } from 'okay-live-capture/relay';

let relay: Relay | undefined;

/** Made with the first request, since the build has no passwords yet. */
export function POST(request: Request): Promise<Response> {
  relay ??= createRelay({
    upstream: process.env.OKAYFACE_URL ?? '',
    dialect: 'portal-v1-1',
    account: {
      username: process.env.OKAYFACE_USERNAME ?? '',
      password: process.env.OKAYFACE_PASSWORD ?? '',
    },
  });
  return relay(request);
}
