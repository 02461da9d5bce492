"""Records in, editions out: how rows are stored, checked and published (`schema.sql` is the contract with readers)."""
