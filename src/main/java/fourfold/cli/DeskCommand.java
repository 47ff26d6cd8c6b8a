package fourfold.cli;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.sync.Kept;
import fourfold.desk.Office;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;

/// A command on an unlocked vault.
abstract class DeskCommand implements Invocation {

    @Mixin
    private final VaultOptions options = new VaultOptions();

    private final Terminal terminal;

    DeskCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// What it does while the vault is unlocked.
    abstract Outcome<Answer> run(Office office);

    /// Whether the store is made anew from the journal on the way in.
    boolean rebuilds() {
        return false;
    }

    @Override
    public final int call() {
        prepare();
        return options.unlocked(terminal, rebuilds(), office -> run(office).map(answer -> warned(office, answer)));
    }

    /// Whether it needs certificates that hold, so that one that ends soon is spoken of.
    boolean needsCertificates() {
        return false;
    }

    private Answer warned(Office office, Answer answer) {
        if (!needsCertificates()) return answer;
        var all = new ArrayList<>(answer.messages());
        office.certificates().warnings().forEach(warning -> all.add(warning.sentence()));
        return answer.saying(all);
    }

    /// Refuses wrong usage before anybody is asked for a passphrase.
    void prepare() {}

    final Terminal terminal() {
        return terminal;
    }

    final VaultOptions options() {
        return options;
    }

    /// An object with some of the members of a record.
    static Json.Members some(Json.Members record, String... names) {
        var members = new TreeMap<String, Json>();
        for (var name : names) members.put(name, record.get(name));
        return Json.of(members);
    }

    /// Some members of a record after a change, and a sentence where the change became a proposal to another agency.
    static <K extends Entity<K>> Answer answer(Office office, Kept<K> kept, String... names) {
        return Answer.of(some(office.register().object(kept), names))
                .saying(office.proposals().sentence(kept).stream().toList());
    }

    /// An object with more members.
    static Json.Members with(Json.Members record, Map<String, Json> more) {
        var members = new TreeMap<>(record.values());
        members.putAll(more);
        return Json.of(members);
    }
}
