package fourfold.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The commands: which one was given, with what, and what was not understood of it.
final class CommandTree {

    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final Window window;
    private final Demonstration demonstration;

    CommandTree(Terminal terminal, Window window, Demonstration demonstration) {
        this.terminal = terminal;
        this.window = window;
        this.demonstration = demonstration;
    }

    /// Runs the command of these arguments.
    ///
    /// @return the exit code
    int run(List<String> arguments) {
        var root = new CommandLine(new RootCommand(window));
        var commands = new Commands(terminal, demonstration);
        var first = arguments.getFirst();
        if (!first.startsWith("-") && !commands.names().contains(first))
            throw new Usage("There is no command " + first + "; fourfold --help lists them.");
        commands.addTo(root, arguments);
        root.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        try {
            var parsed = root.parseArgs(arguments.toArray(String[]::new));
            var help = CommandLine.executeHelpRequest(parsed);
            if (help != null) return Exit.DONE.code();
            var asked = parsed.asCommandLineList().getLast();
            if (asked.getCommand() instanceof Invocation command) return command.call();
            return misunderstood(new ParameterException(
                    asked, "Say which of these: " + String.join(", ", asked.getSubcommands().keySet())));
        } catch (RuntimeException thrown) {
            // not caught as itself: picocli's classes are too old for the ahead-of-time cache, and for a class in it that throws
            // or catches one of them Java would look into picocli's jar at every start, the window's too
            if (thrown instanceof ParameterException wrong) return misunderstood(wrong);
            throw thrown;
        }
    }

    private int misunderstood(ParameterException wrong) {
        var sentence = sentence(wrong).strip();
        terminal.say(sentence.endsWith(".") ? sentence : sentence + ".");
        terminal.say(wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help explains it.");
        return Exit.USAGE.code();
    }

    /// What was not understood, without repeating a text that may be a passphrase or a case.
    private static String sentence(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) return String.valueOf(wrong.getMessage());
        var first = unmatched.getUnmatched().getFirst();
        return first.startsWith("-")
                ? "There is no option " + first.replaceFirst("(?s)=.*", "") + " here."
                : "There are more arguments than the command takes; a text with spaces needs quotation marks.";
    }
}
