"""What can go wrong between the warehouse and the page, in words for the reader."""

from __future__ import annotations


class DashboardError(Exception):
    """Base of all errors that a page shows as a notice."""


class WarehouseError(DashboardError):
    """The warehouse is missing, of a newer schema, or cannot be read; the text says which and what to do."""


class FilterError(DashboardError):
    """A query string that says something it cannot mean; the text names the parameter and what it expects."""


class NotInLedgerError(DashboardError):
    """An event, article or chart that the shown edition does not have."""
