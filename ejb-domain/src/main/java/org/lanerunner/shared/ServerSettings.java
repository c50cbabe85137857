package org.lanerunner.shared;

/** Settings of the server as a whole: its ports and names, HTTPS, database, log and disk, and all that belongs to no feature. */
public final class ServerSettings {

    public static final Setting HTTP_PORT = new Setting(
            "lanerunner.http.port",
            "8080",
            "Port of the portal and the API; the management port is the next one, the embedded PostgreSQL's the one after.");

    public static final Setting BIND = new Setting("lanerunner.bind", "127.0.0.1", "Address the server listens on.");

    public static final Setting HTTPS = new Setting(
            "lanerunner.https",
            "false",
            "Whether HTTPS is served too. Plain HTTP then answers other machines with nothing but a page that helps to trust it.");

    public static final Setting HTTPS_PORT = new Setting("lanerunner.https.port", "8443", "Port of HTTPS.");

    public static final Setting HTTPS_STRICT_SECONDS = new Setting(
            "lanerunner.https.strict.seconds",
            "31536000",
            "How long browsers that came to a host name by HTTPS shall use nothing else there, on any port (HSTS); 0 takes it back.");

    public static final Setting TLS_NAMES = new Setting(
            "lanerunner.tls.names",
            "",
            "Further host names and IPv4 addresses, by commas, that the certificate speaks for that is made here.");

    public static final Setting TLS_CERTIFICATE_FILE = new Setting(
            "lanerunner.tls.certificate.file",
            "",
            "PEM file of your own certificate and those that vouch for it; one is made when empty.");

    public static final Setting TLS_KEY_FILE =
            new Setting("lanerunner.tls.key.file", "", "PEM file of that certificate's key, unencrypted PKCS#8.");

    public static final Setting DB_URL = new Setting(
            "lanerunner.db.url", "", "JDBC address of an external PostgreSQL 14 or later; empty for the embedded one.");

    public static final Setting DB_USER =
            new Setting("lanerunner.db.user", "lanerunner_app", "Role of the server; it has no DDL.");

    public static final Setting DB_PASSWORD = new Setting(
            "lanerunner.db.password", "", "Password of the server's role; generated for the embedded database.");

    public static final Setting DB_OWNER_USER =
            new Setting("lanerunner.db.owner.user", "lanerunner_owner", "Role that migrates and owns the tables.");

    public static final Setting DB_OWNER_PASSWORD =
            new Setting("lanerunner.db.owner.password", "", "Password of the owner's role.");

    public static final Setting DB_BATCH_USER = new Setting(
            "lanerunner.db.batch.user", "lanerunner_batch", "Role that owns only the batch repository's schema.");

    public static final Setting DB_BATCH_PASSWORD =
            new Setting("lanerunner.db.batch.password", "", "Password of the batch role.");

    public static final Setting DB_POOL_SIZE =
            new Setting("lanerunner.db.pool.size", "20", "Most connections to PostgreSQL.");

    public static final Setting DB_POOL_WAIT_MILLISECONDS = new Setting(
            "lanerunner.db.pool.wait.milliseconds",
            "3000",
            "How long a request waits for a connection to PostgreSQL before it is told to come again.");

    public static final Setting DB_STATEMENT_SECONDS = new Setting(
            "lanerunner.db.statement.seconds",
            "30",
            "Longest statement; whoever asked for a longer one is told to come again. Reports have five minutes.");

    public static final Setting BROKER_URL = new Setting(
            "lanerunner.broker.url",
            "",
            "Address of an Artemis broker that several servers share, tcp://host:61616 or ssl://host:61617; empty for the one inside.");

    public static final Setting BROKER_USER =
            new Setting("lanerunner.broker.user", "", "User at that broker; empty for none.");

    public static final Setting BROKER_PASSWORD =
            new Setting("lanerunner.broker.password", "", "Password at that broker.");

    public static final Setting BROKER_TRUST_FILE = new Setting(
            "lanerunner.broker.trust.file",
            "",
            "PEM file of who vouches for the certificate of a broker over ssl://; those that Java trusts when empty.");

    public static final Setting NODE_NAME = new Setting(
            "lanerunner.node.name",
            "",
            "Name of this server, another for each that shares a database: up to 23 letters, digits, dots and hyphens. It stands in the log and says whose an interrupted job is. When empty it is host name and port, or lanerunner and port with the embedded database.");

    public static final Setting JVM_OPTIONS =
            new Setting("lanerunner.jvm.options", "-Xms128m -Xmx640m -XX:+UseSerialGC", "Options of the server's JVM.");

    public static final Setting HTTP_BODY_BYTES = new Setting(
            "lanerunner.http.body.bytes",
            "12582912",
            "Largest request body; JSON never takes more than 1 MiB, a file never more than 10 MiB.");

    public static final Setting HTTP_CONNECTIONS = new Setting(
            "lanerunner.http.connections", "4096", "Most connections at once; further ones wait to be taken.");

    public static final Setting HTTP_HEAD_MILLISECONDS = new Setting(
            "lanerunner.http.head.milliseconds", "10000", "How long the head of a request may take to come.");

    public static final Setting HTTP_WINDOW_SECONDS = new Setting(
            "lanerunner.http.window.seconds",
            "10",
            "How often a body that comes, and the reader of an answer, is looked at for its pace.");

    public static final Setting HTTP_BYTES_PER_SECOND = new Setting(
            "lanerunner.http.bytes.per.second",
            "1024",
            "The least that a body, or the reader of an answer, moves a second.");

    public static final Setting LOG_LEVEL =
            new Setting("lanerunner.log.level", "INFO", "Level of LaneRunner's own log lines.");

    public static final Setting LOG_BYTES = new Setting(
            "lanerunner.log.bytes",
            "268435456",
            "Most bytes of all logs together; three quarters are the server's, in six files, the rest PostgreSQL's and the console's.");

    public static final Setting TEST_MONEY = new Setting(
            "lanerunner.test.money",
            "false",
            "Test accounts may be topped up and booked with. Refused with an external database.");

    public static final Setting ALLOWED_ORIGINS = new Setting(
            "lanerunner.allowed.origins",
            "",
            "Further origins, comma-separated, that may call the API and open the live channel from a browser.");

    public static final Setting PUBLIC_URL = new Setting(
            "lanerunner.public.url",
            "",
            "Address of the portal as people open it, such as https://lanes.example.com: links in mails begin with it. Empty for this machine's own.");

    public static final Setting METRICS_TOKEN = new Setting(
            "lanerunner.metrics.token",
            "",
            "Bearer token for /api/metrics; without it metrics are served on loopback only.");

    public static final Setting DISK_FREE_BYTES = new Setting(
            "lanerunner.disk.free.bytes",
            "67108864",
            "Least room on the disks of the data folder and of the documents; with less, what would write is refused and the server is not ready.");

    public static final Setting DOCUMENTS_DIRECTORY = new Setting(
            "lanerunner.documents.directory", "documents", "Folder that keeps documents; relative to the data folder.");

    public static final Setting PROOF_LIFETIME = new Setting(
            "lanerunner.proof.lifetime",
            "PT10M",
            "How long ago somebody may have proved who they are for what asks for it anew, such as making keys.");

    private ServerSettings() {}
}
