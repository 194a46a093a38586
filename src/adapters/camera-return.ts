/**
 * Calls back when a camera that could not be had may be had now: the permission was changed, a device was plugged in,
 * or the person came back to the page (an application that held the camera may be closed by then).
 */
export function onCameraReturn(callback: () => void, signal: AbortSignal): void {
  const { mediaDevices, permissions } = navigator as Partial<Navigator>;
  mediaDevices?.addEventListener('devicechange', callback, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') callback();
    },
    { signal },
  );
  permissions?.query({ name: 'camera' as PermissionName }).then(
    (status) => {
      if (signal.aborted) return;
      status.addEventListener(
        'change',
        () => {
          if (status.state !== 'denied') callback();
        },
        { signal },
      );
    },
    // Firefox before 131 does not know the name `camera`: the other two ways remain.
    () => undefined,
  );
}
