import AWSWire
import HandlerContract

/// What such a call came to.
package struct DeliveryAnswer: Sendable {
    /// The action's answer.
    package var output: OperationOutput
    /// Writes still to be committed, when the call was to prepare.
    package var effects: [any PreparedEffect]

    /// An answer, with writes still to be committed if there are any.
    package init(output: OperationOutput, effects: [any PreparedEffect] = []) {
        self.output = output
        self.effects = effects
    }
}
