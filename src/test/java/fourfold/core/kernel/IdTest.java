package fourfold.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import org.junit.jupiter.api.Test;

final class IdTest {

    @Test
    void every_vault_gives_one_reference_one_identity_whatever_its_case_and_spaces() {
        Id<Threat> one = Id.named("threat", "EMS-0001");
        assertEquals(one, Id.named("threat", " ems-0001 "));
        assertNotEquals(one, Id.named("threat", "EMS-0002"));
        assertNotEquals(one.value(), Id.named("disruption", "EMS-0001").value());
    }

    @Test
    void the_identity_is_a_name_based_uuid_that_must_never_change() {
        var value = Id.<Threat>named("threat", "EMS-0001").value();
        assertEquals(5, value.version());
        assertEquals(2, value.variant());
        assertEquals("5934935a-8577-52ee-9afe-2ba46bc04f27", value.toString());
    }

    @Test
    void a_threat_has_one_plan_wherever_it_is_made() {
        Id<Threat> threat = Id.named("threat", "EMS-0001");
        assertEquals(Plan.idFor(threat), Plan.idFor(Id.named("threat", "ems-0001")));
    }
}
