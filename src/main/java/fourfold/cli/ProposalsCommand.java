package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import fourfold.desk.ProposalDesk;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists proposals, or answers one.
final class ProposalsCommand {

    private ProposalsCommand() {}

    /// Lists them.
    @Command(
            name = "list",
            description = {
                "List every proposal that nobody has answered.",
                "Those that other agencies make to this one (ours is true), and those that wait for another's answer."
            },
            footer = {"", "Example:", "  fourfold proposals list --vault vault"})
    static final class Listing extends DeskCommand {

        Listing(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.proposals()
                    .list()
                    .map(all -> new Answer(
                            output -> output.list(all.stream().map(ProposalsCommand::object)), List.of(), Exit.DONE));
        }
    }

    /// Accepts one.
    @Command(
            name = "accept",
            description = {
                "Accept a proposal of another agency.",
                "A supervisor of the agency that owns the record takes over every value that was proposed."
            },
            footer = {"", "Example:", "  fourfold proposals accept 00c0ffee00c0ffee:17 --vault vault --as X2"})
    static final class Accepting extends DeskCommand {

        @Parameters(paramLabel = "ENTRY", description = "The proposal, as list gave it.")
        private String entry = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
        private String reason = "";

        Accepting(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.proposals().accept(new ProposalDesk.Answer(entry, reason)).map(ProposalsCommand::answer);
        }
    }

    /// Declines one.
    @Command(
            name = "decline",
            description = {
                "Decline a proposal of another agency.",
                "A supervisor of the agency that owns the record leaves things as they are; always with a reason."
            },
            footer = {
                "",
                "Example:",
                "  fourfold proposals decline 00c0ffee00c0ffee:17 --vault vault --as X2 --reason \"No sign of it\""
            })
    static final class Declining extends DeskCommand {

        @Parameters(paramLabel = "ENTRY", description = "The proposal, as list gave it.")
        private String entry = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; always needed.")
        private String reason = "";

        Declining(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.proposals().decline(new ProposalDesk.Answer(entry, reason)).map(ProposalsCommand::answer);
        }
    }

    private static Answer answer(ProposalDesk.Answered answered) {
        return Answer.of(Json.of(Map.of(
                "entry", Json.of(answered.proposal().entry()),
                "kind", Json.of(answered.record().kind()),
                "ref", Json.of(answered.record().ref()),
                "version", Json.of(answered.record().version()))));
    }

    private static Json.Members object(ProposalDesk.Proposal proposal) {
        var members = ConflictsCommand.record(proposal.record());
        members.put("entry", Json.of(proposal.entry()));
        members.put("user", Json.of(proposal.user()));
        members.put("agency", Json.of(proposal.agency()));
        members.put("role", Json.of(proposal.role()));
        members.put("at", Json.of(proposal.at().toString()));
        members.put("reason", Json.of(proposal.reason()));
        members.put("ours", Json.of(proposal.ours()));
        members.put("fields", Json.of(proposal.parts().stream().map(ProposalsCommand::part).toList()));
        return Json.of(members);
    }

    private static Json part(ProposalDesk.Part part) {
        return Json.of(Map.of(
                "field", Json.of(part.field()),
                "label", Json.of(part.label()),
                "current", Json.of(part.current()),
                "proposed", Json.of(part.proposed())));
    }
}
