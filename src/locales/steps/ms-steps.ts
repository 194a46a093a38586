import type { StepTexts } from './step-texts.js';

export const msSteps: StepTexts = {
  'step.site.sign': 'Tekan ikon di sebelah kiri alamat laman.',
  'step.site.camera': 'Cari “Kamera” di situ, kemudian hidupkan atau pilih “Benarkan”.',
  'step.firefox.sign': 'Tekan ikon kamera yang dipangkah di sebelah alamat laman.',
  'step.firefox.clear': 'Tekan tanda × di sebelah kamera yang disekat.',
  'step.safari.menu': 'Di bar menu, buka “Safari” dan kemudian “Tetapan” untuk laman ini.',
  'step.safari.camera': 'Di sebelah “Kamera”, pilih “Benarkan”.',
  'step.ios.menu': 'Tekan ikon di sebelah alamat laman, kemudian “Tetapan Laman Web”.',
  'step.ios.app': 'Buka “Tetapan” peranti, cari pelayar ini antara aplikasi, dan hidupkan “Kamera”.',
  'step.app.menu': 'Anda berada dalam aplikasi lain. Buka menunya: tiga titik atau ikon kongsi.',
  'step.app.browser': 'Pilih untuk membuka laman ini dalam pelayar anda.',
  'step.system.windows':
    'Buka tetapan Windows, “Privasi & keselamatan”, “Kamera”, dan benarkan untuk pelayar anda.',
  'step.system.mac':
    'Buka tetapan sistem, “Privasi & Keselamatan”, “Kamera”, dan hidupkan untuk pelayar anda.',
  'step.system.android': 'Buka tetapan telefon, “Aplikasi”, pelayar anda, “Kebenaran”, dan benarkan kamera.',
  'step.again': 'Kembali ke sini. Proses akan diteruskan sendiri.',
  'step.reload': 'Jika tiada apa-apa berlaku, muat semula laman ini.',
  'step.close': 'Tutup aplikasi, tab dan panggilan video lain yang menggunakan kamera.',
  'step.restart': 'Jika masih tidak berjaya, mulakan semula peranti.',
  'step.connected': 'Pastikan kamera telah disambungkan.',
  'step.cover': 'Buka penutup kamera, atau tekan kekunci kamera pada papan kekunci.',
  'step.phone': 'Atau buka laman ini pada telefon.',
  'step.https': 'Letakkan https:// di hadapan alamat laman, dan buka semula.',
  'step.tab': 'Buka laman ini dalam tab sendiri.',
};
