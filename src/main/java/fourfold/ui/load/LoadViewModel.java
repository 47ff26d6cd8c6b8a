package fourfold.ui.load;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.desk.LoadDesk;
import fourfold.desk.RegisterDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Progress;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// Loading extracts: the file of each table, a try that changes nothing, the load, and its report.
public final class LoadViewModel extends ViewModel {

    /// What came of a try or a load.
    ///
    /// @param tried whether nothing was changed
    record Result(LoadDesk.Report report, boolean tried) {}

    /// A table with its numbers.
    record Line(String table, LoadDesk.Tally tally) {}

    private static final List<String> ENDINGS = List.of("csv", "txt");

    private final Desktop desktop;
    final List<String> tables = RegisterDesk.tables();
    final ObservableMap<String, Path> files = FXCollections.observableMap(new LinkedHashMap<>());
    private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>(this, "result");
    final Command choose;
    final Command chooseFolder;
    final Command attempt;
    final Command load;
    final Command copyRejected;
    final Command saveRejected;
    private final Map<String, Command> chooseFor = new LinkedHashMap<>();
    private final Map<String, Command> leaveOut = new LinkedHashMap<>();

    /// @param copy takes a text to the clipboard
    LoadViewModel(Desktop desktop, Consumer<String> copy) {
        super(desktop.tools());
        this.desktop = desktop;
        var allowed = new SimpleObjectProperty<>(
                desktop.office().session().may(Permission.LOAD) ? "" : Permission.LOAD.refusal());
        choose = command("load.choose", "Choose a file", () ->
                        tools().prompts().openFile("An extract", ENDINGS, file -> take(List.of(file))))
                .unless(allowed)
                .icon("fth-file-plus")
                .on("Ctrl+O");
        chooseFolder = command("load.folder", "Choose a folder", () ->
                        tools().prompts().folder("The folder of the extracts", path -> take(List.of(path))))
                .unless(allowed)
                .icon("fth-folder");
        for (var table : tables) {
            chooseFor.put(table, command("load.choose-" + table, "Choose the " + table, () ->
                            tools().prompts().openFile("The extract of " + table, ENDINGS, file -> put(table, file)))
                    .unless(allowed));
            leaveOut.put(table, command("load.leave-" + table, "Leave out", () -> put(table, null)));
        }
        attempt = command("load.try", "Try it", () -> run(true)).unless(allowed).unless(needsFiles()).icon("fth-eye");
        load = command("load.load", "Load", () -> run(false))
                .unless(allowed)
                .unless(needsFiles())
                .unless(needsTry())
                .icon("fth-download");
        copyRejected = command("load.copy-rejected", "Copy the list", () -> {
                    copy.accept(LoadDesk.table(listed()));
                    tools().status().say("The list is on the clipboard.");
                })
                .when(hasListed(), "Nothing is listed.")
                .icon("fth-copy");
        saveRejected = command("load.save-rejected", "Save the list", () -> tools().prompts()
                        .saveFile("Where the list is written", "OFFICIAL-SENSITIVE rejected rows.csv", this::save))
                .when(hasListed(), "Nothing is listed.")
                .icon("fth-save");
    }

    private ObservableValue<String> needsFiles() {
        return Bindings.createStringBinding(() -> files.isEmpty() ? "Choose a file first." : "", files);
    }

    private ObservableValue<String> needsTry() {
        return result.map(now -> now.tried() ? "" : "These files have just been loaded.").orElse("Try it first.");
    }

    private ObservableValue<Boolean> hasListed() {
        return result.map(now -> !now.report().rejected().isEmpty() || !now.report().warnings().isEmpty()).orElse(false);
    }

    Command chooseFor(String table) {
        return java.util.Objects.requireNonNull(chooseFor.get(table));
    }

    Command leaveOut(String table) {
        return java.util.Objects.requireNonNull(leaveOut.get(table));
    }

    /// What came of the last try or load; null before, and as soon as the files change.
    ReadOnlyObjectProperty<@Nullable Result> result() {
        return result.getReadOnlyProperty();
    }

    private void take(List<Path> chosen) {
        ask(chosen, desktop.office().load()::recognise, found -> {
            if (found.isEmpty()) {
                refused(new Problem.NotNow("There is no extract in this folder."));
                return;
            }
            files.putAll(found);
            result.set(null);
            tools().status().say(found.size() == 1
                    ? "Recognised the " + found.keySet().iterator().next() + "."
                    : "Recognised " + String.join(", ", found.keySet()) + ".");
        });
    }

    private void put(String table, @Nullable Path file) {
        if (file == null) files.remove(table);
        else files.put(table, file);
        result.set(null);
    }

    private void run(boolean tried) {
        this.<Map<String, Path>, LoadDesk.Report>askLong(
                reasons -> Map.copyOf(files),
                (chosen, progress) ->
                        desktop.office().load().load(new LoadDesk.Load(chosen, tried, watch(tried, progress))),
                report -> came(report, tried));
    }

    private void came(LoadDesk.Report report, boolean tried) {
        if (report.stopped()) {
            result.set(null);
            tools().status().say("Stopped. Nothing was changed.");
            return;
        }
        result.set(new Result(report, tried));
        tools().status().say(sentence(report, tried));
    }

    private static Watch watch(boolean tried, Progress progress) {
        return (done, total) -> {
            progress.at(tried ? "Reading the extracts" : "Loading the extracts", total == 0 ? -1 : (double) done / total);
            return !progress.stopped();
        };
    }

    /// What came of it in a sentence or two.
    static String sentence(LoadDesk.Report report, boolean tried) {
        long loaded = report.tallies().values().stream().mapToLong(LoadDesk.Tally::loaded).sum();
        long changed = report.tallies().values().stream().mapToLong(LoadDesk.Tally::changed).sum();
        long conflicts = report.tallies().values().stream().mapToLong(LoadDesk.Tally::conflicts).sum();
        int rejected = report.rejected().size();
        var what = loaded + changed + conflicts == 0
                ? (tried ? "Nothing would change" : "Nothing was changed")
                : String.format(
                        Locale.UK,
                        tried ? "%,d new and %,d changed records would be loaded" : "%,d new and %,d changed records were loaded",
                        loaded,
                        changed);
        var asides = new ArrayList<String>();
        if (conflicts > 0) asides.add(String.format(Locale.UK, "%,d in conflict with what was changed here", conflicts));
        if (rejected > 0)
            asides.add(String.format(Locale.UK, "%,d %s not taken and listed below", rejected, rejected == 1 ? "row is" : "rows are"));
        return what + (asides.isEmpty() ? "." : "; " + String.join(", ", asides) + ".");
    }

    List<Line> lines(LoadDesk.Report report) {
        return report.tallies().entrySet().stream().map(one -> new Line(one.getKey(), one.getValue())).toList();
    }

    private List<LoadDesk.Note> listed() {
        var now = result.get();
        var all = new ArrayList<LoadDesk.Note>();
        if (now != null) {
            all.addAll(now.report().rejected());
            all.addAll(now.report().warnings());
        }
        return all;
    }

    private record Saving(List<LoadDesk.Note> notes, Path file) {}

    private void save(Path file) {
        ask(
                new Saving(listed(), file),
                wanted -> desktop.office().load().save(wanted.notes(), wanted.file()),
                saved -> tools().status().say("The list is saved as " + saved.getFileName() + "."));
    }
}
