// Files of the service as bytes. Paths are from the root of the sources; those of what the build made of component/ (empty
// where it was built without npm) from its folder in the build.
#include "schema/bytes.inc"

    bytes catalogue_en, "server/catalogue/en.json"
    bytes catalogue_cy, "server/catalogue/cy.json"
    bytes said_cy, "server/catalogue/said_cy.tsv"
    bytes style, "server/style.css"
    bytes icon, "server/icon.svg"
    bytes schemas, "server/schemas.json"
    bytes embed_page, "server/component/embed.html"
    bytes demo_page, "server/component/demo.html"
    bytes embed_style, "server/component/pages.css"

    bytes component, "component/minutebook-search.js"
    bytes component_types, "component/minutebook-search.d.ts"
    bytes component_integrity, "component/integrity"
    bytes frame_script, "component/minutebook-frame.js"
    bytes embed_script, "component/embed.js"
    bytes demo_script, "component/demo.js"

    .section .note.GNU-stack,"",%progbits
