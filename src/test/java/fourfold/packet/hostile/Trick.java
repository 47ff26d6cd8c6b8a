package fourfold.packet.hostile;

import fourfold.packet.PacketFlaw;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One way to do harm with a package.
///
/// @param sentence what is done, and to what end
/// @param flaw why it is refused
/// @param maker makes the file
public record Trick(String name, String sentence, PacketFlaw flaw, Maker maker) {

    /// Makes a file that is to be refused.
    public interface Maker {
        Path make(Lab lab) throws IOException;
    }

    /// The whole corpus, in the order of the gates.
    public static List<Trick> all() {
        return Stream.of(
                        EnvelopeTricks.all(), ArchiveTricks.all(), ManifestTricks.all(), LimitTricks.all(), HashTricks.all(),
                        ChangesTricks.all())
                .flatMap(List::stream)
                .toList();
    }
}
