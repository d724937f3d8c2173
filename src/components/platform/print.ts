/** Opens the browser's print dialog. */
export const printPage = () => window.print();
