import { z } from 'zod';

/** The page's policy forbids code from strings; zod would try, fail, and leave a line in the console. */
z.config({ jitless: true });
