package fourfold.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// All commands. Building one costs more than parsing it, so only the one that was asked for is built; all of them are
/// where help or an unknown name needs them.
final class Commands {

    /// The version of the program.
    static final String VERSION = "0.1.0";

    private final Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();

    Commands(Terminal terminal, Demonstration demonstration) {
        all.put("init", () -> new CommandLine(new InitCommand(terminal)));
        all.put("user", () -> new CommandLine(new Group.User())
                .addSubcommand("add", new CommandLine(new UserAddCommand(terminal))));
        all.put("cert", () -> new CommandLine(new Group.Cert())
                .addSubcommand("export", new CommandLine(new CertExportCommand(terminal)))
                .addSubcommand("show", new CommandLine(new CertificatesCommand.Showing(terminal)))
                .addSubcommand("trust", new CommandLine(new CertTrustCommand(terminal)))
                .addSubcommand("list", new CommandLine(new CertificatesCommand.Listing(terminal)))
                .addSubcommand("renew", new CommandLine(new CertificatesCommand.Renewing(terminal)))
                .addSubcommand("revoke", new CommandLine(new CertificatesCommand.Revoking(terminal)))
                .addSubcommand("distrust", new CommandLine(new CertificatesCommand.Distrusting(terminal))));
        all.put("publish", () -> new CommandLine(new Group.Publish())
                .addSubcommand("certificates", new CommandLine(new PublishCommand.Certificates(terminal)))
                .addSubcommand("configuration", new CommandLine(new PublishCommand.Configuration(terminal))));
        all.put("configuration", () -> new CommandLine(new Group.Configuration())
                .addSubcommand("show", new CommandLine(new ConfigurationCommand(terminal))));
        all.put("passphrase", () -> new CommandLine(new PassphraseCommand(terminal)));
        all.put("recover", () -> new CommandLine(new RecoverCommand(terminal)));
        all.put("recovery", () -> new CommandLine(new Group.Recovery())
                .addSubcommand("seal", new CommandLine(new RecoverySealCommand(terminal)))
                .addSubcommand("open", new CommandLine(new RecoveryOpenCommand(terminal))));
        all.put("load", () -> new CommandLine(new LoadCommand(terminal)));
        all.put("list", () -> new CommandLine(new ListCommand(terminal)));
        all.put("show", () -> new CommandLine(new ShowCommand(terminal)));
        all.put("add", () -> new CommandLine(new AddCommand(terminal)));
        all.put("edit", () -> new CommandLine(new EditCommand(terminal)));
        all.put("plan", () -> new CommandLine(new PlanCommand(terminal)));
        all.put("disrupt", () -> new CommandLine(new DisruptCommand(terminal)));
        all.put("moderate", () -> new CommandLine(new ModerateCommand(terminal)));
        all.put("export", () -> new CommandLine(new ExportCommand(terminal)));
        all.put("report", () -> new CommandLine(new ReportCommand(terminal)));
        all.put("dataset", () -> new CommandLine(new DatasetCommand(terminal)));
        all.put("conflicts", () -> new CommandLine(new Group.Conflicts())
                .addSubcommand("list", new CommandLine(new ConflictsCommand.Listing(terminal)))
                .addSubcommand("settle", new CommandLine(new ConflictsCommand.Settling(terminal))));
        all.put("proposals", () -> new CommandLine(new Group.Proposals())
                .addSubcommand("list", new CommandLine(new ProposalsCommand.Listing(terminal)))
                .addSubcommand("accept", new CommandLine(new ProposalsCommand.Accepting(terminal)))
                .addSubcommand("decline", new CommandLine(new ProposalsCommand.Declining(terminal))));
        all.put("region", () -> new CommandLine(new RegionCommand(terminal)));
        all.put("figures", () -> new CommandLine(new FiguresCommand(terminal)));
        all.put("frozen", () -> new CommandLine(new Group.Frozen())
                .addSubcommand("list", new CommandLine(new FrozenCommand.Listing(terminal)))
                .addSubcommand("show", new CommandLine(new FrozenCommand.Showing(terminal)))
                .addSubcommand("verify", new CommandLine(new FrozenCommand.Verifying(terminal))));
        all.put("events", () -> new CommandLine(new Group.Events())
                .addSubcommand("candidates", new CommandLine(new EventsCommand.Candidates(terminal)))
                .addSubcommand("links", new CommandLine(new EventsCommand.Links(terminal)))
                .addSubcommand("link", new CommandLine(new EventsCommand.Linking(terminal)))
                .addSubcommand("part", new CommandLine(new EventsCommand.Parting(terminal)))
                .addSubcommand("unlink", new CommandLine(new EventsCommand.Unlinking(terminal))));
        all.put("inspect", () -> new CommandLine(new InspectCommand(terminal)));
        all.put("digest", () -> new CommandLine(new DigestCommand(terminal)));
        all.put("verify-package", () -> new CommandLine(new VerifyPackageCommand(terminal)));
        all.put("import", () -> new CommandLine(new ImportCommand(terminal)));
        all.put("receipt", () -> new CommandLine(new ReceiptCommand(terminal)));
        all.put("corrections", () -> new CommandLine(new CorrectionsCommand(terminal)));
        all.put("outbox", () -> new CommandLine(new OutboxCommand(terminal)));
        all.put("journal", () -> new CommandLine(new JournalCommand(terminal)));
        all.put("backup", () -> new CommandLine(new BackupCommand(terminal)));
        all.put("restore", () -> new CommandLine(new RestoreCommand(terminal)));
        all.put("demo", () -> new CommandLine(new DemoCommand(terminal, demonstration)));
    }

    /// The names of all commands, in the order of a working life.
    List<String> names() {
        return List.copyOf(all.keySet());
    }

    /// Hangs the command that these arguments ask for on the root, or all of them; each can explain itself.
    void addTo(CommandLine root, List<String> arguments) {
        var first = arguments.getFirst();
        var asked = all.get(first);
        if (asked != null) root.addSubcommand(first, asked.get());
        else all.forEach((name, command) -> root.addSubcommand(name, command.get()));
        addHelp(root);
        root.getCommandSpec()
                .version("Fourfold " + VERSION)
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        command.getSubcommands().values().forEach(Commands::addHelp);
    }
}
