package fourfold.core.people;

import fourfold.core.access.Role;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import java.time.LocalDate;
import java.util.SortedSet;

/// Somebody whom this vault knows: a person with a log-in, or a directory entry for a person whom a loaded extract
/// names. The collar number is the person.
public final class Person extends Entity<Person> {

    private static final Fields.Declaration<Person> IS = Fields.declare("person", "person", Person::new);

    /// The collar number in capitals; the user id of a person with a log-in.
    public static final Field<Person, String> COLLAR = IS.field("collar", "Collar number", Type.text(32));
    public static final Field<Person, String> NAME = IS.field("name", "Name", Type.text(200));
    public static final Field<Person, SortedSet<Role>> ROLES = IS.field("roles", "Roles", Type.choices(Role.class));
    public static final Field<Person, Boolean> LOGIN = IS.field("login", "Can log in", Type.flag());
    public static final Field<Person, String> AGENCY = IS.field("agency", "Agency", Type.text(100));
    public static final Field<Person, String> UNIT = IS.field("unit", "Unit", Type.text(200));
    /// The collar number of the line manager.
    public static final Field<Person, String> MANAGER = IS.field("manager", "Line manager", Type.text(32));
    public static final Field<Person, LocalDate> TRAINED_ON = IS.field("trainedOn", "LRO training", Type.date());

    /// The declaration.
    public static final Fields<Person> FIELDS = IS.complete();

    private Person(Id<Person> id, Values<Person> values) {
        super(id, values);
    }

    /// The identity of the person with that collar number, whatever its case.
    public static Id<Person> idFor(String collar) {
        return Id.named("person", collar);
    }

    @Override
    public Fields<Person> fields() {
        return FIELDS;
    }

    /// How records name this person: name, or else the collar number alone, with the collar number in brackets.
    public String label() {
        return Party.label(lacks(NAME) ? "Officer" : get(NAME), get(COLLAR));
    }
}
