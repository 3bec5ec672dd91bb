/**
 * zod compiles its schemas where it may. Whether it may, it finds out by trying, and the page's content security policy
 * counts the attempt as a violation. Imported before the schemas: they ask when they are made.
 */
import * as z from 'zod'

z.config({ jitless: true })
