"""Reads a trace in PROV-JSON with another implementation, Debian's python3-prov, and compares it with the trace itself.

Reads one JSON document: {"trace": what the API answers as JSON, "prov": the same as application/provenance+json}.
"""

import json
import sys

from prov.model import ProvActivity, ProvAgent, ProvDerivation, ProvDocument, ProvEntity, ProvInvalidation, ProvRelation


def main():
    given = json.load(sys.stdin)
    trace, text = given["trace"], given["prov"]
    document = ProvDocument.deserialize(content=text, format="json")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    expect(again == document, "written and read again it is another document")
    expect(len(document.get_records()) == statements(text), "not every statement was read")
    expect_described(document)
    shares = expect_shares(document, trace)
    expect_changes(document, trace)
    elements = len(list(document.get_records((ProvEntity, ProvActivity, ProvAgent))))
    print(f"{elements} entities, activities and agents, {statements(text) - elements} relations, {shares} shares")


def statements(text):
    return sum(len(kind) for name, kind in json.loads(text).items() if name != "prefix")


def expect_described(document):
    """Whatever a relation names is described."""
    known = {record.identifier for record in document.get_records((ProvEntity, ProvActivity, ProvAgent))}
    for relation in document.get_records(ProvRelation):
        named = [value for _, value in relation.formal_attributes if value is not None and hasattr(value, "namespace")]
        expect(len(named) >= 2, f"{relation} relates less than two things")
        expect(all(name in known for name in named), f"{relation} names what is not described")


def expect_shares(document, trace):
    """The stance is derived from each contribution, by a double of the same bits."""
    shares = {}
    for derivation in document.get_records(ProvDerivation):
        for share in derivation.get_attribute("demarche:share"):
            used = dict(derivation.formal_attributes)[name("usedEntity")]
            shares[str(used).split("?")[0].split("/")[-1]] = share
    told = {contribution["act"]: contribution["share"] for contribution in trace["contributions"]}
    expect(shares == told, f"{shares} are not the shares {told}")
    expect(abs(sum(shares.values()) - 1) < 1e-12, "the shares do not add up to 1")
    return len(shares)


def expect_changes(document, trace):
    """Corrections are revisions; retracted sources and erased texts are invalidated."""
    revisions = [each for each in document.get_records(ProvDerivation) if name("Revision") in each.get_asserted_types()]
    told = trace["contributions"] + trace["sources"] + [{"versions": [trace["framing"]]}]
    expect(len(revisions) == sum(len(each["versions"]) - 1 for each in told), "not every correction is a revision")
    ended = {str(dict(each.formal_attributes)[name("entity")]) for each in document.get_records(ProvInvalidation)}
    gone = {f"log:/v1/sources/{source['id']}" for source in trace["sources"] if source["retraction"]}
    gone |= {f"log:/v1/sources/{source['id']}/text" for source in trace["sources"] if source["erasure"]}
    expect(ended == gone, f"{ended} were invalidated, not {gone}")


def name(local):
    from prov.constants import PROV

    return PROV[local]


def expect(holds, otherwise):
    if not holds:
        sys.exit(otherwise)


main()
