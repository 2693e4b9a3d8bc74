// The tables as bytes. Paths are from the root of the sources.
#include "schema/bytes.inc"

    bytes councils, "schema/councils.tsv"
    bytes committee_kinds, "schema/committee_kinds.tsv"
    bytes topics, "schema/topics.skos.xml"

    .section .note.GNU-stack,"",%progbits
