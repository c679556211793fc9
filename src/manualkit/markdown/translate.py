"""Put the translations into the page, before Markdown reads the inline marks."""

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from manualkit.markdown.bilingual import english_too
from manualkit.markdown.collect import Collector
from manualkit.markdown.conversion import Conversion
from manualkit.markdown.safety import SafetyBlock, safety_blocks
from manualkit.markdown.slots import Slot


class TranslateProcessor(Treeprocessor):
    """Fills every slot of the page, or leaves it English and says so."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._markdown = md
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Translate the page."""
        both = [] if self._conversion.english else list(english_too(root))
        collector = Collector(self._markdown, self._conversion, safety_blocks(root))
        for safety, group in groupby(collector.collect(root), key=lambda pair: pair[1]):
            slots = [slot for slot, _ in group]
            if safety is None:
                self._translate(slots)
            else:
                self._translate_safety(safety, slots)
        for each in both:
            each.insert()

    def _translate(self, slots: Iterable[Slot]) -> None:
        for slot in slots:
            translation = self._conversion.look_up(slot.message.text)
            self._conversion.record(slot.message, missing=translation is None)
            if translation is not None:
                slot.fill(translation)
            elif not self._conversion.english:
                slot.leave_english()

    def _translate_safety(self, safety: SafetyBlock, slots: Iterable[Slot]) -> None:
        slots = list(slots)
        conversion = self._conversion
        approved = conversion.context.safety_approved
        found = {slot.message.text: conversion.look_up_safety(slot.message.text) for slot in slots}
        for slot in slots:
            conversion.record(slot.message, missing=approved and found[slot.message.text] is None)
        translations = [found[slot.message.text] for slot in slots]
        if conversion.english:
            return
        if any(translation is None for translation in translations):
            safety.stand_in_english(conversion)
            return
        for slot, translation in zip(slots, translations, strict=True):
            slot.fill(translation or "")
