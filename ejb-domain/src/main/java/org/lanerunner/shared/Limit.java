package org.lanerunner.shared;

import java.util.Locale;

/**
 * The limits beyond which LaneRunner says no, or does less, so that one caller can't use up what all need. docs/operations/limits.md has for each the number,
 * the setting that changes it, the answer beyond it and the test that goes there. {@link Limits} counts how often each is reached.
 */
public enum Limit {
    /** The time that a request waits for a connection to the database. */
    CONNECTION_WAIT,
    /** The time that one statement takes in the database. */
    STATEMENT,
    /** Passwords that are hashed at once, and those that wait for it. */
    SIGN_INS,
    /** Requests of an address, of a person or key, and of an organisation in a minute. */
    RATE,
    /** Codes that are sent, by mail or SMS, to finish a sign-in or to prove who one is. */
    CODES_BY_MESSAGE,
    /** Ways back that a person begins in 90 days. */
    WAYS_BACK,
    /** Links by which administrators help one person back in, and links that one administrator makes, in a day. */
    HELPING_LINKS,
    /** Failed attempts to sign in with an account, at a place and everywhere. */
    ATTEMPTS,
    /** Costly reads at once. */
    COSTLY_READS,
    /** Headers and parameters of a request. */
    HEAD,
    /** The pace at which a body arrives. */
    BODY_RATE,
    /** The pace at which an answer is read. */
    ANSWER_RATE,
    /** Bodies that the server holds at once. */
    BODIES,
    /** Bytes of a request's body. */
    BODY,
    /** Digits and exponent of a number in a JSON body. */
    NUMBER,
    /** Years in the times that clients write. */
    TIME,
    /** Bytes of a document. */
    DOCUMENT,
    /** Parts of a multipart form. */
    FORM_PARTS,
    /** Bytes of the headers of a form's part. */
    PART_HEADERS,
    /** Characters of a file's name in a form. */
    FILE_NAME,
    /** Rows of one page of a list. */
    PAGE,
    /** Stops of a load or trip. */
    STOPS,
    /** Legs of a load. */
    LEGS,
    /** Positions of one batch. */
    BATCH,
    /** Members of an organisation. */
    MEMBERS,
    /** Open offers of one organisation on a load. */
    OFFERS,
    /** Open offers of all organisations on a load. */
    OFFERS_ON_LOAD,
    /** Changes of a trip's driver or vehicle. */
    ASSIGNMENTS,
    /** Bookings that a trip carries. */
    BOOKINGS_ON_TRIP,
    /** Positions of a trip. */
    POSITIONS,
    /** Minor units of test money that a wallet is topped up to. */
    WALLET,
    /** Open invitations of an organisation. */
    INVITATIONS,
    /** Roles that an organisation makes for itself. */
    ROLES,
    /** Networks from which an organisation lets its members in. */
    NETWORKS,
    /** Rules of networks of the whole installation. */
    NETWORK_RULES,
    /** Bypasses of rates that live at once, and networks that each names. */
    RATE_BYPASSES,
    /** Organisations that a person belongs to. */
    ORGANISATIONS,
    /** API keys of an organisation. */
    API_KEYS,
    /** Living sessions of a person. */
    SESSIONS,
    /** Devices that a person has signed in from. */
    DEVICES,
    /** Mails of one kind to one address in a day. */
    MAILS_TO_ADDRESS,
    /** Mails on behalf of one organisation in a day. */
    MAILS_OF_ORGANISATION,
    /** Mails to addresses that nobody has confirmed, asked for from one network address in a day. */
    MAILS_OF_SENDER,
    /** Mails to addresses that nobody has confirmed in a day. */
    MAILS_UNVERIFIED,
    /** SMS to one number in a day. */
    SMS_TO_NUMBER,
    /** SMS to one person in a day. */
    SMS_OF_PERSON,
    /** SMS on behalf of one organisation in a day. */
    SMS_OF_ORGANISATION,
    /** SMS to numbers of one calling code in a day. */
    SMS_TO_COUNTRY,
    /** SMS of the installation in a day. */
    SMS_OF_DAY,
    /** Answers to a code that confirms a number. */
    PHONE_CODES,
    /** Bytes and pixels of a person's picture. */
    AVATAR,
    /** Passkeys of a person. */
    PASSKEYS,
    /** Passkeys asked for at once, to sign in with a passkey alone. */
    CHALLENGES,
    /** Wrong codes and passwords in a row, at a sign-in or a new proof. */
    WRONG_CODES,
    /** Logins elsewhere that a person has. */
    LOGINS,
    /** People who are on their way in by a provider. */
    LOGIN_STEPS,
    /** Open WebSockets of a server, and of a person. */
    SOCKET,
    /** Open WebSockets that have shown no ticket. */
    WAITING_SOCKET,
    /** Bytes of a message over a WebSocket. */
    MESSAGE,
    /** Messages over a WebSocket within a time. */
    MESSAGE_RATE,
    /** Messages that wait for a WebSocket's peer. */
    PUSH,
    /** Bookings, and lists of the market, that a WebSocket follows. */
    SUBSCRIPTION,
    /** Changes of the market that are told one by one in a second. */
    MARKET_NEWS,
    /** Deliveries that an organisation contests at once. */
    CONTESTS,
    /** Photos and papers that a side of a contest shows. */
    CONTEST_DOCUMENTS,
    /** Tellings of a booking's arrivals and departures. */
    TELLINGS,
    /** Notices that a person has. */
    NOTICES,
    /** Times that the point of a booking's stop is set. */
    PINPOINTS,
    /** Organisations, and persons, that a feature flag names. */
    FLAG_TARGETS,
    /** Assignments of feature flags that wait on a server to be recorded. */
    FLAG_ASSIGNMENTS,
    /** Refused calls that become rows of the audit in a minute. */
    AUDIT_REFUSALS,
    /** Rows of the audit in one export. */
    AUDIT_EXPORT,
    /** Bytes that stay free on a disk. */
    DISK;

    /** The word for the limit in limits.md and in the metric. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
