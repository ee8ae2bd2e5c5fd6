import { catalogueSize, issueId, partyId } from '../history/catalogue.js';

/** Asks each cell once, so that all of them are in the node's memory. */
export async function askEveryCell({ url }: { readonly url: string }): Promise<number> {
  let answered = 0;
  for (const path of everyCell()) {
    const answer = await fetch(url + path);
    await answer.arrayBuffer();
    if (answer.status === 200) answered += 1;
  }
  return answered;
}

function* everyCell(): Generator<string> {
  for (let party = 0; party < catalogueSize.parties; party++) {
    for (let issue = 0; issue < catalogueSize.issues; issue++) yield `/v1/stances/${partyId(party)}/${issueId(issue)}`;
  }
}
