package org.lanerunner.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.outbound.PhoneNumber;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;

/** What a person says of themselves beside the account: their telephone number, and how they like things shown. */
@Entity
@Table(schema = "identity", name = "profile")
class Profile {

    /** The languages of the portal and the messages. */
    static final List<String> LANGUAGES = List.of("en");

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Personal
    private String phone;

    @Column(name = "phone_confirmed_at")
    private Instant phoneConfirmedAt;

    @Code
    private String language;

    @Code
    private String zone;

    @Enumerated(EnumType.STRING)
    private ProfileDetails.Units units;

    @Enumerated(EnumType.STRING)
    private ProfileDetails.Theme theme;

    private Boolean shortcuts;

    @Version
    private int version;

    protected Profile() {}

    Profile(UUID personId) {
        this.personId = personId;
    }

    UUID personId() {
        return personId;
    }

    void change(ProfileDetails details) {
        if (details.language() != null && !LANGUAGES.contains(details.language())) {
            throw Refusal.invalid("/language", "There are no words in this language.");
        }
        if (details.zone() != null && !isZone(details.zone())) {
            throw Refusal.invalid("/zone", "This is no time zone. Name one as Europe/Berlin.");
        }
        language = details.language();
        zone = details.zone();
        units = details.units();
        theme = details.theme();
        shortcuts = details.shortcuts();
    }

    /** True if the zone is UTC or that of a region. An offset is refused, since it has no summer time. */
    private static boolean isZone(String id) {
        return id.equals("UTC")
                || id.indexOf('/') > 0
                        && !id.startsWith("SystemV/")
                        && ZoneId.getAvailableZoneIds().contains(id);
    }

    /** The number's holder has shown the code that was sent to it. */
    void takePhone(PhoneNumber number, Instant now) {
        phone = number.e164();
        phoneConfirmedAt = now;
    }

    void dropPhone() {
        if (phone == null) {
            throw Refusal.conflict("identity/no-phone", "There is no number to remove.");
        }
        phone = null;
        phoneConfirmedAt = null;
    }

    Optional<PhoneNumber> phone() {
        return Optional.ofNullable(phone).map(PhoneNumber::new);
    }

    int version() {
        return version;
    }

    ProfileDetails details(String name) {
        return new ProfileDetails(name, language, zone, units, theme, shortcuts);
    }
}
