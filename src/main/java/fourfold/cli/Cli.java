package fourfold.cli;

import fourfold.core.kernel.FaultCode;
import fourfold.core.sync.JournalFault;
import fourfold.desk.BehindFault;
import fourfold.desk.VaultDesk;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The command line. Runs one command and gives its exit code: 0 done, 1 refused, 2 wrong usage, 3 damaged or unreadable.
/// Standard output carries the command's JSON and nothing else; every refusal is a sentence on standard error. A fault of
/// ours is a sentence with a short code; what led to it is shown where `--debug` is among the arguments.
public final class Cli {

    private static final String DEBUG = "--debug";

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
            return begin(TextFiles.read(arguments, in), in, out, err);
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

    private int begin(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        if (arguments.isEmpty()) return window.show(Optional.empty());
        // the window's own option is read here, so that the window opens without the machinery of the commands
        if (arguments.size() == 2 && arguments.getFirst().equals(RootCommand.VAULT) && !arguments.getLast().startsWith("-"))
            return window.show(Optional.of(Path.of(arguments.getLast())));
        var terminal = new Terminal(out, err, new Secrets(environment, in, prompt), vaults);
        return new CommandTree(terminal, window, demonstration).run(arguments);
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
