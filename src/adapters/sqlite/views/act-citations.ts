/** The issue that a withdrawal is on beside its own: that of whatever it withdraws. */
export const anyIssue = 0;

const ofCell = `act_issues.issue IN (?, ${String(anyIssue)}) AND act_issues.party = ? AND act_issues.sequence <= ?`;

/** By issue, party and K: acts of which some version is on it, or is a withdrawal. */
export const actsOfCell = `SELECT DISTINCT act AS number FROM act_issues WHERE ${ofCell} ORDER BY act`;

/** By issue, party and K: what each version of these acts cites, version by version. */
export const citationsOfCell = `
  SELECT act_issues.act AS act, act_issues.sequence AS version, act_sources.source AS source
    FROM act_issues JOIN act_sources ON act_sources.sequence = act_issues.sequence
    WHERE ${ofCell} ORDER BY act_issues.sequence`;

/** By source, an instant and K. */
export const citingCells = `
  SELECT DISTINCT act_issues.party AS party, act_issues.issue AS issue
    FROM act_sources JOIN act_issues ON act_issues.sequence = act_sources.sequence
    WHERE act_sources.source = ? AND act_sources.effective <= ? AND act_sources.sequence <= ?`;
