package fourfold.core.settings;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import fourfold.core.people.Party;
import java.time.Instant;
import java.time.LocalDate;

/// Something that a unit publishes for others, as it is in use here: its list of certificates, or a region's configuration.
/// Each is numbered by its unit from 1, and an older number never replaces a newer one.
public final class Publication extends Entity<Publication> {

    /// How many characters the content may have.
    public static final int LONGEST = 1_000_000;

    private static final Fields.Declaration<Publication> IS =
            Fields.declare("publication", "publication", Publication::new);

    /// "certificates" or "configuration".
    public static final Field<Publication, String> KIND = IS.field("kind", "Kind", Type.text(32));
    /// The agency whose unit published it.
    public static final Field<Publication, String> AGENCY = IS.field("agency", "From", Type.text(100));
    /// The fingerprint of that unit's certificate.
    public static final Field<Publication, String> UNIT = IS.field("unit", "Certificate of the unit", Type.text(40));
    public static final Field<Publication, Long> NUMBER = IS.field("number", "Number", Type.whole());
    /// SHA-256 of its content in hexadecimal.
    public static final Field<Publication, String> HASH = IS.field("hash", "SHA-256", Type.text(64));
    public static final Field<Publication, Instant> CREATED = IS.field("created", "Published at", Type.moment());
    /// The first day on which a configuration holds.
    public static final Field<Publication, LocalDate> VALID_FROM = IS.field("validFrom", "Holds from", Type.date());
    public static final Field<Publication, String> SIGNED_BY = IS.field("signedBy", "Signed by", Party.type());
    public static final Field<Publication, Instant> TAKEN_AT = IS.field("takenAt", "Taken in at", Type.moment());
    public static final Field<Publication, String> TAKEN_BY = IS.field("takenBy", "Taken in by", Party.type());
    /// A configuration's files, as canonical JSON of names and texts; empty for certificates, which the vault keeps sealed.
    public static final Field<Publication, String> CONTENT = IS.field("content", "Content", Type.longText(LONGEST));

    /// The declaration.
    public static final Fields<Publication> FIELDS = IS.complete();

    private Publication(Id<Publication> id, Values<Publication> values) {
        super(id, values);
    }

    /// The identity of that number of that unit: there is one of each.
    public static Id<Publication> idFor(String unit, String kind, long number) {
        return Id.named("publication", unit + "\n" + kind + "\n" + number);
    }

    @Override
    public Fields<Publication> fields() {
        return FIELDS;
    }
}
