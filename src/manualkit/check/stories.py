"""Scenes and the points that they teach."""

from collections.abc import Iterator

from manualkit.model.block import Kind
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean


def story_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each scene without its point and each point without a scene."""
    for page in edition.pages.values():
        if page.head.case_study is None:
            continue
        scenes = [block for block in page.blocks if block.kind is Kind.SCENE]
        for scene in scenes:
            point = scene.options.get("point", "")
            if point not in page.head.points:
                hint = did_you_mean(point, page.head.points, "Add it under points in the head.")
                message = f'The scene "{scene.id}" teaches "{point}", which is not in the head.'
                yield Finding("unknown-point", scene.location, message, hint)
        told = {scene.options.get("point") for scene in scenes}
        for point in page.head.points:
            if point not in told:
                message = f'No scene teaches the point "{point}".'
                hint = f"Write a scene with point={point}."
                yield Finding("point-not-told", page.location, message, hint)
