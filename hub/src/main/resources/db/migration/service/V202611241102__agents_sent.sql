-- What an agent was sent for: such a step says the agent's code.
create index case_step_sent on service.case_step (words) where kind = 'SENT';
