"""One module per kind of chart: a DataFrame of a query in, a go.Figure out. Counting is done in SQL."""
