import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { sensitivityOf, type VariantStance } from '../../domain/stances/sensitivity.js';
import type { SensitivityView, VariantView } from './analysis-views.js';
import type { BasisAsked } from './basis.js';
import { type CellId, Questions } from './questions.js';

export class GetSensitivity extends Query<SensitivityView> {
  constructor(
    readonly cell: CellId,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetSensitivity)
export class GetSensitivityHandler implements IQueryHandler<GetSensitivity> {
  constructor(private readonly questions: Questions) {}

  async execute({ cell: id, basis }: GetSensitivity): Promise<SensitivityView> {
    this.questions.assertCell(id);
    const question = await this.questions.open(basis);
    const { cell, withdrawals, lens } = this.questions.cell(question, id);
    const { robust, variants } = sensitivityOf(cell, withdrawals, lens);
    return {
      ...id,
      robust,
      variants: variants.map(variantViewOf),
      basis: this.questions.basisOf(question, lens.halfLifeDays),
    };
  }
}

function variantViewOf({ variant, model, halfLifeDays, stance }: VariantStance): VariantView {
  const { name, version, decays } = model;
  const { status, mixed, score, band, strength } = stance;
  const asked = { name, version, halfLifeDays: decays ? halfLifeDays : null };
  return { variant, model: asked, status, mixed, score, band, strength };
}
