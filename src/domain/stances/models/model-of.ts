import type { StanceModel } from './stance-model.js';

/** The model of this name and version; refuses others, naming what is allowed. */
export declare function modelOf(name: string, version: number): StanceModel;
