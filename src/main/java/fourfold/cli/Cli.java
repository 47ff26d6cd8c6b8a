package fourfold.cli;

import fourfold.core.kernel.FaultCode;
import fourfold.core.sync.JournalFault;
import fourfold.desk.BehindFault;
import fourfold.desk.VaultDesk;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line. Runs one command and gives its exit code: 0 done, 1 refused, 2 wrong usage, 3 damaged or unreadable.
/// Standard output carries the command's JSON and nothing else; every refusal is a sentence on standard error. A fault of
/// ours is a sentence with a short code; what led to it is shown where `--debug` is among the arguments.
public final class Cli {

    private static final String DEBUG = "--debug";
    private static final int WIDTH = 100;

    private final Supplier<VaultDesk> vaults;
    private final Prompt prompt;
    private final Map<String, String> environment;
    private final Window window;
    private final Demonstration demonstration;

    /// A command line.
    ///
    /// @param vaults the counter for vaults, made when a command first needs it
    /// @param prompt asks for passphrases
    /// @param environment the variables of the process
    /// @param window opens where there is no command
    public Cli(
            Supplier<VaultDesk> vaults,
            Prompt prompt,
            Map<String, String> environment,
            Window window,
            Demonstration demonstration) {
        this.vaults = vaults;
        this.prompt = prompt;
        this.environment = Map.copyOf(environment);
        this.window = window;
        this.demonstration = demonstration;
    }

    /// Runs a command.
    ///
    /// @return the exit code
    public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        var arguments = new ArrayList<>(args);
        boolean debug = arguments.remove(DEBUG);
        try {
            return tree(TextFiles.read(arguments, in), in, out, err);
        } catch (Usage wrong) {
            err.println(wrong.getMessage());
            return Exit.USAGE.code();
        } catch (JournalFault fault) {
            if (debug) err.println(FaultCode.details(fault));
            err.println(fault.sentence());
            return exit(fault).code();
        } catch (BehindFault fault) {
            if (debug) err.println(FaultCode.details(fault));
            err.println(fault.sentence());
            return Exit.REFUSED.code();
        } catch (RuntimeException | Error fault) {
            return ours(fault, debug, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int tree(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        if (arguments.isEmpty()) return window.show(Optional.empty());
        // the window's own option is read here, so that the window opens without the machinery of the commands
        if (arguments.size() == 2 && arguments.getFirst().equals(RootCommand.VAULT) && !arguments.getLast().startsWith("-"))
            return window.show(Optional.of(Path.of(arguments.getLast())));
        var terminal = new Terminal(out, err, new Secrets(environment, in, prompt), vaults);
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
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        try {
            var parsed = root.parseArgs(arguments.toArray(String[]::new));
            var help = CommandLine.executeHelpRequest(parsed);
            if (help != null) return Exit.DONE.code();
            var asked = parsed.asCommandLineList().getLast();
            if (asked.getCommand() instanceof Invocation command) return command.call();
            throw new ParameterException(
                    asked, "Say which of these: " + String.join(", ", asked.getSubcommands().keySet()));
        } catch (ParameterException wrong) {
            return misunderstood(wrong, err);
        }
    }

    private static int misunderstood(ParameterException wrong, PrintStream err) {
        var sentence = sentence(wrong).strip();
        err.println(sentence.endsWith(".") ? sentence : sentence + ".");
        err.println(wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help explains it.");
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

    private static Exit exit(JournalFault fault) {
        return switch (fault.trouble()) {
            case DAMAGED, CUT -> Exit.DAMAGED;
            case FULL, UNWRITABLE, ERASED -> Exit.REFUSED;
        };
    }

    /// A fault of ours: its message may hold case text, so only its code and its place are told.
    private static int ours(Throwable fault, boolean debug, PrintStream err) {
        err.println("Something went wrong that is not your doing; its code is " + FaultCode.of(fault) + ".");
        if (debug) err.println(FaultCode.details(fault));
        return Exit.REFUSED.code();
    }
}
