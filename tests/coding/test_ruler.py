"""The remembered table of tags does what spaCy's own does."""

from spacy.pipeline import AttributeRuler

from escalation.coding.sentence.parse import model

TEXTS = (
    "The mayor's guards have been fighting what they'd called bandits, and nobody is to blame.",
    "It 's said that she does n't know  whom\nthe two of them were to meet; there had been more.",
    "Let's go, let us go: is that what those who'd like to rest do? More so than others.",
    "",
)


def test_a_remembered_word_fits_what_it_fitted():
    ruler = model().get_pipe("attribute_ruler")
    for text in TEXTS * 2:  # the second time all is remembered
        doc = model()(text)
        assert ruler.match(doc) == AttributeRuler.match(ruler, doc)
