/** Types of launch.mjs for the tests, which are TypeScript. */
export type Runtime = {
  readonly source: 'override' | 'official' | 'stand-in';
  readonly directory: string;
  readonly executable: string;
  readonly version: string;
};
export type LaunchWishes = {
  readonly dataDir: string;
  readonly packaged?: boolean;
  readonly executable?: string;
  readonly appPath?: string;
  readonly unhindered?: boolean;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};
export type LaunchOptions = {
  readonly cwd: string;
  readonly env: { [name: string]: string };
  readonly executablePath?: string;
  readonly args: string[];
};
export declare function findRuntime(): Runtime;
export declare function describeRuntime(runtime: Runtime): string;
export declare function startDisplay(): Promise<{ readonly stop: () => void }>;
export declare function withDisplay<T>(task: () => Promise<T>): Promise<T>;
export declare function sandboxSwitches(): string[];
export declare const PACKAGE_FOLDER: string;
export declare function packagedExecutable(folder?: string): string;
export declare function launchOptions(wishes: LaunchWishes): LaunchOptions;
