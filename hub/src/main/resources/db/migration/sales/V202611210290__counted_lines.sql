-- Only lines that are counted on ask for the highest number under their key; those the agent numbers stand at 0 and need no entry.
create index report_line_count on sales.report_line (agent, line_key, line_n) where line_n > 0;
drop index sales.report_line_counted;
-- Ids grow, so new entries belong at the end of an index and not at its beginning, where each would split a page; it is read backwards.
drop index sales.report_line_agent;
create index report_line_agent on sales.report_line (agent, id) where superseded_by is null;
