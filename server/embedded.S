// What the build made of component/, as bytes: each begins at minutebook_<name>_begin and ends before
// minutebook_<name>_end. Empty where it was built without npm. Paths are from the folder of the build; those of the pages
// from this one.

    .section .rodata

    .macro made name, path
    .balign 16
    .global minutebook_\name\()_begin
    .global minutebook_\name\()_end
minutebook_\name\()_begin:
    .incbin "\path"
minutebook_\name\()_end:
    .byte 0
    .endm

    made component, "component/minutebook-search.js"
    made component_types, "component/minutebook-search.d.ts"
    made component_integrity, "component/integrity"
    made frame_host, "component/minutebook-frame.js"
    made embed_script, "component/embed.js"
    made demo_script, "component/demo.js"
    made embed_page, "embed.html"
    made demo_page, "demo.html"
    made embed_style, "pages.css"

    .section .note.GNU-stack,"",%progbits
