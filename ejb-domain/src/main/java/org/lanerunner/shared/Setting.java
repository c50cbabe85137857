package org.lanerunner.shared;

/**
 * Every setting: one name, read by MicroProfile Config as {@code lanerunner.x.y} and from the environment as {@code LANERUNNER_X_Y}. The table in
 * docs/operations/settings.md is made from this list.
 */
public enum Setting {
    HTTP_PORT(
            "lanerunner.http.port",
            "8080",
            "Port of the portal and the API; the management port is the next one, the embedded PostgreSQL's the one after."),
    BIND("lanerunner.bind", "127.0.0.1", "Address the server listens on."),
    ADDRESSES_ALLOWED(
            "lanerunner.addresses.allowed",
            "",
            "IPv4 addresses and networks (203.0.113.0/24), by commas, that get answers at all; everybody when empty. This machine always does."),
    ADDRESSES_DENIED("lanerunner.addresses.denied", "", "Addresses and networks that get none, also of those allowed."),
    HTTPS(
            "lanerunner.https",
            "false",
            "Whether HTTPS is served too. Plain HTTP then answers other machines with nothing but a page that helps to trust it."),
    HTTPS_PORT("lanerunner.https.port", "8443", "Port of HTTPS."),
    HTTPS_STRICT_SECONDS(
            "lanerunner.https.strict.seconds",
            "31536000",
            "How long browsers that came to a host name by HTTPS shall use nothing else there, on any port (HSTS); 0 takes it back."),
    TLS_NAMES(
            "lanerunner.tls.names",
            "",
            "Further host names and IPv4 addresses, by commas, that the certificate speaks for that is made here."),
    TLS_CERTIFICATE_FILE(
            "lanerunner.tls.certificate.file",
            "",
            "PEM file of your own certificate and those that vouch for it; one is made when empty."),
    TLS_KEY_FILE("lanerunner.tls.key.file", "", "PEM file of that certificate's key, unencrypted PKCS#8."),
    DB_URL("lanerunner.db.url", "", "JDBC address of an external PostgreSQL 14 or later; empty for the embedded one."),
    DB_USER("lanerunner.db.user", "lanerunner_app", "Role of the server; it has no DDL."),
    DB_PASSWORD("lanerunner.db.password", "", "Password of the server's role; generated for the embedded database."),
    DB_OWNER_USER("lanerunner.db.owner.user", "lanerunner_owner", "Role that migrates and owns the tables."),
    DB_OWNER_PASSWORD("lanerunner.db.owner.password", "", "Password of the owner's role."),
    DB_BATCH_USER("lanerunner.db.batch.user", "lanerunner_batch", "Role that owns only the batch repository's schema."),
    DB_BATCH_PASSWORD("lanerunner.db.batch.password", "", "Password of the batch role."),
    DB_POOL_SIZE("lanerunner.db.pool.size", "20", "Most connections to PostgreSQL."),
    DB_POOL_WAIT_MILLISECONDS(
            "lanerunner.db.pool.wait.milliseconds",
            "3000",
            "How long a request waits for a connection to PostgreSQL before it is told to come again."),
    DB_STATEMENT_SECONDS(
            "lanerunner.db.statement.seconds",
            "30",
            "Longest statement; whoever asked for a longer one is told to come again. Reports have five minutes."),
    JVM_OPTIONS("lanerunner.jvm.options", "-Xms128m -Xmx640m -XX:+UseSerialGC", "Options of the server's JVM."),
    HTTP_BODY_BYTES(
            "lanerunner.http.body.bytes",
            "12582912",
            "Largest request body; JSON never takes more than 1 MiB, a file never more than 10 MiB."),
    HTTP_CONNECTIONS("lanerunner.http.connections", "4096", "Most connections at once; further ones wait to be taken."),
    HTTP_HEAD_MILLISECONDS(
            "lanerunner.http.head.milliseconds", "10000", "How long the head of a request may take to come."),
    HTTP_WINDOW_SECONDS(
            "lanerunner.http.window.seconds",
            "10",
            "How often a body that comes, and the reader of an answer, is looked at for its pace."),
    HTTP_BYTES_PER_SECOND(
            "lanerunner.http.bytes.per.second",
            "1024",
            "The least that a body, or the reader of an answer, moves a second."),
    DELIVERY_ATTEMPTS(
            "lanerunner.delivery.attempts",
            "6",
            "How often an event is offered to a listener before it goes to its topic's dead letters."),
    LOG_LEVEL("lanerunner.log.level", "INFO", "Level of LaneRunner's own log lines."),
    LOG_BYTES(
            "lanerunner.log.bytes",
            "268435456",
            "Most bytes of all logs together; three quarters are the server's, in six files, the rest PostgreSQL's and the console's."),
    SIGNING_KEY_FILE(
            "lanerunner.signing.key.file",
            "",
            "PEM file of the RS256 private key, the same on every node; generated when empty."),
    SIGNING_KEYS_DIRECTORY(
            "lanerunner.signing.keys.directory",
            "",
            "Folder of further signing keys, the same on every node, to which `./lanerunner keys rotate signing` adds; secrets/signing-keys of the data folder when empty."),
    SIGNING_KEY_DELAY(
            "lanerunner.signing.key.delay",
            "PT1M",
            "How long a further signing key is known before it signs; on several nodes longer than it takes to copy it to all."),
    AUDIT_KEY_FILE(
            "lanerunner.audit.key.file",
            "",
            "File of the audit key (32 bytes in Base64), the same on every node; it protects the keys of persons in the audit. Generated when empty."),
    MASTER_KEY_FILE(
            "lanerunner.master.key.file",
            "",
            "File of the master keys (each 32 bytes in Base64 on a line of its own, the one in use first), the same on every node; they protect the keys under which secrets lie in the database. Generated when empty."),
    AUDIT_HEADS_FILE(
            "lanerunner.audit.heads.file",
            "",
            "File to which the head of the sealed audit is added each day; `audit-heads/heads.txt` in the data folder when empty. Keep it, or the log's lines, where nobody who changes the database reaches it."),
    AUDIT_REFUSALS(
            "lanerunner.audit.refusals.per.minute",
            "600",
            "Most rows a minute that tell of refused calls in the audit; the rest of a minute is one row."),
    MFA_ADMINISTRATORS(
            "lanerunner.mfa.administrators",
            "true",
            "Administrators and auditors of the platform need a second factor; never asked where all money is test money."),
    TEST_MONEY(
            "lanerunner.test.money",
            "false",
            "Test accounts may be topped up and booked with. Refused with an external database."),
    ALLOWED_ORIGINS(
            "lanerunner.allowed.origins",
            "",
            "Further origins, comma-separated, that may call the API and open the live channel from a browser."),
    LIVE_WAITING("lanerunner.live.waiting", "500", "Most WebSockets at once that have shown no ticket yet."),
    LIVE_WAITING_OF_ADDRESS(
            "lanerunner.live.waiting.of.address",
            "100",
            "The same from one network address; behind a proxy all have the proxy's."),
    PUBLIC_URL(
            "lanerunner.public.url",
            "",
            "Address of the portal as people open it, such as https://lanes.example.com: links in mails begin with it. Empty for this machine's own."),
    MAIL_HOST(
            "lanerunner.mail.host",
            "",
            "SMTP server that takes outgoing mail. Empty for none: mail waits, or is kept readable where money is test money."),
    MAIL_PORT("lanerunner.mail.port", "587", "Port of the SMTP server."),
    MAIL_TLS(
            "lanerunner.mail.tls",
            "starttls",
            "How the way to the SMTP server is protected: starttls (required), tls from the first byte, or none."),
    MAIL_USER("lanerunner.mail.user", "", "User at the SMTP server; empty for none."),
    MAIL_PASSWORD("lanerunner.mail.password", "", "Password at the SMTP server."),
    MAIL_FROM(
            "lanerunner.mail.from",
            "LaneRunner <no-reply@localhost>",
            "Sender of all mail; its domain also names the messages."),
    MAIL_ATTEMPTS(
            "lanerunner.mail.attempts",
            "8",
            "How often a message that the provider itself refuses is offered before it becomes a dead letter."),
    MAILS_PER_ADDRESS(
            "lanerunner.mails.per.address",
            "10",
            "Most mails of one kind to one address in 24 hours; beyond them one an hour goes."),
    MAILS_PER_ORGANISATION(
            "lanerunner.mails.per.organisation", "200", "Most mails on behalf of one organisation in 24 hours."),
    MAILS_PER_SENDER(
            "lanerunner.mails.per.sender",
            "2000",
            "Most mails in 24 hours to addresses that nobody has confirmed, of what one network address asks for; behind a proxy all have the proxy's."),
    MAILS_UNVERIFIED(
            "lanerunner.mails.unverified",
            "20000",
            "Most mails of the whole installation in 24 hours to addresses that nobody has confirmed, for each of the four reasons why they are written to."),
    SMS_ACCOUNT(
            "lanerunner.sms.account",
            "",
            "Twilio's account SID (AC…) under which SMS go out. Empty for none: what needs SMS says so, or they are kept readable where money is test money."),
    SMS_TOKEN(
            "lanerunner.sms.token",
            "",
            "The account's auth token; it opens the account where no key is named, and signs what Twilio tells of each SMS."),
    SMS_KEY("lanerunner.sms.key", "", "SID of an API key (SK…) that is used instead of the auth token."),
    SMS_KEY_SECRET("lanerunner.sms.key.secret", "", "Secret of that API key."),
    SMS_FROM(
            "lanerunner.sms.from",
            "",
            "Number that SMS come from, such as +12015550123, or the SID of a messaging service (MG…)."),
    SMS_URL(
            "lanerunner.sms.url",
            "https://api.twilio.com",
            "Address of Twilio's API, or of a provider that speaks the same."),
    SMS_COUNTRIES(
            "lanerunner.sms.countries",
            "",
            "Countries, by commas, that SMS go to: ISO codes such as US,DE, or calling codes such as +49, which may be several countries’ (+1 is the Bahamas’, too); all when empty. Name those where your people are: messages to costly countries are a way to steal."),
    SMS_PER_NUMBER(
            "lanerunner.sms.per.number",
            "10",
            "Most SMS to one number in 24 hours; counted apart for those that confirm it, codes to sign in, codes to prove anew, and all else. Of codes as many for each person and three times as many for all who share the number, and beyond them one an hour."),
    SMS_PER_PERSON("lanerunner.sms.per.person", "20", "Most SMS to one person, to whichever numbers, in 24 hours."),
    SMS_PER_ORGANISATION(
            "lanerunner.sms.per.organisation",
            "100",
            "Most SMS on behalf of one organisation in 24 hours; the first five codes of a kind to a number go up to five times as many, here and below."),
    SMS_PER_COUNTRY(
            "lanerunner.sms.per.country",
            "500",
            "Most SMS to numbers of one calling code in 24 hours, counted apart for those that confirm a number, codes, and all else."),
    SMS_PER_DAY(
            "lanerunner.sms.per.day",
            "2000",
            "Most SMS of the whole installation in 24 hours, counted apart for those that confirm a number, codes, and all else."),
    KEEP_DELIVERIES_DAYS(
            "lanerunner.keep.deliveries.days",
            "30",
            "How many days it is known to whom a message was sent, or could not be."),
    KEEP_NOTICES_DAYS(
            "lanerunner.keep.notices.days",
            "90",
            "How many days what somebody was told stays in their inbox, and the link in a mail that stops its kind works."),
    LOGIN_PROVIDERS_FILE(
            "lanerunner.login.providers.file",
            "",
            "File of those who may tell that somebody is who they say (Google, Facebook, any by OpenID Connect), the same on every node; nobody when empty. See docs/operations/login-providers.md."),
    METRICS_TOKEN(
            "lanerunner.metrics.token",
            "",
            "Bearer token for /api/metrics; without it metrics are served on loopback only."),
    FEE_BASIS_POINTS(
            "lanerunner.fee.basis.points", "300", "Platform's fee on the carrier's side, in hundredths of a percent."),
    UNDO_ROAD_FACT_WITHIN(
            "lanerunner.undo.road.fact.within",
            "PT1M",
            "How long after the server heard of a dispatch, arrival or departure its teller may take it back."),
    RELEASE_AFTER(
            "lanerunner.release.after",
            "PT72H",
            "Time from delivery to the release of the escrow without the shipper's word."),
    CONTEST_ANSWER(
            "lanerunner.contest.answer",
            "PT72H",
            "Time in which a carrier answers a contested delivery; without an answer it goes to the administrators as it is."),
    CONTESTS_PER_ORGANISATION(
            "lanerunner.contests.per.organisation", "200", "Most deliveries that one organisation contests at once."),
    OFFER_LIFETIME("lanerunner.offer.lifetime", "PT48H", "Life of an offer that names no end."),
    MEMBERS_PER_ORGANISATION("lanerunner.members.per.organisation", "1000", "Most members of one organisation."),
    OFFERS_PER_ORGANISATION(
            "lanerunner.offers.per.organisation", "50", "Most open offers that an organisation has made on one load."),
    OFFERS_PER_LOAD(
            "lanerunner.offers.per.load", "1000", "Most open offers on one load; an acceptance closes them all."),
    POSITIONS_PER_TRIP(
            "lanerunner.positions.per.trip",
            "200000",
            "Most positions kept of one trip; those that come late have the whole way looked at anew."),
    TIMER_SECONDS(
            "lanerunner.timer.seconds",
            "5",
            "How often expiry and release are looked at, refused calls are written to the audit, and it is sealed."),
    BUSINESS_ZONE("lanerunner.business.zone", "UTC", "Zone of the business date of reports."),
    KEEP_EVENTS_MONTHS(
            "lanerunner.keep.events.months",
            "84",
            "How many whole months the event log and the audit are kept, 12 at least; months fall as a whole."),
    KEEP_POSITIONS_MONTHS(
            "lanerunner.keep.positions.months",
            "13",
            "How many months the positions of a trip are kept after its last one."),
    DISK_FREE_BYTES(
            "lanerunner.disk.free.bytes",
            "67108864",
            "Least room on the disks of the data folder and of the documents; with less, what would write is refused and the server is not ready."),
    DOCUMENTS_DIRECTORY(
            "lanerunner.documents.directory", "documents", "Folder that keeps documents; relative to the data folder."),
    ACCESS_TOKEN_LIFETIME("lanerunner.access.token.lifetime", "PT10M", "Life of an access token."),
    REFRESH_LEEWAY(
            "lanerunner.refresh.leeway",
            "PT10S",
            "Time in which a refresh token may be used again, for a client whose answer was lost."),
    RATE_SIGN_INS(
            "lanerunner.rate.sign.ins",
            "600,0,0",
            "Most requests in a minute without a token that change something: of a network address, a person or key, an organisation; 0 is no limit."),
    RATE_READS("lanerunner.rate.reads", "30000,6000,60000", "The same for what reads."),
    RATE_WRITES("lanerunner.rate.writes", "6000,1200,12000", "The same for what changes something."),
    RATE_EXPORTS("lanerunner.rate.exports", "60,12,60", "The same for exports, each of which reads thousands of rows."),
    RATE_POSITIONS("lanerunner.rate.positions", "60000,12000,60000", "The same for batches of positions."),
    ATTEMPTS_AT_A_PLACE(
            "lanerunner.attempts.at.a.place",
            "5",
            "So many attempts to sign in with an account may fail at one network address, or in one known browser, before it waits: a minute, then longer."),
    ATTEMPTS_OF_AN_ACCOUNT(
            "lanerunner.attempts.of.an.account",
            "20",
            "The same for an account wherever it is tried, but for browsers that its person has signed in from before."),
    SESSIONS_PER_PERSON(
            "lanerunner.sessions.per.person", "100", "Most sessions of one person; with one more the oldest ends."),
    SESSION_LIFETIME("lanerunner.session.lifetime", "P30D", "Life of a session however often it is refreshed."),
    SESSION_IDLE("lanerunner.session.idle", "P14D", "Life of a session that nobody refreshes."),
    WAY_BACK_WAIT(
            "lanerunner.way.back.wait",
            "PT72H",
            "How long who lost password, factors and recovery codes waits for the way back by mail; twice as long the second time within 90 days, then four and eight times."),
    PROOF_LIFETIME(
            "lanerunner.proof.lifetime",
            "PT10M",
            "How long ago somebody may have proved who they are for what asks for it anew, such as making keys."),
    IMPERSONATION_NOTICE(
            "lanerunner.impersonation.notice",
            "true",
            "A person is told by mail when an administrator sees what they see.");

    private final String property;
    private final String defaultValue;
    private final String description;

    Setting(String property, String defaultValue, String description) {
        this.property = property;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    public String property() {
        return property;
    }

    public String environmentName() {
        return property.replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }

    public String defaultValue() {
        return defaultValue;
    }

    public String description() {
        return description;
    }
}
