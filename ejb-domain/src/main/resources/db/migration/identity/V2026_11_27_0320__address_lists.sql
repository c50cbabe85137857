-- From which networks an organisation lets who acts for it in; none is from everywhere.
CREATE TABLE identity.address_list (
    organisation_id uuid    PRIMARY KEY REFERENCES identity.organisation,
    networks        text    NOT NULL CHECK (length(networks) <= 1000),
    version         integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON identity.address_list TO lanerunner_app;
