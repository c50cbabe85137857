-- Who acted as somebody else: the principal is the person who was seen, this the administrator who saw.
ALTER TABLE audit.entry ADD COLUMN impersonated_by uuid;
