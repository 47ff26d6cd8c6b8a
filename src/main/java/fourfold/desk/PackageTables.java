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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tables of a package: the released records as they stand, with the very columns of the extracts.
final class PackageTables {

    private PackageTables() {}

    static List<DataTable> of(Store store, Released released) {
        return PacketFormat.TABLE_NAMES.stream()
                .map(name -> ExtractTable.ALL.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow())
                .map(table -> table(table, store, released))
                .toList();
    }

    private static <K extends Entity<K>> DataTable table(ExtractTable<K> table, Store store, Released released) {
        var columns = table.columns().stream().map(ExtractColumn::label).toList();
        return new DataTable(table.name(), columns, out -> write(table, store, released, out));
    }

    private static <K extends Entity<K>> void write(
            ExtractTable<K> table, Store store, Released released, OutputStream out) throws IOException {
        Map<Id<Threat>, String> refs = new HashMap<>();
        var open = new OutputStreamWriter(new KeptOpen(out), StandardCharsets.UTF_8);
        try (var writer = new ExtractWriter<K>(table, open, id -> refs.computeIfAbsent(id, threat -> ref(store, threat)))) {
            store.records().each(table.fields(), kept -> {
                if (released.includes(kept.record().id().value())) writer.write(kept.record());
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static String ref(Store store, Id<Threat> threat) {
        return store.records().find(Threat.FIELDS, threat).map(kept -> kept.record().get(Threat.REF)).orElse("");
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
