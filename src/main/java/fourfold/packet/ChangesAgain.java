package fourfold.packet;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Entry;
import fourfold.core.sync.SignedActs;
import fourfold.vault.StrictJson;
import java.util.HexFormat;

/// Hands on the changes of a package that has passed every gate. What [ChangesReader] checked is not checked once more: the
/// bytes are the same ones, since they lie under a key of ours that nobody else has.
final class ChangesAgain implements Lines.Sink {

    private final SignedActs.Reader reader;

    ChangesAgain(SignedActs.Reader reader) {
        this.reader = reader;
    }

    @Override
    public void line(byte[] bytes, int number) {
        var json = StrictJson.read(bytes).members();
        if (!json.get(ActLine.ACT).isNothing()) {
            var end = ActLine.of(json);
            reader.end(end.act(), end.author(), end.count(), end.signature());
        } else if (json.get(ActLine.WITHHELD) instanceof Json.Text(var hex)) {
            reader.withheld(HexFormat.of().parseHex(hex));
        } else {
            reader.entry(Entry.of(json));
        }
    }
}
