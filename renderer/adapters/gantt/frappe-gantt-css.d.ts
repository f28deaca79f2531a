/** Vite's name for the library's style, which its package does not export. */
declare module 'frappe-gantt.css';
