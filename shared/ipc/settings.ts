import { z } from 'zod';

/** What belongs to this PC and its user; records of the work never stand here. */
export const settingsSchema = z.object({
  /** The prefecture's code, 01–47 (JIS X 0401); empty until the first start is done. */
  prefecture: z
    .string()
    .regex(/^(0[1-9]|[1-3][0-9]|4[0-7])?$/)
    .catch(''),
  /** 課・班 */
  section: z.string().max(200).catch(''),
  /** The user's own name: the author of every frame written on this PC. */
  userName: z.string().max(200).catch(''),
  /** Stands beside the name in each frame; another name is another author. */
  userId: z
    .string()
    .regex(/^(?:[0-9a-f]{12})?$/)
    .catch(''),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const settingsPatch = z
  .object({
    prefecture: z.string().regex(/^(0[1-9]|[1-3][0-9]|4[0-7])$/),
    section: z.string().max(200),
    userName: z.string().max(200),
  })
  .partial();

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
