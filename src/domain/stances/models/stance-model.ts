/** stub, see below */
export interface StanceModel {
  readonly name: string;
  readonly version: number;
  /** Whether halfLifeDays has an effect. */
  readonly decays: boolean;
}
