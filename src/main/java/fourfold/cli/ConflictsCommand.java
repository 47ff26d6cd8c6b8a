package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.ConflictDesk;
import fourfold.desk.Office;
import fourfold.desk.Waiting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists values in conflict, or settles one.
final class ConflictsCommand {

    private ConflictsCommand() {}

    /// Lists them.
    @Command(
            name = "list",
            description = {
                "List every record with values in conflict.",
                "Of each field: the values that stand, with who wrote each, when and why, and the one that is shown meanwhile."
            },
            footer = {"", "Example:", "  fourfold conflicts list --vault vault"})
    static final class Listing extends DeskCommand {

        Listing(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.conflicts()
                    .list()
                    .map(all -> new Answer(
                            output -> output.list(all.stream().map(ConflictsCommand::object)), List.of(), Exit.DONE));
        }
    }

    /// Settles one.
    @Command(
            name = "settle",
            description = {
                "Settle a field that is in conflict.",
                "With one of the values that stand, named by its entry, or with another one; always with a reason. A governed"
                        + " field is settled by a supervisor of the agency that owns the record, another by an LRO as well."
            },
            footer = {
                "",
                "Examples:",
                "  fourfold conflicts settle threat EMS-0001 --vault vault --field area --value North --reason \"Seen there\"",
                "  fourfold conflicts settle threat EMS-0001 --vault vault --as X2 --field tier \\",
                "      --entry 00c0ffee00c0ffee:17 --reason \"The newer paper\""
            })
    static final class Settling extends DeskCommand {

        /// What can be in conflict and has a reference.
        enum Kind {
            THREAT,
            PLAN,
            ACTION,
            DISRUPTION,
            MEETING,
            LINK
        }

        @Parameters(index = "0", paramLabel = "KIND", description = "threat, plan, action, disruption, meeting or link.")
        private Kind kind = Kind.THREAT;

        @Parameters(index = "1", paramLabel = "REF", description = "Its reference; a plan has its threat's.")
        private String ref = "";

        @Option(names = "--field", required = true, paramLabel = "FIELD", description = "The field, by its name or label.")
        private String field = "";

        @Option(names = "--value", paramLabel = "VALUE", description = "The value that holds; empty to empty the field.")
        private @Nullable String value;

        @Option(names = "--entry", paramLabel = "ID", description = "The entry whose value holds, as list gave it.")
        private @Nullable String entry;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; always needed.")
        private String reason = "";

        @Option(
                names = "--seen",
                paramLabel = "N",
                description = "The version that show or list gave; refused when somebody has saved since.")
        private @Nullable Long seen;

        Settling(Terminal terminal) {
            super(terminal);
        }

        @Override
        void prepare() {
            answer();
        }

        private ConflictDesk.Answer answer() {
            if (value != null && entry == null) return new ConflictDesk.Answer.Value(value);
            if (entry != null && value == null) return new ConflictDesk.Answer.OfEntry(entry);
            throw new Usage("Say what holds, with --value or with --entry.");
        }

        @Override
        Outcome<Answer> run(Office office) {
            var desk = office.conflicts();
            return desk.open(kind.name().toLowerCase(Locale.ROOT), ref)
                    .then(open -> desk.settle(new ConflictDesk.Settle(
                            open.record().kind(),
                            open.record().record(),
                            seen == null ? open.record().version() : seen,
                            field,
                            answer(),
                            reason)))
                    .map(settled -> Answer.of(Json.of(Map.of(
                            "ref", Json.of(settled.record().ref()),
                            "version", Json.of(settled.record().version()),
                            "field", Json.of(settled.field()),
                            "value", Json.of(settled.value()),
                            "conflicts", Json.texts(settled.left())))));
        }
    }

    private static Json.Members object(ConflictDesk.InConflict one) {
        var members = record(one.record());
        members.put("fields", Json.of(one.fields().stream().map(ConflictsCommand::field).toList()));
        return Json.of(members);
    }

    /// A record that waits, as the lists of conflicts and proposals show it.
    static TreeMap<String, Json> record(Waiting one) {
        var members = new TreeMap<String, Json>();
        members.put("kind", Json.of(one.kind()));
        members.put("id", Json.of(one.record().toString()));
        members.put("ref", Json.of(one.ref()));
        members.put("version", Json.of(one.version()));
        members.put("owner", Json.of(one.owner()));
        return members;
    }

    private static Json field(ConflictDesk.Contested field) {
        return Json.of(Map.of(
                "field", Json.of(field.field()),
                "label", Json.of(field.label()),
                "governed", Json.of(field.governed()),
                "shown", Json.of(field.shown()),
                "before", field.before().map(Json::of).orElse(Json.nothing()),
                "values", Json.of(field.values().stream().map(ConflictsCommand::value).toList())));
    }

    private static Json value(ConflictDesk.Standing value) {
        return Json.of(Map.of(
                "entry", Json.of(value.entry()),
                "value", Json.of(value.value()),
                "user", Json.of(value.user()),
                "agency", Json.of(value.agency()),
                "role", Json.of(value.role()),
                "at", Json.of(value.at().toString()),
                "reason", Json.of(value.reason()),
                "loaded", Json.of(value.loaded())));
    }
}
