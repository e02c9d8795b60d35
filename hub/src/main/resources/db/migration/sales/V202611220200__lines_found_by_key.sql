-- What tells lines apart comes first, so that an index over all lines of an agent is never mistaken for the way to one of them.
drop index sales.report_line_once;
create unique index report_line_once on sales.report_line (content_hash, agent);
drop index sales.report_line_speaks;
create unique index report_line_speaks on sales.report_line (line_key, agent, line_n) where superseded_by is null;
drop index sales.report_line_count;
create index report_line_count on sales.report_line (line_key, agent, line_n) where line_n > 0;
