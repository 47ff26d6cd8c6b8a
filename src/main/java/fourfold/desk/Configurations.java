package fourfold.desk;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Configuration;
import fourfold.core.reference.Reference;
import fourfold.core.settings.Publication;
import fourfold.core.settings.PublicationKind;
import fourfold.core.settings.Settings;
import fourfold.core.sync.Kept;
import fourfold.extract.ReferenceTables;
import fourfold.store.Store;
import fourfold.vault.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is in use: the program's own reference data, and over it what the region has published, edition after edition in
/// their order. A counting rule of an edition is for events recorded from the edition's first day on; lists, templates and
/// limits hold from that day.
final class Configurations {

    private final Store store;
    private final Reference own;
    private final Supplier<LocalDate> today;
    private @Nullable State newest;

    /// What is in use on a day.
    ///
    /// @param edition the newest edition that holds; nothing where the program's own data is all there is
    /// @param coming an edition that holds from a later day
    record State(
            LocalDate day, Reference reference, Optional<Publication> edition, Optional<Publication> coming, List<Configuration> all) {
        Settings limits(Settings settings) {
            var result = settings;
            for (var one : all) result = one.over(result);
            return result;
        }
    }

    Configurations(Store store, Reference own, Supplier<LocalDate> today) {
        this.store = store;
        this.own = own;
        this.today = today;
    }

    /// Something was published or taken in.
    synchronized void changed() {
        newest = null;
    }

    synchronized State now() {
        var day = today.get();
        var known = newest;
        if (known == null || !known.day().equals(day)) {
            known = read(day, editions());
            newest = known;
        }
        return known;
    }

    /// What this vault has set for itself.
    Settings settings() {
        return store.records().find(Settings.FIELDS, Settings.ID).map(Kept::record)
                .orElseGet(() -> Settings.FIELDS.blank(Settings.ID));
    }

    /// What was in use at a moment, as this vault knew it: an edition that it took in later was not known here.
    ///
    /// @param since the names of the editions that were taken in since
    record Known(Reference reference, List<String> since) {}

    Known knownOn(Instant moment, LocalDate day) {
        var all = editions();
        var then = all.stream().filter(one -> one.find(Publication.TAKEN_AT).filter(moment::isBefore).isEmpty()).toList();
        return new Known(
                read(day, then).reference(),
                all.stream().filter(one -> !then.contains(one)).map(Configurations::name).toList());
    }

    /// Editions in the order in which they came into use here.
    List<Publication> editions() {
        return store.records().all(Publication.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.is(Publication.KIND, PublicationKind.CONFIGURATION.code()))
                .sorted(Comparator.comparing((Publication one) -> one.get(Publication.TAKEN_AT))
                        .thenComparing(one -> one.get(Publication.NUMBER)))
                .toList();
    }

    private State read(LocalDate day, List<Publication> editions) {
        var reference = own;
        var edition = Optional.<Publication>empty();
        var coming = Optional.<Publication>empty();
        var holding = new java.util.ArrayList<Configuration>();
        for (var one : editions) {
            var from = one.find(Publication.VALID_FROM).orElse(day);
            if (from.isAfter(day)) {
                coming = Optional.of(one);
                continue;
            }
            var configuration = of(one.get(Publication.CONTENT), name(one), from);
            reference = reference.with(configuration);
            holding.add(configuration);
            edition = Optional.of(one);
        }
        return new State(day, reference, edition, coming, List.copyOf(holding));
    }

    /// What an edition is called.
    static String name(Publication one) {
        return one.get(Publication.AGENCY) + " " + one.get(Publication.NUMBER);
    }

    /// The configuration of that content.
    ///
    /// @throws IllegalStateException naming the file and the line when it is not as it has to be
    static Configuration of(String content, String edition, LocalDate from) {
        return ReferenceTables.configuration(
                files(StrictJson.read(content.getBytes(StandardCharsets.UTF_8))), edition, from);
    }

    /// What is wrong with a configuration, if anything.
    static Optional<Problem> flaw(Json.Members content, LocalDate from) {
        try {
            var text = content.canonicalText();
            if (text.length() > Publication.LONGEST)
                return Optional.of(new Problem.Invalid("files", "The configuration is longer than a million characters."));
            of(text, "X", from);
            return Optional.empty();
        } catch (RuntimeException wrong) {
            return Optional.of(new Problem.Invalid("files", "The configuration cannot be used: " + wrong.getMessage() + "."));
        }
    }

    private static Map<String, String> files(Json json) {
        var files = new TreeMap<String, String>();
        json.members().values().forEach((name, text) -> files.put(name, text.text()));
        return files;
    }
}
