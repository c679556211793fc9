"""The independent verifier: every protected text stands in what readers open, whole and unchanged.

It shares no code with the steps that make the manual. It reads the sources anew with a small reader
of its own, writes down what each protected text has to be, and looks at the published files alone.
"""

from manualkit.verify.approved import write_down
from manualkit.verify.old import verify_old
from manualkit.verify.one import Verified
from manualkit.verify.pages import alarms
from manualkit.verify.protected import Protection, Rendition
from manualkit.verify.run import verify

__all__ = ["Protection", "Rendition", "Verified", "alarms", "verify", "verify_old", "write_down"]
