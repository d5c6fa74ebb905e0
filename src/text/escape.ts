/** Characters that XML 1.0 and HTML forbid: most controls, lone surrogates, the two non-characters of the plane. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as content or as a quoted attribute of XML and HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}

/** Text as text of Markdown (CommonMark and the tables of GitHub); line breaks become spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~&!#]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/:\/\//g, '\\://')
    .replace(/@/g, '&#64;')
    .replace(/www\./gi, (w) => `${w.slice(0, 3)}\\.`);
}
