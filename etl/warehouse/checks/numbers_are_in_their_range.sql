-- Counts are not negative, and no count of people is larger than mankind.
select figure_id as id, measure, low, high
from figures
where gone is null
  and measure in ('killed', 'injured', 'casualties', 'missing', 'captured', 'displaced', 'launched', 'intercepted', 'hit')
  and (low < 0 or high > 8.3e9)
