/** What −1 and +1 mean; never changed once framed. */
export interface Axis {
  readonly negative: string;
  readonly positive: string;
}

/** A named part [from, to) of the axis; the last band includes its end. */
export interface Band {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** An example that fixes what a value on the axis stands for, so that two coders agree. */
export interface Anchor {
  readonly value: number;
  readonly example: string;
}

export interface IssueContent {
  readonly title: string;
  readonly question: string;
  readonly axis: Axis;
  readonly bands: readonly Band[];
  readonly anchors: readonly Anchor[];
  readonly halfLifeDays: number;
  readonly replaces: string | null;
}
