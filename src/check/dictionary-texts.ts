import ST_CHARACTERS from 'opencc-js/dict/STCharacters';
import ST_PHRASES from 'opencc-js/dict/STPhrases';
import TS_CHARACTERS from 'opencc-js/dict/TSCharacters';
import TW_VARIANTS from 'opencc-js/dict/TWVariants';

/**
 * The texts of the dictionaries, a megabyte. In the program as built they stand in a file of their own, read at the first
 * word that has to be compared across scripts (.ci/bundle.js puts that in the place of this module).
 */
export function dictionaryTexts(): Readonly<
  Record<'stCharacters' | 'stPhrases' | 'tsCharacters' | 'twVariants', string>
> {
  return {
    stCharacters: ST_CHARACTERS,
    stPhrases: ST_PHRASES,
    tsCharacters: TS_CHARACTERS,
    twVariants: TW_VARIANTS,
  };
}
