package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Notice;
import fourfold.desk.Office;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what was sent and no longer holds.
@Command(
        name = "corrections",
        description = {
            "List what agencies were sent that no longer holds.",
            "For each: the record, the field, what which packages to whom said, what holds now, who changed it, when and why, and"
                    + " whether the agency was told. A record that would be withheld now is named as well. The next package to"
                    + " the agency carries what is due."
        },
        footer = {"", "Example:", "  fourfold corrections --vault vault --due"})
final class CorrectionsCommand extends DeskCommand {

    @Option(names = "--due", description = "Only what agencies have still to be told.")
    private boolean due;

    CorrectionsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        var notices = due ? office.corrections().due() : office.corrections().list();
        return notices.map(all -> new Answer(
                output -> output.list(all.stream().map(CorrectionsCommand::object)), List.of(), Exit.DONE));
    }

    private static Json.Members object(Notice notice) {
        var members = new TreeMap<String, Json>();
        members.put("to", Json.of(notice.to()));
        members.put("kind", Json.of(notice.kind()));
        members.put("id", Json.of(notice.record().toString()));
        members.put("ref", Json.of(notice.reference()));
        members.put("packages", Json.of(notice.packages().stream().map(Json::of).toList()));
        switch (notice.what()) {
            case Notice.What.Changed changed -> {
                members.put("field", Json.of(changed.field()));
                members.put("label", Json.of(changed.label()));
                members.put("said", Json.of(changed.said()));
                members.put("holds", Json.of(changed.holds()));
            }
            case Notice.What.Withheld withheld -> members.put("withheld", Json.of(withheld.why().label()));
        }
        members.put("by", Json.of(notice.by()));
        members.put("at", Json.of(notice.at().toString()));
        members.put("reason", Json.of(notice.reason()));
        members.put("state", Json.of(notice.standing().label()));
        members.put("toldBy", notice.carriedBy().<Json>map(Json::of).orElse(Json.nothing()));
        return Json.of(members);
    }
}
