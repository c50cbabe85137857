-- Drafts and open loads wait for their owner; they are little beside what an organisation has ever posted.
CREATE INDEX load_to_finish_or_cover ON loads.load (organisation_id) WHERE status IN ('DRAFT', 'OPEN');
