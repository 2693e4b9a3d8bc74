"""The topic vocabulary as its SKOS file has it: concepts with their labels, hints, context and broader concepts.

Knows nothing of how labels are found in texts.
"""
import dataclasses
import pathlib
import xml.etree.ElementTree

import plain_words

FILE = pathlib.Path(__file__).resolve().parents[2] / "schema" / "topics.skos.xml"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SKOS = "{http://www.w3.org/2004/02/skos/core#}"
OWN = "{urn:minutebook:vocabulary#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LABEL_KINDS = {
    f"{SKOS}prefLabel": "preferred", f"{SKOS}altLabel": "alternative", f"{SKOS}hiddenLabel": "hidden",
    f"{OWN}acronym": "acronym", f"{OWN}ambiguousAcronym": "ambiguous", f"{OWN}ambiguousLabel": "ambiguous",
    f"{OWN}weakLabel": "weak", f"{OWN}hintLabel": "hint",
}


@dataclasses.dataclass
class Label:
    topic: str
    text: str
    kind: str
    lower: str  # what an acronym means when typed in small letters: acronym, word, both
    hint: bool  # speaks for the topic, names it not
    welsh: bool = False  # stands in Welsh passages alone


@dataclasses.dataclass
class Concept:
    id: str
    labels: list
    context: list
    broader: list
    of: list
    expressions: list
    heading_counts: bool


def text_of(node):
    return "".join(node.itertext()).strip()


def read_label(topic, node):
    kind = LABEL_KINDS[node.tag]
    hint = kind == "hint" or node.get(f"{OWN}hint") == "true"
    return Label(topic, text_of(node), kind, node.get(f"{OWN}lower") or "acronym", hint, node.get(LANGUAGE) == "cy")


def read_concept(element, id_of):
    def links(name):
        return [id_of[node.get(f"{RDF}resource")] for node in element.findall(name)]

    id = text_of(element.find(f"{SKOS}notation"))
    labels = [read_label(id, node) for node in element
              if node.tag in LABEL_KINDS and (node.get(LANGUAGE) or "en").startswith(("en", "cy"))]
    labels.sort(key=lambda label: (label.hint, label.welsh, label.kind != "preferred"))
    # The same name in both languages is one label.
    labels = [label for label in labels
              if not (label.welsh and label.kind == "preferred" and label.text == labels[0].text)]
    texts = [[text_of(node) for node in element.findall(f"{OWN}{name}")] for name in ("context", "expression")]
    return Concept(id, labels, texts[0], links(f"{SKOS}broader"), links(f"{OWN}of"), texts[1],
                   element.get(f"{OWN}headingCounts") == "true")


class Vocabulary:
    def __init__(self, path=FILE):
        root = xml.etree.ElementTree.parse(path).getroot()
        elements = root.findall(f"{SKOS}Concept")
        id_of = {element.get(f"{RDF}about"): text_of(element.find(f"{SKOS}notation")) for element in elements}
        concepts = [read_concept(element, id_of) for element in elements]
        self.concepts = {concept.id: concept for concept in concepts}
        self.masks = [text_of(node) for node in root.findall(f"{SKOS}ConceptScheme/{OWN}mask")]
        self.with_broader = {id: self.broader_and_itself(id) for id in self.concepts}
        self.acronyms = {label.text for concept in concepts for label in concept.labels
                         if label.kind in ("acronym", "ambiguous") and not label.hint}

    def broader_and_itself(self, id):
        """The concept and all that are broader."""
        found = {id}
        for above in self.concepts[id].broader:
            found |= self.broader_and_itself(above)
        return found


def singulars(text):
    return [word.singular for word in plain_words.words_of(text)]
