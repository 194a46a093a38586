import type { CameraChoice } from '../core/camera-label.js';

/** Lists the cameras of this machine; without labels before a permission was given. */
export async function listCameras(): Promise<readonly CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}
