import type { StepTexts } from './step-texts.js';

export const idSteps: StepTexts = {
  'step.site.sign': 'Tekan ikon di sebelah kiri alamat halaman.',
  'step.site.camera': 'Cari “Kamera” di sana, lalu aktifkan atau pilih “Izinkan”.',
  'step.firefox.sign': 'Tekan ikon kamera yang dicoret di samping alamat halaman.',
  'step.firefox.clear': 'Tekan tanda × di samping kamera yang diblokir.',
  'step.safari.menu': 'Di bilah menu, buka “Safari” lalu “Pengaturan” untuk situs ini.',
  'step.safari.camera': 'Di samping “Kamera”, pilih “Izinkan”.',
  'step.ios.menu': 'Tekan ikon di samping alamat halaman, lalu “Pengaturan Situs Web”.',
  'step.ios.app': 'Buka “Pengaturan” perangkat, cari browser ini di daftar aplikasi, lalu aktifkan “Kamera”.',
  'step.app.menu': 'Anda berada di dalam aplikasi lain. Buka menunya: tiga titik atau ikon bagikan.',
  'step.app.browser': 'Pilih untuk membuka halaman ini di browser Anda.',
  'step.system.windows':
    'Buka pengaturan Windows, “Privasi & keamanan”, “Kamera”, lalu izinkan untuk browser Anda.',
  'step.system.mac': 'Buka pengaturan sistem, “Privasi & Keamanan”, “Kamera”, lalu aktifkan browser Anda.',
  'step.system.android': 'Buka pengaturan ponsel, “Aplikasi”, browser Anda, “Izin”, lalu izinkan kamera.',
  'step.again': 'Kembali ke sini. Proses akan berlanjut sendiri.',
  'step.reload': 'Jika tidak terjadi apa-apa, muat ulang halaman ini.',
  'step.close': 'Tutup aplikasi, tab, dan panggilan video lain yang memakai kamera.',
  'step.restart': 'Jika belum berhasil, mulai ulang perangkat.',
  'step.connected': 'Pastikan kamera sudah tersambung.',
  'step.cover': 'Buka penutup kamera, atau tekan tombol kamera pada papan ketik.',
  'step.phone': 'Atau buka halaman ini di ponsel.',
  'step.https': 'Tambahkan https:// di depan alamat halaman, lalu buka lagi.',
  'step.tab': 'Buka halaman ini di tab tersendiri.',
};
