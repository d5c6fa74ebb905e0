/** The version of the engine; a test holds it equal to package.json. */
export const VERSION = '0.1.0';

declare const ZHUNSHENG_BUILD: string | undefined;

/** Fingerprint of the code that was built (.ci/build-hash.js), so that what another build has stored is not used. */
export const BUILD: string = typeof ZHUNSHENG_BUILD === 'string' ? ZHUNSHENG_BUILD : 'unbuilt';
