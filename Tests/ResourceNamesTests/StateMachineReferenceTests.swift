import ResourceNames
import Testing

/// What a `stateMachineArn` may name.
@Suite struct StateMachineReferenceTests {
    private static let machine = StateMachineARN(
        territory: Territory(account: "123456789012", region: "us-east-1"), name: "M")

    @Test(arguments: [
        (StateMachineReference.machine(machine), ""), (.version(machine, 12), ":12"),
        (.alias(machine, "LIVE"), ":LIVE"),
        (.alias(machine, "007"), ":007"), (.alias(machine, "1.5"), ":1.5"), (.label(machine, "items"), "/items"),
    ])
    func eachFormIsReadAndWritten(reference: StateMachineReference, suffix: String) {
        let text = Self.machine.text + suffix
        #expect(StateMachineReference(text) == reference)
        #expect(reference.text == text)
        #expect(reference.machine == Self.machine)
    }

    @Test(arguments: [
        "", "M", "arn:aws:states:us-east-1:123456789012:activity:M", "arn:aws:sqs:us-east-1:1:stateMachine:M",
    ])
    func anythingElseIsNone(text: String) {
        #expect(StateMachineReference(text) == nil)
        #expect(StateMachineReference(text + ":") == nil)
    }

    @Test func anActivityHasOneForm() {
        let activity = ActivityARN("arn:aws:states:us-east-1:123456789012:activity:Work")
        #expect(activity?.name == "Work")
        #expect(activity?.text == "arn:aws:states:us-east-1:123456789012:activity:Work")
        #expect(ActivityARN("arn:aws:states:us-east-1:123456789012:activity:") == nil)
        #expect(ActivityARN("arn:aws:states:us-east-1:123456789012:stateMachine:Work") == nil)
    }
}
