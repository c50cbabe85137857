-- A kept answer is shown again while its caller may still do all that they might when it was made: the use case itself is not asked a second time. What was
-- kept before says nothing of it, and is shown for its day to whoever got it.
ALTER TABLE shared.idempotent_answer ADD COLUMN permissions text[];
