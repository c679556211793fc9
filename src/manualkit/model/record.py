"""What a change says about itself: together the heads of all changes are the adaptation record.

The fields and their allowed values follow FRAME (Wiltsey Stirman, Baumann & Miller 2019,
Implementation Science 14:58); `bernal` follows the eight dimensions of Bernal, Bonilla & Bellido
(1995, J Abnorm Child Psychol 23:67-82); `heim_kohrt` follows Heim & Kohrt (2019, Clin Psychol Eur
1(4)).
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from manualkit.model.base import Line, Model, Slug
from manualkit.model.language import LanguageCodes

ChangeId = Annotated[str, Field(pattern=r"^[A-Z]{2,6}-[0-9]{3,4}$")]
Nature = Literal[
    "tailoring", "packaging-materials", "adding", "removing-skipping", "shortening", "lengthening",
    "substituting", "reordering", "spreading", "integrating-into-other",
    "integrating-other-into", "repeating", "loosening-structure", "drift-return", "drift-no-return",
]  # fmt: skip
Role = Literal[
    "political-leader", "funder", "administrator", "programme-manager", "developer", "researcher",
    "intervention-team", "practitioner", "community-member", "recipient", "plt",
    "wellbeing-mentor", "master-trainer", "translator", "clinician",
]  # fmt: skip
Status = Literal[
    "hypothesis", "proposed", "consulted", "approved", "rejected", "implemented", "withdrawn"
]
APPLIED: frozenset[str] = frozenset({"approved", "implemented"})
"""A change with another status stands in the record, and the text is as if it were not there."""
Bernal = Literal[
    "language", "persons", "metaphors", "content", "concepts", "goals", "methods", "context"
]


class ReasonCodes(Model):
    """FRAME's reasons, by where they come from."""

    sociopolitical: list[
        Literal[
            "law", "mandate", "policy", "regulation", "political-climate", "funding", "history",
            "norms",
        ]
    ] = []  # fmt: skip
    organisation: list[
        Literal[
            "resources", "staffing", "time", "service-structure", "location", "culture",
            "religion", "mission", "competing-demands",
        ]
    ] = []  # fmt: skip
    provider: list[
        Literal[
            "identity", "language", "training", "preference", "judgement", "norms", "perception"
        ]
    ] = []  # fmt: skip
    recipient: list[
        Literal[
            "ethnicity", "gender", "sexuality", "resources", "cognitive", "physical", "literacy",
            "language", "legal-status", "culture-religion", "comorbidity", "immigration", "crisis",
            "motivation",
        ]
    ] = []  # fmt: skip


class Evidence(Model):
    """What a decision stands on."""

    type: Literal[
        "desk-review", "free-list", "key-informant", "fgd", "cognitive-interview", "workshop",
        "mock-session", "practice-case", "pilot", "expert-read", "supervision-note",
        "fidelity-check",
    ]  # fmt: skip
    date: date
    n: int | None = Field(default=None, ge=1)
    """How many people took part."""
    source_file: str = ""
    quote_anonymised: str = ""
    """What somebody said, without anything that tells who it was."""


class WhoSubmission(Model):
    """What became of the change when it was sent to WHO."""

    sent: date
    ref: str = ""
    comment: str = ""
    outcome: str = ""


class Record(Model):
    """What every change must say about itself. A change without a reason cannot exist."""

    id: ChangeId
    summary: Annotated[str, Field(min_length=10)]
    """One plain sentence: what is different."""
    reason: Annotated[str, Field(min_length=20)]
    """Why this context needs it."""
    nature: Annotated[list[Nature], Field(min_length=1)]
    planned: Literal["planned-proactive", "planned-reactive", "unplanned-reactive"]
    decided_by: Annotated[list[Role], Field(min_length=1)]
    core_impact: Literal["core-preserved", "core-changed", "unknown"]

    status: Status = "implemented"
    """Only what is approved or implemented reaches the text; the rest is in the record alone."""
    target_kind: Literal["content", "context", "training-evaluation", "implementation"] = "content"
    """FRAME: what is modified."""
    context_change: list[Literal["format", "setting", "personnel", "population"]] = []
    when: Literal["pre-implementation", "implementation", "scale-up", "maintenance"] | None = None
    level: (
        Literal[
            "individual", "group", "cohort", "practitioner", "site", "organisation",
            "network-system",
        ]
        | None
    ) = None  # fmt: skip
    """FRAME: at which level of delivery."""
    bernal: list[Bernal] = []
    heim_kohrt: (
        Literal["concepts-of-distress", "treatment-components", "treatment-delivery", "surface"]
        | None
    ) = None
    depth: Literal["surface", "deep"] | None = None
    core_elements_touched: list[Slug] = []
    """Ids of core blocks that the change stands near."""
    goal: list[
        Literal[
            "reach-engagement", "retention", "feasibility", "fit", "culture", "effectiveness",
            "cost", "satisfaction",
        ]
    ] = []  # fmt: skip
    reason_codes: ReasonCodes = ReasonCodes()
    evidence: list[Evidence] = []
    proposed_by: Role | None = None
    decision_date: date | None = None
    dissent: str = ""
    """Who saw it differently, by role, and how."""
    who_submission: WhoSubmission | None = None
    reviewed_translation: LanguageCodes | None = None
    """Languages in which somebody has looked at the translation of this change."""
    supersedes: ChangeId | None = None
    """The change of the extended adaptation, or the earlier one, that this one replaces."""
    since_version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")] | None = None
    location_label: Line | None = None
    """How people call the place: Session 4, step 3."""

    @property
    def applied(self) -> bool:
        """Whether the change reaches the text."""
        return self.status in APPLIED
