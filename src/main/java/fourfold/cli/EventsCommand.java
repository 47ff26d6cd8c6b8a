package fourfold.cli;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.SameEvents;
import fourfold.core.disruption.Sighting;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Kept;
import fourfold.desk.LinkDesk;
import fourfold.desk.Office;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds events that several agencies may have recorded of one happening, and decides about them.
final class EventsCommand {

    private EventsCommand() {}

    /// Lists the pairs that wait.
    @Command(
            name = "candidates",
            description = {
                "List events of different agencies that may be one, and wait for a decision.",
                "Of each pair: both references, in what they are alike, and whether both would be counted (twice is true)."
            },
            footer = {"", "Example:", "  fourfold events candidates --vault vault"})
    static final class Candidates extends DeskCommand {

        Candidates(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.links()
                    .perhaps(Watch.nobody())
                    .map(all -> new Answer(
                            output -> output.list(all.stream().map(EventsCommand::object)), List.of(), Exit.DONE));
        }
    }

    /// Lists what was decided.
    @Command(
            name = "links",
            description = {
                "List everything that was decided about two events, the newest first.",
                "Of each: the decision, who made it, when and why, and the agency that decides about it."
            },
            footer = {"", "Example:", "  fourfold events links --vault vault"})
    static final class Links extends DeskCommand {

        Links(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.links()
                    .links()
                    .map(all -> new Answer(
                            output -> output.list(all.stream().map(one -> linked(office, one))), List.of(), Exit.DONE));
        }
    }

    /// A decision about two events.
    abstract static class Deciding extends DeskCommand {

        @Parameters(index = "0", paramLabel = "REF", description = "One event.")
        private String one = "";

        @Parameters(index = "1", paramLabel = "REF", description = "The other event.")
        private String other = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; always needed.")
        private String reason = "";

        Deciding(Terminal terminal) {
            super(terminal);
        }

        final Outcome<Answer> decide(
                Office office,
                String lead,
                BiFunction<LinkDesk, LinkDesk.Decide, Outcome<Kept<EventLink>>> decision) {
            return office.links().beside(one, other).then(both -> {
                var first = both.first().event();
                var second = both.second().event();
                var leads = isCalled(lead, first.get(Disruption.REF)) ? first
                        : isCalled(lead, second.get(Disruption.REF)) ? second : null;
                return decision.apply(office.links(), new LinkDesk.Decide(
                                first.id(), second.id(), leads == null ? null : leads.id(), both.version(), reason))
                        .map(kept -> answer(office, kept, "ref", "first", "second", "decision", "decides", "version"));
            });
        }

        private static boolean isCalled(String wanted, String ref) {
            return wanted.strip().equalsIgnoreCase(ref);
        }
    }

    /// Links two events.
    @Command(
            name = "link",
            description = {
                "Say that two events are one, and which of them leads.",
                "Both stay as they were recorded; nationally only the lead can count. A supervisor decides."
            },
            footer = {
                "",
                "Example:",
                "  fourfold events link EMS-D-000016 NOR-D-000004 --vault vault --as X2 --lead NOR-D-000004 \\",
                "      --reason \"One warrant, two records\""
            })
    static final class Linking extends Deciding {

        @Option(names = "--lead", required = true, paramLabel = "REF", description = "Which of the two leads.")
        private String lead = "";

        Linking(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return decide(office, lead, LinkDesk::link);
        }
    }

    /// Says that two events are two.
    @Command(
            name = "part",
            description = {
                "Say that two events are not the same.",
                "They are not listed again until one of them changes in what they were compared by."
            },
            footer = {
                "",
                "Example:",
                "  fourfold events part EMS-D-000016 NOR-D-000004 --vault vault --as X2 --reason \"Two addresses\""
            })
    static final class Parting extends Deciding {

        Parting(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return decide(office, "", LinkDesk::part);
        }
    }

    /// Takes a decision back.
    @Command(
            name = "unlink",
            description = {
                "Undo what was decided about two events.",
                "Each stands for itself again, and the pair is listed as a candidate again."
            },
            footer = {
                "",
                "Example:",
                "  fourfold events unlink EMS-D-000016 NOR-D-000004 --vault vault --as X2 --reason \"Another day\""
            })
    static final class Unlinking extends Deciding {

        Unlinking(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return decide(office, "", LinkDesk::undo);
        }
    }

    private static Json.Members object(LinkDesk.Perhaps perhaps) {
        SameEvents.Pair pair = perhaps.pair();
        var members = new TreeMap<String, Json>();
        members.put("first", sighting(pair.one()));
        members.put("second", sighting(pair.other()));
        members.put("reasons", Json.texts(pair.reasons()));
        members.put("points", Json.of(pair.points()));
        members.put("twice", Json.of(pair.twice()));
        members.put("again", orNothing(perhaps.again()));
        return Json.of(members);
    }

    private static Json sighting(Sighting event) {
        return Json.of(Map.of(
                "ref", Json.of(event.ref()),
                "agency", Json.of(event.agency()),
                "date", Json.of(event.date().toString()),
                "threat", orNothing(event.threatWords()),
                "type", Json.of(event.lead() ? "Lead Disruption" : "Support Disruption")));
    }

    private static Json.Members linked(Office office, LinkDesk.Linked one) {
        var members = new TreeMap<>(office.register().object(one.link()).values());
        members.put("owner", Json.of(one.owner()));
        members.put("said", one.said().map(step -> (Json) Json.of(Map.of(
                        "at", Json.of(step.at().toString()),
                        "user", Json.of(step.user()),
                        "agency", Json.of(step.agency()),
                        "words", Json.of(step.words()),
                        "reason", Json.of(step.reason()))))
                .orElse(Json.nothing()));
        return Json.of(members);
    }

    private static Json orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? Json.nothing() : Json.of(text);
    }
}
