package fourfold;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Selector;
import javafx.scene.Node;

/// The rules of AtlantaFX's theme that the program's own lacks: none may be meant for a node that is shown.
public final class LeftOut {

    private static final Pattern STYLE_CLASS = Pattern.compile("\\.[A-Za-z][\\w-]*");

    /// Under a style class that the node itself must have.
    private static final Map<String, List<Selector>> RULES = rules();

    private LeftOut() {}

    /// AtlantaFX's whole theme.
    public static String whole(String name) {
        var sheet = new PrimerLight().getUserAgentStylesheet().replace("light", name).replace(".bss", ".css");
        try (var in = Objects.requireNonNull(PrimerLight.class.getResourceAsStream(sheet), sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What the build has made of it.
    public static String used(String name) {
        try {
            var sheet = Objects.requireNonNull(LeftOut.class.getResource("/fourfold/ui/theme-" + name + ".css"), name);
            return Files.readString(Path.of(URI.create(sheet.toString())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Selector> selectors(String sheet) {
        return new CssParser().parse(sheet).getRules().stream().flatMap(rule -> rule.getSelectors().stream());
    }

    private static Map<String, List<Selector>> rules() {
        var used = selectors(used("light")).map(Object::toString).collect(Collectors.toSet());
        var leftOut = new HashMap<String, List<Selector>>();
        selectors(whole("light"))
                .filter(selector -> !used.contains(selector.toString()))
                .forEach(selector -> leftOut.computeIfAbsent(own(selector), key -> new java.util.ArrayList<>()).add(selector));
        return leftOut;
    }

    /// The first style class of what the selector ends in; empty where it has none.
    private static String own(Selector selector) {
        var last = selector.toString().replaceAll("[\"*\\s]+$", "").replaceAll("^.*[\\s>]", "");
        var found = STYLE_CLASS.matcher(last);
        return found.find() ? found.group().substring(1) : "";
    }

    /// The rules that were left out and are meant for that node.
    public static Stream<Selector> of(Node node) {
        return Stream.concat(Stream.of(""), node.getStyleClass().stream())
                .flatMap(name -> RULES.getOrDefault(name, List.of()).stream())
                .filter(selector -> selector.applies(node));
    }

    static int count() {
        return RULES.values().stream().mapToInt(List::size).sum();
    }
}
