package fourfold.desk;

import static fourfold.core.access.Permission.READ;
import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Type;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.extract.ExtractTable;
import fourfold.extract.ExtractWriter;
import fourfold.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The counter for whole lists: every record of a kind, filtered by any field, as an object each or with the very columns
/// of the extracts. Asking for a list is one consultation, logged with its terms and hits.
public final class RegisterDesk extends Desk {

    private final Consultations consultations;
    private final ProvenanceReading provenance;

    RegisterDesk(Session session, Store store, Ledger ledger, Consultations consultations) {
        super(session, store, ledger);
        this.consultations = consultations;
        this.provenance = new ProvenanceReading(store, ledger.replica(), session.clock().getZone());
    }

    /// The tables that there are: threats, plans, actions, disruptions and meetings.
    public static List<String> tables() {
        return ExtractTable.ALL.stream().map(ExtractTable::name).toList();
    }

    /// A list that was asked for.
    ///
    /// @param objects each record with its fields' names
    /// @param csv writes the very columns of the extracts
    public record Listing(int size, Supplier<List<Json.Members>> objects, Consumer<Writer> csv) {}

    /// The records of a table, in the order in which they were first kept.
    ///
    /// @param table one of [#tables]
    /// @param where field names or labels, each with the value that the record must have there; a set must hold it;
    ///     plans, actions and meetings have the agencies of their threats
    public Outcome<Listing> list(String table, Map<String, String> where) {
        return session.require(READ).then(ok -> {
            for (var known : ExtractTable.ALL) if (known.name().equalsIgnoreCase(table)) return list(known, where);
            return refused(new Problem.Invalid("table", "There is no table " + table + "."));
        });
    }

    private <K extends Entity<K>> Outcome<Listing> list(ExtractTable<K> table, Map<String, String> where) {
        return filter(table.fields(), where).map(filter -> {
            var found = store.records().all(table.fields()).stream().filter(filter).toList();
            consultations.searched(table.fields().kind(), terms(where), found.size());
            return new Listing(found.size(), () -> objects(table.fields(), found), out -> write(table, found, out));
        });
    }

    private static String terms(Map<String, String> where) {
        var terms = new ArrayList<String>();
        new TreeMap<>(where).forEach((name, value) -> terms.add(name + "=" + value));
        return String.join(" ", terms);
    }

    private <K extends Entity<K>> Outcome<Predicate<Kept<K>>> filter(Fields<K> fields, Map<String, String> where) {
        Predicate<Kept<K>> all = kept -> true;
        for (var condition : where.entrySet()) {
            if (fields.called(condition.getKey()).isEmpty() && ThreatAgencies.isAsked(fields.kind(), condition.getKey())) {
                all = all.and(of(ThreatAgencies.of(store), condition.getValue()));
                continue;
            }
            var field = fields.called(condition.getKey());
            if (field.isEmpty())
                return refused(new Problem.Invalid(
                        condition.getKey(),
                        "There is no field " + condition.getKey() + " in " + fields.wordWithArticle() + "."));
            var has = has(field.get(), condition.getValue());
            if (has instanceof Outcome.Refused<Predicate<Kept<K>>>(var problem)) return refused(problem);
            all = all.and(has.orThrow());
        }
        return done(all);
    }

    private static <K extends Entity<K>> Predicate<Kept<K>> of(ThreatAgencies agencies, String wanted) {
        var plain = plain(wanted);
        return kept -> {
            var its = agencies.of(kept.record());
            return plain.isEmpty() ? its.isEmpty() : its.stream().anyMatch(agency -> plain(agency).equals(plain));
        };
    }

    /// A value that the field cannot have is refused: nothing found would read as "there are none".
    private <K extends Entity<K>, V> Outcome<Predicate<Kept<K>>> has(Field<K, V> field, String wanted) {
        if (field.type().shape() == Type.Shape.REFERENCE) {
            var id = Id.named(Threat.FIELDS.kind(), wanted).toString();
            return done(kept -> kept.record().print(field).equals(id));
        }
        if (wanted.isBlank()) return done(kept -> kept.record().print(field).isBlank());
        // a value of a fixed list, a date or an amount may be written in any of its forms
        return field.parse(wanted).map(slot -> {
            var parsed = slot.value() == null ? plain(wanted) : plain(field.type().print(slot.value()));
            return has(field, plain(wanted), parsed);
        });
    }

    private static <K extends Entity<K>, V> Predicate<Kept<K>> has(Field<K, V> field, String plain, String parsed) {
        return kept -> {
            var printed = plain(kept.record().print(field));
            return switch (field.type().shape()) {
                case TEXTS, CHOICES -> List.of(printed.split(";")).containsAll(List.of(parsed.split(";")));
                default -> printed.equals(plain) || printed.equals(parsed);
            };
        };
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private <K extends Entity<K>> List<Json.Members> objects(Fields<K> fields, List<Kept<K>> list) {
        var refs = Refs.of(store, list);
        var origins = provenance.origins(fields);
        return list.stream()
                .map(kept -> {
                    var members = new TreeMap<>(object(kept, refs).values());
                    var origin = origins.get(kept.record().id().value());
                    members.put("provenance", origin == null ? Json.nothing() : json(origin));
                    return Json.of(members);
                })
                .toList();
    }

    private static Json json(Provenance.Origin origin) {
        return Json.of(Map.of(
                "agency", Json.of(origin.agency()),
                "way", Json.of(origin.way().name().toLowerCase(Locale.ROOT)),
                "package", origin.parcel().<Json>map(RegisterDesk::json).orElse(Json.nothing())));
    }

    /// A package as commands name it: who sent it, its number, and the day of its import.
    public static Json json(Provenance.Parcel parcel) {
        return Json.of(Map.of(
                "from", Json.of(parcel.from()),
                "number", Json.of(parcel.number()),
                "imported", Json.of(parcel.on().toString())));
    }

    /// A record as an object with its fields' names: texts as people read them, counts as numbers, sets as lists, null
    /// where there is nothing.
    public <K extends Entity<K>> Json.Members object(Kept<K> kept) {
        return object(kept, Refs.of(store, List.of(kept)));
    }

    private static <K extends Entity<K>> Json.Members object(Kept<K> kept, Refs refs) {
        var members = new TreeMap<String, Json>();
        for (var field : kept.record().fields().all()) members.put(field.name(), member(kept.record(), field, refs));
        members.put("id", Json.of(kept.record().id().toString()));
        members.put("version", Json.of(kept.version()));
        members.put("conflicts", Json.texts(kept.state().conflicts()));
        return Json.of(members);
    }

    private static <K extends Entity<K>, V> Json member(K record, Field<K, V> field, Refs refs) {
        var value = record.find(field);
        var printed = record.print(field);
        return switch (field.type().shape()) {
            case FLAG -> Json.of(printed.equals("Yes"));
            case TEXTS, CHOICES -> Json.texts(printed.isEmpty() ? List.of() : List.of(printed.split(";")));
            case WHOLE -> value.map(field.type()::encode).orElse(Json.nothing());
            case REFERENCE -> printed.isEmpty()
                    ? Json.nothing()
                    : Json.of(refs.of(printed));
            case TEXT, LONG_TEXT, CHOICE, DATE, MOMENT, MONEY -> printed.isEmpty() ? Json.nothing() : Json.of(printed);
        };
    }

    private <K extends Entity<K>> void write(ExtractTable<K> table, List<Kept<K>> list, Writer out) {
        var refs = Refs.of(store, list);
        try (var writer = new ExtractWriter<>(table, out, id -> refs.of(id.toString()))) {
            for (var kept : list) writer.write(kept.record());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
