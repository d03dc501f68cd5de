-- Pages of one list that lead to each other count as one step from the seeds, however long the list: how many there were.
ALTER TABLE visit ADD COLUMN pager_hops INTEGER NOT NULL DEFAULT 0;
