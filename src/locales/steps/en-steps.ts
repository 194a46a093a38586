import type { StepTexts } from './step-texts.js';

export const enSteps: StepTexts = {
  'step.site.sign': 'Press the sign at the left of the page’s address.',
  'step.site.camera': 'Find “Camera” there, and switch it on or choose “Allow”.',
  'step.firefox.sign': 'Press the crossed-out camera beside the page’s address.',
  'step.firefox.clear': 'Press the × beside the blocked camera.',
  'step.safari.menu': 'In the menu bar, open “Safari” and then “Settings” for this website.',
  'step.safari.camera': 'Beside “Camera”, choose “Allow”.',
  'step.ios.menu': 'Press the sign beside the page’s address, then “Website Settings”.',
  'step.ios.app':
    'Open the “Settings” of the device, find this browser among the apps, and switch on “Camera”.',
  'step.app.menu': 'You are inside another app. Open its menu: three dots or the share sign.',
  'step.app.browser': 'Choose to open the page in your browser.',
  'step.system.windows':
    'Open the Windows settings, “Privacy & security”, “Camera”, and allow it for your browser.',
  'step.system.mac': 'Open the system settings, “Privacy & Security”, “Camera”, and switch on your browser.',
  'step.system.android':
    'Open the phone’s settings, “Apps”, your browser, “Permissions”, and allow the camera.',
  'step.again': 'Come back here. It goes on by itself.',
  'step.reload': 'If nothing happens, load this page again.',
  'step.close': 'Close other apps, tabs and video calls that use the camera.',
  'step.restart': 'If that does not help, restart the device.',
  'step.connected': 'Check that the camera is plugged in.',
  'step.cover': 'Open its cover, or press the camera key of the keyboard.',
  'step.phone': 'Or open this page on a phone.',
  'step.https': 'Put https:// before the page’s address, and open it again.',
  'step.tab': 'Open this page in a tab of its own.',
};
