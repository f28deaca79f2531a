import { parseArgs } from 'node:util';

/**
 * What a command was given after `--`. An option that there is not ends it, before it does what nobody asked for.
 * @template {import('node:util').ParseArgsConfig['options']} O
 * @param {O} options as `parseArgs` takes them
 */
export function optionsOf(options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const names = Object.entries(options).map(([name, { type }]) =>
      type === 'boolean' ? `--${name}` : `--${name} …`,
    );
    console.error(`${error.message}\nOptions: ${names.join(', ')}`);
    process.exit(2);
  }
}
