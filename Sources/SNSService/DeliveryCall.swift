import AWSWire
import JSONTree

/// One call of another service's action.
package struct DeliveryCall: Sendable {
    /// `sqs`, `lambda`.
    package var service: String
    /// `SendMessage`, `Invoke`.
    package var action: String
    /// The action's input.
    package var input: JSON
    /// On whose behalf.
    package var context: RequestContext
    /// Work out the write and hand it back instead of doing it.
    package var preparing: Bool

    /// A call of an action.
    package init(service: String, action: String, input: JSON, context: RequestContext, preparing: Bool) {
        self.service = service
        self.action = action
        self.input = input
        self.context = context
        self.preparing = preparing
    }
}
