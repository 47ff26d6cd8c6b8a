package fourfold.desk;

import fourfold.core.disclosure.Released;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import fourfold.extract.ExtractColumn;
import fourfold.extract.ExtractTable;
import fourfold.extract.ExtractWriter;
import fourfold.packet.DataTable;
import fourfold.packet.PacketFormat;
import fourfold.store.Store;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tables of a package: the released records as they stand, with the very columns of the extracts.
final class PackageTables {

    private PackageTables() {}

    static List<DataTable> of(Store store, Released released) {
        var threats = new Threats(store);
        return PacketFormat.TABLE_NAMES.stream()
                .map(name -> ExtractTable.ALL.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow())
                .map(table -> table(table, store, threats, released))
                .toList();
    }

    private static <K extends Entity<K>> DataTable table(
            ExtractTable<K> table, Store store, Threats threats, Released released) {
        var columns = table.columns().stream().map(ExtractColumn::label).toList();
        return new DataTable(table.name(), columns, out -> write(table, store, threats, released, out));
    }

    private static <K extends Entity<K>> void write(
            ExtractTable<K> table, Store store, Threats threats, Released released, OutputStream out) throws IOException {
        var open = new OutputStreamWriter(new KeptOpen(out), StandardCharsets.UTF_8);
        try (var writer = new ExtractWriter<K>(table, open, threats::ref)) {
            store.records().standing(table.fields(), record -> {
                if (released.includes(record.id().value())) writer.write(record);
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /// What people call the threats, read all at once: a package may name every one of them.
    private static final class Threats {
        private final Store store;
        private @Nullable Map<Id<Threat>, String> refs;

        Threats(Store store) {
            this.store = store;
        }

        String ref(Id<Threat> threat) {
            var read = refs;
            if (read == null) {
                read = store.records().all(Threat.FIELDS, List.of(Threat.REF)).stream()
                        .collect(Collectors.toMap(one -> one.id(), one -> one.get(Threat.REF)));
                refs = read;
            }
            return read.getOrDefault(threat, "");
        }
    }

    /// The archive goes on after a table, so closing the table's writer only flushes.
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
