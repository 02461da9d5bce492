"""Warehouse in, pages out: live charts of the claims that the ETL read out of the news."""
