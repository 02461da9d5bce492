"""What can go wrong in the ETL, one class for each way a caller can act on it.

EtlError
├── SourceError      an input cannot be read at all (missing, empty, binary, not an article)
├── RecordError      one record breaks the interchange format
├── VocabularyError  a word list or reference file breaks its schema
├── WarehouseError   the warehouse cannot be opened, written or understood
│   └── LockedError  another process is loading into it
├── CheckError       a built edition broke one of its own checks, and was not published
└── CorrectionError  a correction file breaks its schema, or names what is not there

Each message says what was found, where, and what was expected, in one line.
"""


class EtlError(Exception):
    """The base of all of them; the commands print its message and leave with a non-zero exit code."""


class SourceError(EtlError):
    """An input that cannot be read at all."""


class RecordError(EtlError):
    """A record that breaks the interchange format; the message names the key and the value."""


class VocabularyError(EtlError):
    """A word list or reference file that breaks its schema."""


class WarehouseError(EtlError):
    """A warehouse that cannot be opened, written or understood."""


class LockedError(WarehouseError):
    """A warehouse that another process is loading into."""


class CheckError(EtlError):
    """A built edition that broke one of its own checks."""


class CorrectionError(EtlError):
    """A correction that breaks its schema or names what is not there."""
