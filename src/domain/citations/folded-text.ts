/** A text made comparable; code unit i of it stands for the original's code units `starts[i]` until `ends[i]`. */
export interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}
