package fourfold.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a person wrote into some fields of a record, as typed values.
///
/// @param slots each field with its new value
public record Editing<K extends Entity<K>>(List<Field.Slot<K, ?>> slots) {

    public Editing {
        slots = List.copyOf(slots);
    }

    /// The editing that text stands for: field names or labels with what was written for them.
    ///
    /// @param closed the fields that no person writes by hand
    public static <K extends Entity<K>> Outcome<Editing<K>> of(
            Fields<K> fields, Map<String, String> written, Set<Field<K, ?>> closed) {
        var slots = new ArrayList<Field.Slot<K, ?>>();
        var flaws = new ArrayList<Problem.Flaw>();
        written.forEach((name, text) -> {
            var field = fields.called(name);
            if (field.isEmpty())
                flaws.add(new Problem.Flaw(name, "There is no field " + name + " in " + fields.wordWithArticle() + "."));
            else if (closed.contains(field.get()))
                flaws.add(new Problem.Flaw(name, field.get().label() + " cannot be written by hand."));
            else field.get().parse(text).either(slots::add, problem -> flaws.addAll(flawsOf(problem, name)));
        });
        return flaws.isEmpty()
                ? Outcome.done(new Editing<>(slots))
                : Outcome.refused(new Problem.Invalid(flaws));
    }

    private static List<Problem.Flaw> flawsOf(Problem problem, String name) {
        return problem instanceof Problem.Invalid(var flaws)
                ? flaws
                : List.of(new Problem.Flaw(name, problem.sentence()));
    }

    /// The record with all of it written in, refused where it would change a field that no person writes by hand. A form
    /// may hand such a field back as it was.
    public Outcome<K> into(K record, Set<Field<K, ?>> closed) {
        var flaws = new ArrayList<Problem.Flaw>();
        for (var slot : slots)
            if (closed.contains(slot.field()) && !record.with(slot).print(slot.field()).equals(record.print(slot.field())))
                flaws.add(new Problem.Flaw(
                        slot.field().name(), slot.field().label() + " cannot be written by hand."));
        return flaws.isEmpty() ? Outcome.done(into(record)) : Outcome.refused(new Problem.Invalid(flaws));
    }

    /// The record with all of it written in.
    public K into(K record) {
        K written = record;
        for (var slot : slots) written = written.with(slot);
        return written;
    }
}
