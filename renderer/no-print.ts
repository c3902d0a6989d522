/** Paper comes from the receipt printer alone; a print dialog of the browser would hold the page until somebody closes it. */
Object.defineProperty(window, 'print', { value: () => {}, writable: false, configurable: false });
