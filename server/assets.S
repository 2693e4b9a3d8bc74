// Files as bytes, as in schema/data.S. Paths are from the root of the sources.

    .section .rodata

    .macro file name, path
    .balign 16
    .global minutebook_\name\()_begin
    .global minutebook_\name\()_end
minutebook_\name\()_begin:
    .incbin "\path"
minutebook_\name\()_end:
    .byte 0
    .endm

    file catalogue_en, "server/catalogue/en.json"
    file catalogue_cy, "server/catalogue/cy.json"
    file said_cy, "server/catalogue/said_cy.tsv"
    file style, "server/style.css"
    file icon, "server/icon.svg"
    file schemas, "server/schemas.json"

    .section .note.GNU-stack,"",%progbits
