// The tables as bytes. Each begins at minutebook_<name>_begin and ends before minutebook_<name>_end. Paths are from the root of the sources.

    .section .rodata

    .macro table name, path
    .balign 16
    .global minutebook_\name\()_begin
    .global minutebook_\name\()_end
minutebook_\name\()_begin:
    .incbin "\path"
minutebook_\name\()_end:
    .byte 0
    .endm

    table councils, "schema/councils.tsv"
    table committee_kinds, "schema/committee_kinds.tsv"
    table topics, "schema/topics.skos.xml"

    .section .note.GNU-stack,"",%progbits
