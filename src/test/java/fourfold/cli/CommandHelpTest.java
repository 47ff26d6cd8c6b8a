package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Help, and the manual beside it.
class CommandHelpTest {

    private static final List<String> EVERYWHERE =
            List.of("--help", "--version", "--debug", "--vault", "--as", "--passphrase-file");

    private static CommandLine tree() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var secrets = new Secrets(Map.of(), new ByteArrayInputStream(new byte[0]), question -> Optional.empty());
        var terminal = new Terminal(nowhere, nowhere, secrets, () -> {
            throw new IllegalStateException("help needs no vault");
        });
        var root = new CommandLine(new RootCommand(vault -> 0));
        new Commands(terminal, (wish, out, err) -> 0).addTo(root, List.of("--help"));
        return root;
    }

    private static List<CommandLine> leaves(CommandLine command) {
        if (command.getSubcommands().isEmpty()) return List.of(command);
        var leaves = new ArrayList<CommandLine>();
        command.getSubcommands().values().forEach(sub -> leaves.addAll(leaves(sub)));
        return leaves;
    }

    @Test
    void everyCommandExplainsItselfWithAnExampleAndSentences() {
        for (var command : leaves(tree())) {
            var help = command.getUsageMessage();
            var name = command.getCommandSpec().qualifiedName();
            assertTrue(help.contains("Example") && help.contains("  " + name + " ") || name.endsWith("demo"), help);
            for (var option : command.getCommandSpec().options())
                for (var line : option.description()) assertTrue(line.endsWith("."), name + " " + option.longestName());
            for (var line : command.getCommandSpec().usageMessage().description()) assertTrue(line.endsWith("."), name);
            for (var line : help.lines().toList()) assertTrue(line.length() <= 100, line);
        }
    }

    @Test
    void theManualHasEveryCommandWithEveryOptionAndNoOther() throws IOException {
        var manual = Files.readString(Path.of("docs/command-line.md"));
        var sections = new ArrayList<String>();
        var headings = Pattern.compile("(?m)^### `(fourfold [^`]+)`$").matcher(manual);
        while (headings.find()) sections.add(headings.group(1));
        var commands = leaves(tree()).stream().map(c -> c.getCommandSpec().qualifiedName()).toList();
        assertEquals(new TreeSet<>(commands), new TreeSet<>(sections));
        for (var command : leaves(tree())) {
            var name = command.getCommandSpec().qualifiedName();
            var section = manual.substring(manual.indexOf("### `" + name + "`"));
            int end = section.indexOf("\n###", 5);
            section = section.substring(0, end < 0 ? section.length() : end);
            for (var option : command.getCommandSpec().options())
                if (!EVERYWHERE.contains(option.longestName()))
                    assertTrue(section.contains(option.longestName()), name + " lacks " + option.longestName());
        }
    }

    @Test
    void theManualNamesNoOptionThatThereIsNot() throws IOException {
        var known = new TreeSet<>(EVERYWHERE);
        leaves(tree()).forEach(command -> command.getCommandSpec().options().forEach(o -> known.add(o.longestName())));
        var named = Pattern.compile("--[a-z][a-z-]*").matcher(Files.readString(Path.of("docs/command-line.md")));
        var unknown = new TreeSet<String>();
        while (named.find()) unknown.add(named.group());
        unknown.removeAll(known);
        unknown.removeIf(option -> option.endsWith("-file") && known.contains(option.replaceFirst("-file$", "")));
        assertEquals(new TreeSet<>(), unknown);
    }

    @Test
    void theExamplesOfTheHelpAreUnderstood() {
        var examples = new ArrayList<String>();
        for (var command : leaves(tree())) {
            var example = "";
            for (var line : command.getCommandSpec().usageMessage().footer()) {
                if (!line.startsWith("  ")) continue;
                example += line.strip();
                if (example.endsWith("\\")) {
                    example = example.substring(0, example.length() - 1);
                } else {
                    examples.add(example);
                    example = "";
                }
            }
        }
        assertTrue(examples.size() >= 20, examples.toString());
        for (var example : examples) tree().setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words(example.replaceFirst(" > .*", "")));
    }

    /// The words of a command as a shell divides them, without the program's name.
    private static String[] words(String line) {
        var words = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+").matcher(line);
        return Stream.iterate(words.find(), found -> found, found -> words.find())
                .map(found -> words.group().replace("\"", ""))
                .skip(1)
                .toArray(String[]::new);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<artifactId>fourfold</artifactId>\n  <version>" + Commands.VERSION + "</version>"));
    }
}
