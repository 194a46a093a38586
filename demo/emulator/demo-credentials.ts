/** Made up for this emulator; no Innov8tif system has ever issued any of them. */
export const DEMO_JOURNEY_ID = '00000000-demo-4000-8000-okayface0001';
export const DEMO_API_KEY = 'demo-key-for-the-emulator-only';
export const DEMO_ACCOUNT = { username: 'demo-user', password: 'demo-password' } as const;
