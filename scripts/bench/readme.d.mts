type Measured = {
  readonly id: string;
  readonly what: string;
  readonly value: number | null;
  readonly unit: string;
  readonly goal: number | null;
  readonly holds: boolean | null;
};

export const BEGIN: string;
export const END: string;
export const updateReadme: (
  text: string,
  update: {
    readonly measured: readonly Measured[];
    readonly known: readonly {
      readonly id: string;
      readonly what: string;
      readonly goal?: number;
    }[];
    readonly run: string;
  },
) => string;
