/** For whoever finds the stick or opens it on a computer. Says nothing about anybody. */
export const READ_ME = [
  'Berkas di folder ini milik mesin layanan Pos Migran. Isinya terkunci.',
  'Jika menemukan flashdisk ini, serahkan ke petugas kantor pos.',
  'Petugas: bawa ke pusat, atau kirim dengan perintah "stick send". Jangan ubah nama berkas.',
  '',
  'The files in this folder belong to a Pos Migran kiosk. Their content is sealed.',
  'If you found this stick, please hand it to the staff of a post office.',
  'Staff: take it to the hub, or send it with the command "stick send". Do not rename files.',
  '',
].join('\r\n');
