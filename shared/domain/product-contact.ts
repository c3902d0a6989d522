/**
 * The address that opens a chat with a maker, for a QR. `phone` is E.164 (`+628…`), `text` what stands in the chat
 * beforehand: never anything of the visitor.
 */
export function whatsappAddress(phone: string, text: string): string {
  return `https://wa.me/${phone.replace(/^\+/, '')}?text=${encodeURIComponent(text)}`;
}
