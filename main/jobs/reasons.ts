/**
 * Every code by which a job waits, needs a person or was refused, in words for the people of the office.
 * Plain Indonesian first; English complete. Codes are for machines, these sentences are what a person reads.
 */
export interface Reason {
  id: string;
  en: string;
}

const reasons = {
  'job.interrupted': {
    id: 'Mesin mati saat pekerjaan ini berjalan. Akan dicoba lagi sendiri.',
    en: 'The machine stopped during this job. It tries again by itself.',
  },
  'job.timed-out': {
    id: 'Pekerjaan ini terlalu lama. Akan dicoba lagi sendiri.',
    en: 'This job took too long. It tries again by itself.',
  },
  'job.failed': {
    id: 'Ada kesalahan di dalam mesin. Akan dicoba lagi sendiri. Jika terus terjadi, hubungi teknisi.',
    en: 'Something went wrong inside the machine. It tries again by itself. If it goes on, call the technician.',
  },
  'job.unreadable': {
    id: 'Catatan pekerjaan ini rusak dan tidak dapat dibaca. Hubungi teknisi.',
    en: 'The note of this job is damaged and cannot be read. Call the technician.',
  },
  'link.offline': {
    id: 'Tidak ada jaringan ke pusat. Akan dikirim sendiri saat jaringan kembali.',
    en: 'There is no connection to the hub. It is sent by itself when the connection is back.',
  },
  'link.timed-out': {
    id: 'Pusat tidak menjawab tepat waktu. Akan dikirim lagi sendiri.',
    en: 'The hub did not answer in time. It is sent again by itself.',
  },
  'link.cut': {
    id: 'Jaringan terputus saat mengirim. Akan dikirim lagi sendiri.',
    en: 'The connection was cut while sending. It is sent again by itself.',
  },
  'link.gateway': {
    id: 'Jaringan meminta masuk lewat halaman lain, misalnya halaman Wi-Fi. Hubungi teknisi jaringan.',
    en: 'The network answers with a page of its own, such as a Wi-Fi sign-in page. Call the network technician.',
  },
  'hub.trouble': {
    id: 'Pusat sedang bermasalah. Akan dikirim lagi sendiri.',
    en: 'The hub is in trouble. It is sent again by itself.',
  },
  'hub.busy': {
    id: 'Pusat sedang sibuk dan meminta kami menunggu. Akan dikirim lagi sendiri.',
    en: 'The hub is busy and asked us to wait. It is sent again by itself.',
  },
  'hub.not-admitted': {
    id: 'Pusat tidak menerima mesin ini. Hubungi teknisi untuk memeriksa pendaftaran mesin.',
    en: 'The hub does not admit this machine. Call the technician to check its enrolment.',
  },
  'hub.revoked': {
    id: 'Pusat sudah mencabut mesin ini. Yang menunggu tetap aman di sini. Teknisi perlu mendaftarkan ulang mesin.',
    en: 'The hub has revoked this machine. What waits is safe here. A technician must enrol the machine again.',
  },
  'hub.bad-request': {
    id: 'Pusat tidak mengerti kiriman ini. Hubungi teknisi.',
    en: 'The hub does not understand what was sent. Call the technician.',
  },
  'hub.too-large': {
    id: 'Kiriman ini terlalu besar untuk pusat. Hubungi teknisi.',
    en: 'This is too large for the hub. Call the technician.',
  },
  'hub.encoding': {
    id: 'Pusat tidak dapat membuka kiriman yang dipadatkan. Akan dikirim lagi tanpa dipadatkan.',
    en: 'The hub cannot open compressed data. It is sent again uncompressed.',
  },
  'sync.stuck': {
    id: 'Pengiriman berhenti di tengah jalan. Akan dimulai lagi sendiri.',
    en: 'Sending came to a halt. It starts again by itself.',
  },
  'sync.stopped': {
    id: 'Pengiriman dihentikan. Akan dilanjutkan sendiri.',
    en: 'Sending was stopped. It goes on by itself.',
  },
  'record.not-answered': {
    id: 'Pusat belum menyebut catatan ini dalam jawabannya. Akan dikirim lagi sendiri.',
    en: 'The hub has not named this record in its answer. It is sent again by itself.',
  },
  'attachment.missing': {
    id: 'Foto yang harus dikirim tidak ada di mesin ini. Hubungi teknisi.',
    en: 'The photo to be sent is not on this machine. Call the technician.',
  },
  'attachment.not-stored': {
    id: 'Pusat belum menyimpan foto ini. Akan dikirim lagi sendiri.',
    en: 'The hub has not stored this photo yet. It is sent again by itself.',
  },
  'attachment.next-hour': {
    id: 'Jatah kirim foto untuk jam ini sudah habis. Foto ini dilanjutkan sendiri pada jam berikutnya.',
    en: 'This hour’s allowance for photos is used up. The photo goes on by itself in the next hour.',
  },
  'attachment.unexpected': {
    id: 'Pusat tidak mengenal foto ini sebagai bagian dari tiket. Hubungi teknisi.',
    en: 'The hub does not know this photo as part of a ticket. Call the technician.',
  },
  'record.missing': {
    id: 'Catatan yang harus dikirim tidak ada di mesin ini. Hubungi teknisi.',
    en: 'The record to be sent is not on this machine. Call the technician.',
  },
  'record.unreadable': {
    id: 'Catatan ini rusak di mesin dan tidak dapat dikirim. Hubungi teknisi.',
    en: 'This record is damaged on the machine and cannot be sent. Call the technician.',
  },
  'record.too-large': {
    id: 'Catatan ini terlalu besar untuk dikirim lewat jaringan. Hubungi teknisi.',
    en: 'This record is too large to be sent over the network. Call the technician.',
  },
  'record.hub-fails': {
    id: 'Pusat gagal setiap kali menerima catatan ini. Dicoba lagi sendiri; catatan lain tetap dikirim.',
    en: 'The hub fails each time it gets this record. It is tried again; other records are sent all the same.',
  },
  'push.malformed': {
    id: 'Pusat menolak catatan ini karena bentuknya tidak benar. Hubungi teknisi.',
    en: 'The hub refused this record because its form is wrong. Call the technician.',
  },
  'push.unknown-kind': {
    id: 'Pusat belum mengenal jenis catatan ini. Kirim lagi setelah pusat diperbarui.',
    en: 'The hub does not know this kind of record yet. Send it again after the hub is updated.',
  },
  'push.foreign-kiosk': {
    id: 'Nomor tiket ini milik mesin lain. Pusat menolaknya. Hubungi teknisi.',
    en: 'This ticket number belongs to another machine. The hub refused it. Call the technician.',
  },
  'push.sealed-damaged': {
    id: 'Isi catatan ini rusak sebelum sampai di pusat. Hubungi teknisi.',
    en: 'The content of this record was damaged before it reached the hub. Call the technician.',
  },
  'push.not-sealed': {
    id: 'Isi catatan ini tidak terkunci. Pusat tidak menerimanya. Hubungi teknisi.',
    en: 'The content of this record is not sealed. The hub does not take it. Call the technician.',
  },
  'push.ticket-taken': {
    id: 'Nomor tiket ini sudah dipakai catatan lain. Hubungi teknisi.',
    en: 'This ticket number is already used by another record. Call the technician.',
  },
  'push.changed': {
    id: 'Pusat sudah punya catatan ini dengan isi yang berbeda. Hubungi teknisi.',
    en: 'The hub already has this record with other content. Call the technician.',
  },
  'push.hub-failed': {
    id: 'Pusat gagal menyimpan catatan ini. Akan dikirim lagi sendiri.',
    en: 'The hub failed to store this record. It is sent again by itself.',
  },
  'update.none-staged': {
    id: 'Belum ada versi baru yang siap dipasang.',
    en: 'No new version is ready to be put in place.',
  },
  'update.printing': {
    id: 'Printer sedang mencetak. Ulangi sebentar lagi.',
    en: 'A slip is being printed. Repeat it in a moment.',
  },
  'update.in-use': {
    id: 'Kios sedang dipakai orang. Ulangi setelah layarnya kembali ke awal.',
    en: 'Somebody is using the kiosk. Repeat it when its first screen is back.',
  },
  'update.restore-first': {
    id: 'Cadangan sedang menunggu nyala ulang. Nyalakan ulang dulu, lalu ulangi.',
    en: 'A copy waits for a restart. Restart first, then repeat.',
  },
  'slip.retry': {
    id: 'Printer belum siap. Karcis dicoba lagi sendiri sebentar lagi.',
    en: 'The printer is not ready. The slip is tried again by itself in a moment.',
  },
} as const satisfies Record<string, Reason>;

/** Codes that the kiosk itself gives. The hub may give others. */
export type ReasonCode = keyof typeof reasons;

/** The sentence for a code. A code that this version does not know, as of a newer hub, is shown as it is. */
export function reasonFor(code: string): Reason {
  if (isKnown(code)) return reasons[code];
  return {
    id: `Pusat memberi alasan dengan kode "${code}". Hubungi teknisi.`,
    en: `The hub gave a reason with the code "${code}". Call the technician.`,
  };
}

export function isKnown(code: string): code is ReasonCode {
  return Object.hasOwn(reasons, code);
}
