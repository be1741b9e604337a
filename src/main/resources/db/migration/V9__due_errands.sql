-- What is due to one destination is found without walking over what is due to the others.
DROP INDEX scheduled_tasks_execution_time;
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (task_name, execution_time) WHERE NOT picked;
