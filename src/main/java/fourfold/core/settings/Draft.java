package fourfold.core.settings;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import java.time.Instant;

/// Text that somebody had typed and not saved when the vault locked or the program ended: it comes back on the same record
/// and field.
public final class Draft extends Entity<Draft> {

    /// How many characters a draft may have in all.
    public static final int LONGEST = 300_000;

    private static final Fields.Declaration<Draft> IS = Fields.declare("draft", "draft", Draft::new);

    /// The collar number of whoever typed it.
    public static final Field<Draft, String> PERSON = IS.field("person", "Person", Type.text(32));
    /// The place on the screen, as its address.
    public static final Field<Draft, String> PLACE = IS.field("place", "Place", Type.text(500));
    /// What was typed, as the canonical JSON of field names and texts.
    public static final Field<Draft, String> CONTENT = IS.field("content", "Content", Type.longText(Draft.LONGEST));
    public static final Field<Draft, Instant> KEPT_AT = IS.field("keptAt", "Kept at", Type.moment());

    /// The declaration.
    public static final Fields<Draft> FIELDS = IS.complete();

    private Draft(Id<Draft> id, Values<Draft> values) {
        super(id, values);
    }

    /// The identity of the one draft that a person has at a place.
    public static Id<Draft> idFor(String person, String place) {
        return Id.named("draft", person + "\n" + place);
    }

    @Override
    public Fields<Draft> fields() {
        return FIELDS;
    }
}
