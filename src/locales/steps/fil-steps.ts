import type { StepTexts } from './step-texts.js';

export const filSteps: StepTexts = {
  'step.site.sign': 'Pindutin ang icon sa kaliwa ng address ng page.',
  'step.site.camera': 'Hanapin doon ang “Camera”, at i-on ito o piliin ang “Payagan”.',
  'step.firefox.sign': 'Pindutin ang icon ng camera na may guhit sa tabi ng address ng page.',
  'step.firefox.clear': 'Pindutin ang × sa tabi ng na-block na camera.',
  'step.safari.menu': 'Sa menu bar, buksan ang “Safari” at pagkatapos ang “Settings” para sa website na ito.',
  'step.safari.camera': 'Sa tabi ng “Camera”, piliin ang “Payagan”.',
  'step.ios.menu': 'Pindutin ang icon sa tabi ng address ng page, pagkatapos ang “Website Settings”.',
  'step.ios.app':
    'Buksan ang “Settings” ng device, hanapin ang browser na ito sa mga app, at i-on ang “Camera”.',
  'step.app.menu':
    'Nasa loob ka ng ibang app. Buksan ang menu nito: tatlong tuldok o ang icon ng pagbabahagi.',
  'step.app.browser': 'Piliing buksan ang page na ito sa iyong browser.',
  'step.system.windows':
    'Buksan ang settings ng Windows, “Privacy & security”, “Camera”, at payagan ito para sa iyong browser.',
  'step.system.mac': 'Buksan ang system settings, “Privacy & Security”, “Camera”, at i-on ang iyong browser.',
  'step.system.android':
    'Buksan ang settings ng telepono, “Apps”, ang iyong browser, “Permissions”, at payagan ang camera.',
  'step.again': 'Bumalik dito. Kusa itong magpapatuloy.',
  'step.reload': 'Kung walang mangyari, i-load muli ang page na ito.',
  'step.close': 'Isara ang ibang app, tab at video call na gumagamit ng camera.',
  'step.restart': 'Kung hindi pa rin, i-restart ang device.',
  'step.connected': 'Tiyaking nakasaksak ang camera.',
  'step.cover': 'Buksan ang takip ng camera, o pindutin ang camera key sa keyboard.',
  'step.phone': 'O buksan ang page na ito sa telepono.',
  'step.https': 'Ilagay ang https:// bago ang address ng page, at buksan itong muli.',
  'step.tab': 'Buksan ang page na ito sa sarili nitong tab.',
};
