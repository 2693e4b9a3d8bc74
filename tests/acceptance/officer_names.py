"""Which words of a passage name somebody who holds an office, by the words of schema/officer_names.h, written down once
more.

Knows nothing of queries or indexes.
"""
ADDRESSES = {"councillor", "cllr", "mr", "mrs", "ms", "miss", "dr", "lord", "lady", "reverend", "councillors", "cllrs"}
LONGEST_FIELD = 16

# "Report of: Judith Quill, Director of Housing"
AUTHOR_FIELDS = (("report", "of"), ("report", "by"), ("report", "author"), ("report", "authors"), ("reporting", "officer"),
                 ("contact", "officer"), ("contact", "officers"), ("lead", "officer"), ("responsible", "officer"),
                 ("presenting", "officer"), ("presented", "by"), ("prepared", "by"), ("decision", "maker"), ("decision", "taken"),
                 ("author",), ("authors",))
# Everyday words: an office has to follow the name.
PLAIN_FIELDS = (("from",), ("by",))
OFFICES = set("""acting adviser assistant board borough cabinet chair chairman chief city clerk committee corporate council
    county department deputy director district executive group head interim lead leader manager member
    monitoring officer panel portfolio principal programme scrutiny secretary section senior service services
    solicitor strategic the team town treasurer""".split())
POSTS = set("""adviser chair chairman chief clerk director executive head leader manager member officer secretary solicitor
    treasurer""".split())
SUBJECTS = set("""accounts achievement adoption adult adults ageing annual area arrangements assets assurance audit budget
    building buildings business capital care change children childrens climate commercial communities community
    complaints contract contracts control countywide culture customer customers data democratic development
    devolution digital early economic economy education electoral emergency empty energy environment
    environmental equality estates external families family final finance financial findings further governance
    growth health help high highways homelessness homes hub hubs housing human improvement inclusion information
    infrastructure internal justice key learning legal leisure libraries licensing local management medium
    mental national nature needs neighbourhood neighbourhoods new outcomes parking parks participation passenger
    people performance place placements places planning plan policy procurement progress property proposed
    protection public quality quarterly realm recovery regeneration regulatory report resources review risk
    roads safeguarding safety scene school schools send skills social special statement strategy support
    sustainable technology tourism traffic transport treasury update virtual waste wellbeing work workforce
    youth""".split())
SMALL = set("a an and at by for from in of on to with".split())


def of_name(word):
    """A first name, an initial or a surname, as far as a word can tell."""
    if not word.capitalised or word.folded in ADDRESSES:
        return False
    if len(word.folded) == 1:
        return True
    subject = word.folded in OFFICES | SUBJECTS | SMALL or word.folded.endswith(("tion", "tions", "ities", "ship", "ships"))
    return word.has_lower_case and not subject


def holds_post(words):
    return any(word.capitalised and word.folded in POSTS for word in words)


def begins_office(words):
    return bool(words) and words[0].capitalised and words[0].folded in OFFICES


def name_length(words):
    """Up to the first surname behind a first name or initials; 0: none."""
    for at, word in enumerate(words):
        if not of_name(word):
            return 0
        if at > 0 and len(word.folded) > 1:
            return at + 1
    return 0


def name_in_field(words):
    fields = [one for one in AUTHOR_FIELDS + PLAIN_FIELDS
              if words and words[0].capitalised and tuple(word.folded for word in words[:len(one)]) == one]
    if not fields:
        return set()
    at = label = len(fields[0])
    at += words[at:at + 1] != [] and words[at].folded == "by"
    while at < len(words) and words[at].capitalised and words[at].folded in ADDRESSES:
        at += 1
    length = name_length(words[at:])
    if length:
        told = fields[0] not in PLAIN_FIELDS or begins_office(words[at + length:])
        return set(range(at, at + length)) if told else set()
    # "Report of: Director of Housing (Judith Quill)"
    if not label + 3 <= len(words) <= LONGEST_FIELD or words[-3].folded in SMALL or len(words[-1].folded) == 1:
        return set()
    found = holds_post(words[label:-2]) and of_name(words[-2]) and of_name(words[-1])
    return {len(words) - 2, len(words) - 1} if found else set()


def names_of_officers(words):
    """Places of the words that belong to names."""
    named = name_in_field(words)
    run = []
    for at in range(len(words) + 1):
        if at < len(words) and of_name(words[at]):
            run.append(at)
            continue
        if (2 <= len(run) <= 3 and len(words[run[-1]].folded) > 1 and begins_office(words[at:])
                and holds_post(words[at:at + 4])):
            named |= set(run)
        run = []
    return named
