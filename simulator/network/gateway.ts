import type { Socket } from 'node:net';

const PAGE = `<!doctype html><html lang="id"><head><title>Wi-Fi Contoh</title></head>
<body><h1>Selamat datang di Wi-Fi Contoh</h1><p>Tekan Masuk untuk memakai internet.</p></body></html>\n`;

/** Answers whatever is asked as the sign-in page of a lobby's Wi-Fi does: 200 and HTML, for every method and path. */
export function answerAsGateway(socket: Socket): void {
  let head = '';
  let bodyLeft = -1;

  function answer(): void {
    socket.write(
      'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n' +
        `Content-Length: ${Buffer.byteLength(PAGE)}\r\n\r\n${PAGE}`,
    );
  }

  socket.on('data', (chunk: Buffer) => {
    let rest = chunk.toString('latin1');
    while (rest !== '') {
      if (bodyLeft > 0) {
        const taken = Math.min(bodyLeft, rest.length);
        bodyLeft -= taken;
        rest = rest.slice(taken);
      } else {
        head += rest;
        rest = '';
        const end = head.indexOf('\r\n\r\n');
        if (end === -1) return;
        bodyLeft = Number(/^content-length: *(\d+)/im.exec(head.slice(0, end))?.[1] ?? 0);
        rest = head.slice(end + 4);
        head = '';
      }
      if (bodyLeft === 0) {
        bodyLeft = -1;
        answer();
      }
    }
  });
  socket.on('end', () => socket.end());
}
