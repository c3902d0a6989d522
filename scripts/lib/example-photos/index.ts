import { bambooBag, languageLessons, sewing, soap, wovenCloser, wovenCloth } from './craft.ts';
import { coffee, coffeeBeans, herbalDrink, saltedEggs } from './food.ts';
import { vegetables } from './garden.ts';
import type { Painter } from './painter.ts';
import { bananaChips, palmSugar, sambal } from './snacks.ts';

/** The pictures of the example products, by file name without its ending. */
export const EXAMPLE_PHOTOS: Readonly<Record<string, (painter: Painter) => void>> = {
  'contoh-kopi': coffee,
  'contoh-kopi-biji': coffeeBeans,
  'contoh-telur-asin': saltedEggs,
  'contoh-jamu': herbalDrink,
  'contoh-tenun': wovenCloth,
  'contoh-tenun-dekat': wovenCloser,
  'contoh-keripik-pisang': bananaChips,
  'contoh-sambal': sambal,
  'contoh-gula-aren': palmSugar,
  'contoh-sabun': soap,
  'contoh-tas-bambu': bambooBag,
  'contoh-jahit': sewing,
  'contoh-kursus-bahasa': languageLessons,
  'contoh-sayur': vegetables,
};
