import type { Texts } from './texts.js';

const notSetUp = 'Laman ini tidak disediakan dengan betul';
const notSetUpText = 'Sila maklumkan kepada pengendali laman ini. Foto anda tidak dihantar.';
const serviceTrouble = 'Perkhidmatan menghadapi masalah';
const serviceTroubleText =
  'Ini bukan kesilapan anda. Foto anda masih disimpan: sila hantar semula sebentar lagi.';
const tellThePage =
  'Ini bukan kesilapan anda. Cuba lagi kemudian, atau maklumkan kepada pengendali laman ini.';
const keptCheckConnection = 'Foto anda masih disimpan. Semak sambungan internet dan hantar semula.';
const checkConnection = 'Semak sambungan internet anda dan cuba lagi.';

export const ms: Texts = {
  'start.title': 'Ambil foto wajah anda',
  'start.text':
    'Kamera akan dibuka dan memberitahu apa yang perlu dibetulkan. Foto diambil secara automatik. Foto itu hanya dihantar bersama kad pengenalan anda untuk mengesahkan identiti anda.',
  'start.text.alone':
    'Kamera akan dibuka dan memberitahu apa yang perlu dibetulkan. Foto diambil secara automatik. Foto itu dihantar untuk memastikan orang sebenar berada di hadapan kamera.',
  'start.button': 'Buka kamera',
  'preparing.camera': 'Membuka kamera',
  'preparing.assets': 'Sedang bersedia',
  'preparing.permission': 'Jika pelayar anda bertanya, benarkan kamera.',
  'holding.line': 'Jangan bergerak',
  'taking.line': 'Mengambil foto',
  'stage.label': 'Gambar kamera',
  'cancel.button': 'Batal',
  'again.button': 'Cuba lagi',
  'stall.text': 'Ini mengambil masa. Sebab utamanya:',
  'stall.shutter': 'Ambil foto sekarang',
  'upload.button': 'Pilih foto',
  'upload.refused': 'Foto ini tidak boleh digunakan.',
  'light.on': 'Terangkan skrin',
  'light.off': 'Matikan cahaya',
  'camera.label': 'Kamera',
  'review.title': 'Adakah foto ini baik?',
  'review.alt': 'Foto anda yang telah diambil',
  'review.use': 'Guna foto ini',
  'review.retake': 'Ambil semula',
  'card.title': 'Foto kad pengenalan anda',
  'card.text':
    'Tunjukkan bahagian hadapan kad pengenalan anda. Seluruh kad mesti kelihatan dalam gambar dan mudah dibaca.',
  'card.camera': 'Guna kamera',
  'card.button': 'Pilih foto',
  'card.busy': 'Foto sedang disemak',
  'card.drop': 'Anda juga boleh seret atau tampal foto di sini.',
  'card.dropping': 'Lepaskan untuk guna foto ini',
  'card.stage': 'Gambar kamera dengan bingkai',
  'card.shutter': 'Ambil foto',
  'card.close': 'Tutup kamera',
  'card.review.title': 'Adakah semuanya boleh dibaca?',
  'card.review.alt': 'Foto kad pengenalan anda',
  'card.another': 'Guna foto lain',
  'card.hint.absent': 'Tunjukkan kad',
  'card.hint.absent.text':
    'Letakkan bahagian hadapan kad di dalam bingkai, dengan keempat-empat tepi kelihatan.',
  'card.hint.absent.passport': 'Tunjukkan halaman foto',
  'card.hint.absent.passport.text':
    'Letakkan halaman yang ada foto di dalam bingkai, dengan keempat-empat tepi kelihatan.',
  'card.hint.far': 'Dekatkan lagi',
  'card.hint.far.text': 'Dekatkan sehingga bingkai dipenuhi.',
  'card.hint.close': 'Jauhkan sedikit',
  'card.hint.close.text': 'Keempat-empat tepi mesti berada di dalam bingkai.',
  'card.hint.tilted': 'Pegang dengan lurus',
  'card.hint.tilted.text': 'Selarikan tepinya dengan bingkai, dan pegang kamera tepat di atasnya.',
  'card.hint.dark': 'Cari tempat lebih terang',
  'card.hint.dark.text': 'Terlalu gelap untuk dibaca. Pergi ke tepi tingkap atau pasang lampu.',
  'card.hint.glare': 'Elakkan pantulan cahaya',
  'card.hint.glare.text': 'Condongkan sedikit, atau jauhkan diri daripada lampu.',
  'card.hint.moving': 'Jangan bergerak',
  'card.hint.moving.text': 'Tetapkan tangan anda, atau letakkannya di atas meja.',
  'card.hint.blurred': 'Belum jelas',
  'card.hint.blurred.text': 'Jangan bergerak sehingga jelas, atau jauhkan sedikit.',
  'card.hint.good': 'Jangan bergerak',
  'card.hint.good.text': 'Foto diambil secara automatik.',
  'card.waiting': 'Menunggu kad pengenalan',
  'card.change': 'Guna foto kad pengenalan lain',
  'card.suspect':
    'Swafoto anda lulus semakan kami, jadi masalahnya mungkin pada foto kad pengenalan. Cuba foto lain jika ini berlaku lagi.',
  'sending.title': 'Menghantar',
  'sending.text': 'Ini mengambil masa beberapa saat.',
  'sending.waiting': 'Telah dihantar. Menunggu jawapan.',
  'sending.retrying': 'Tiada jawapan lagi. Mencuba semula.',
  'sending.offline': 'Anda di luar talian. Ia dihantar apabila sambungan pulih.',
  'done.captured.title': 'Foto telah diambil',
  'done.captured.text': 'Anda boleh teruskan.',
  'done.passed.title': 'Disahkan',
  'done.passed.text': 'Wajah anda sepadan. Anda boleh teruskan.',
  'done.mismatch.title': 'Wajah tidak sepadan',
  'done.mismatch.text':
    'Foto anda tidak cukup serupa dengan foto pada kad pengenalan. Cuba lagi di tempat terang, tanpa cermin mata.',
  'done.spoof.title': 'Kami tidak dapat memastikan anda hadir sendiri',
  'done.spoof.text':
    'Cuba lagi dalam cahaya yang terang dan sekata, jangan bergerak, dan pastikan tiada apa-apa di hadapan wajah anda.',

  'line.FACE_NOT_FOUND': 'Tunjukkan wajah anda',
  'line.TOO_MANY_FACES': 'Seorang sahaja',
  'line.FACE_CROPPED': 'Muatkan seluruh wajah',
  'line.FACE_TOO_CLOSE': 'Undur sedikit',
  'line.FACE_CLOSE_TO_BORDER': 'Gerak ke tengah',
  'line.FACE_TOO_SMALL': 'Dekatkan wajah',
  'line.FACE_ANGLE_TOO_LARGE': 'Pandang tepat ke depan',
  'line.FACE_IS_OCCLUDED': 'Jangan lindungi wajah',
  'line.EYES_CLOSED': 'Buka mata anda',
  'line.IMAGE_TOO_DARK': 'Cari tempat lebih terang',
  'line.IMAGE_TOO_BRIGHT': 'Terlalu terang',
  'line.IMAGE_UNEVEN_LIGHT': 'Hadap ke arah cahaya',
  'line.IMAGE_BACKLIT': 'Cahaya di belakang anda',
  'line.IMAGE_BLURRED': 'Jangan bergerak',
  'line.other': 'Sila cuba lagi',
  'line.closer': 'Dekatkan wajah',
  'line.back': 'Undur sedikit',
  'line.left': 'Gerak ke kiri',
  'line.right': 'Gerak ke kanan',
  'line.up': 'Gerak ke atas sedikit',
  'line.down': 'Gerak ke bawah sedikit',
  'line.turn-left': 'Pusing kepala ke kiri',
  'line.turn-right': 'Pusing kepala ke kanan',
  'line.chin-up': 'Angkat dagu',
  'line.chin-down': 'Turunkan dagu',
  'line.tilt-left': 'Sengetkan kepala ke kiri',
  'line.tilt-right': 'Senget kepala ke kanan',

  'error.INSECURE_CONTEXT': 'Laman ini tidak selamat',
  'error.INSECURE_CONTEXT.text':
    'Pelayar hanya membuka kamera pada laman https. Buka laman ini melalui alamat https.',
  'error.CAMERA_UNSUPPORTED': 'Pelayar ini tidak dapat membuka kamera',
  'error.CAMERA_UNSUPPORTED.text': 'Buka laman ini dalam Chrome, Edge, Firefox atau Safari versi terkini.',
  'error.CAMERA_DENIED': 'Kamera tidak dibenarkan',
  'error.CAMERA_DENIED.text':
    'Benarkan kamera untuk laman ini melalui ikon di sebelah alamat laman. Proses akan diteruskan sendiri.',
  'error.CAMERA_BLOCKED': 'Laman ini tidak boleh menggunakan kamera',
  'error.CAMERA_BLOCKED.text': 'Buka laman ini dalam tab sendiri, atau maklumkan kepada pengendalinya.',
  'error.CAMERA_NOT_FOUND': 'Tiada kamera ditemui',
  'error.CAMERA_NOT_FOUND.text':
    'Sambungkan kamera atau buka laman ini pada telefon. Proses akan diteruskan sendiri.',
  'error.CAMERA_IN_USE': 'Kamera sedang digunakan',
  'error.CAMERA_IN_USE.text': 'Tutup program dan tab lain yang menggunakan kamera, kemudian cuba lagi.',
  'error.CAMERA_LOST': 'Kamera terhenti',
  'error.CAMERA_LOST.text':
    'Pastikan kamera bersambung dan tidak digunakan oleh panggilan, kemudian cuba lagi.',
  'error.CAMERA_TOO_SMALL': 'Gambar kamera ini terlalu kecil',
  'error.CAMERA_TOO_SMALL.text':
    'Sekurang-kurangnya 450 kali 450 piksel diperlukan. Gunakan kamera lain atau telefon.',
  'error.ENGINE_UNAVAILABLE': 'Pelayar ini tidak dapat menyemak foto',
  'error.ENGINE_UNAVAILABLE.text':
    'WebGL tiada. Hidupkan pecutan perkakasan, atau buka laman ini dalam pelayar lain atau pada telefon.',
  'error.ENGINE_FAILED': 'Semakan gambar kamera terhenti',
  'error.ENGINE_FAILED.text': 'Cuba lagi. Jika berulang, tutup tab lain atau mulakan semula pelayar.',
  'error.ASSETS_MISSING': 'Sebahagian laman ini tidak dapat dimuatkan',
  'error.ASSETS_MISSING.text': checkConnection,
  'error.ASSETS_CORRUPT': 'Sebahagian laman ini rosak semasa dimuatkan',
  'error.ASSETS_CORRUPT.text': checkConnection,
  'error.PHOTO_FAILED': 'Foto tidak dapat dihasilkan',
  'error.PHOTO_FAILED.text': 'Sila cuba lagi.',
  'error.CARD_NOT_AN_IMAGE': 'Fail ini bukan foto',
  'error.CARD_NOT_AN_IMAGE.text': 'Pilih gambar kad pengenalan dalam bentuk JPEG atau PNG.',
  'error.CARD_HEIC': 'Jenis foto ini tidak dapat dibaca di sini',
  'error.CARD_HEIC.text':
    'Ini fail HEIC. Ambil semula foto sebagai JPEG (pada iPhone: Tetapan, Kamera, Format, Paling Serasi).',
  'error.CARD_CORRUPT': 'Foto ini rosak',
  'error.CARD_CORRUPT.text': 'Pilih foto kad pengenalan yang lain.',
  'error.CARD_TOO_LARGE': 'Foto ini terlalu besar',
  'error.CARD_TOO_LARGE.text': 'Pilih foto kad pengenalan yang lebih kecil.',
  'error.CARD_TOO_SMALL': 'Foto ini terlalu kecil',
  'error.CARD_TOO_SMALL.text':
    'Foto perlu sekurang-kurangnya 450 kali 450 piksel. Pilih foto kad pengenalan yang lain.',
  'error.ENDPOINT_INVALID': notSetUp,
  'error.ENDPOINT_INVALID.text': notSetUpText,
  'error.ENDPOINT_UNREACHABLE': 'Tiada sambungan',
  'error.ENDPOINT_UNREACHABLE.text': keptCheckConnection,
  'error.ENDPOINT_TIMEOUT': 'Tiada jawapan diterima',
  'error.ENDPOINT_TIMEOUT.text': keptCheckConnection,
  'error.ENDPOINT_FAILED': serviceTrouble,
  'error.ENDPOINT_FAILED.text': serviceTroubleText,
  'error.RESPONSE_UNREADABLE': serviceTrouble,
  'error.RESPONSE_UNREADABLE.text': serviceTroubleText,
  'error.RESPONSE_UNKNOWN': serviceTrouble,
  'error.RESPONSE_UNKNOWN.text': serviceTroubleText,
  'error.SENDING_CANCELLED': 'Penghantaran dihentikan',
  'error.SENDING_CANCELLED.text': keptCheckConnection,
  'error.SERVER_REFUSED': 'Perkhidmatan tidak dapat menyemak foto anda',
  'error.SERVER_REFUSED.text': tellThePage,
  'error.DIALECT_UNSUPPORTED': notSetUp,
  'error.DIALECT_UNSUPPORTED.text': notSetUpText,
  'error.REQUEST_INCOMPLETE': notSetUp,
  'error.REQUEST_INCOMPLETE.text': notSetUpText,
  'error.host': 'Perkhidmatan tidak dapat menyemak foto buat masa ini',
  'error.host.text': tellThePage,
  'error.refused': 'Foto tidak diterima',
  'error.send': 'Hantar semula',
  'error.retake': 'Ambil foto baharu',

  'sentence.FACE_NOT_FOUND': 'Wajah tidak dikesan. Sila pastikan wajah anda berada dalam bingkai kamera.',
  'sentence.TOO_MANY_FACES':
    'Terdapat lebih daripada satu wajah di hadapan kamera. Sila pastikan hanya ada satu wajah.',
  'sentence.FACE_CROPPED':
    'Sebahagian wajah berada di luar bingkai. Sila pastikan seluruh wajah anda berada di dalam bingkai, di bahagian tengah.',
  'sentence.FACE_TOO_CLOSE': 'Wajah terlalu dekat dengan kamera. Sila jauhkan wajah anda daripada kamera.',
  'sentence.FACE_CLOSE_TO_BORDER':
    'Wajah terlalu dekat atau tersasar dari tengah kamera. Sila jauhkan wajah anda sedikit dan letakkannya di tengah.',
  'sentence.FACE_TOO_SMALL.absolute':
    'Wajah terlalu jauh dari kamera. Sila dekatkan wajah anda kepada kamera.',
  'sentence.FACE_TOO_SMALL.interpupillary':
    'Wajah tidak cukup besar untuk disemak. Jarak yang jauh menyebabkan kedua-dua mata kelihatan terlalu rapat. Sila dekatkan diri kepada kamera.',
  'sentence.FACE_TOO_SMALL.relative':
    'Wajah terlalu kecil untuk dikesan, di bawah saiz minimum. Sila dekatkan wajah anda kepada kamera.',
  'sentence.FACE_ANGLE_TOO_LARGE':
    'Wajah tidak menghadap kamera. Sila luruskan wajah anda supaya menghadap kamera.',
  'sentence.FACE_IS_OCCLUDED':
    'Sebahagian wajah terlindung oleh objek. Sila pastikan wajah anda bebas daripada pelitup muka atau objek lain.',
  'sentence.EYES_CLOSED': 'Mata tertutup. Sila buka kedua-dua mata dan pandang ke arah kamera.',
  'sentence.IMAGE_TOO_DARK': 'Gambar terlalu gelap. Sila pasang lampu atau hadap ke tingkap.',
  'sentence.IMAGE_TOO_BRIGHT': 'Gambar terlalu terang. Sila jauhi cahaya yang kuat.',
  'sentence.IMAGE_UNEVEN_LIGHT':
    'Satu bahagian wajah jauh lebih gelap daripada bahagian yang lain. Sila berpusing supaya cahaya mengenai seluruh wajah anda.',
  'sentence.IMAGE_BACKLIT':
    'Cahaya datang dari belakang anda. Sila berpusing supaya cahaya mengenai wajah anda.',
  'sentence.IMAGE_BLURRED': 'Gambar kabur. Sila jangan bergerak dan pastikan lensa kamera bersih.',
  'sentence.PAYLOAD_TOO_LARGE':
    'Gambar yang dihantar terlalu besar. Sila pastikan saiznya dalam had yang dibenarkan.',
  'sentence.MISSING_ARGUMENTS': 'Gambar tiada dalam permintaan. Sila pastikan gambar dihantar.',
  'sentence.Data field is compulsory.': 'Sila semak maklumat yang dihantar dan cuba lagi.',
};
