import JSONTree
import ResourceNames

/// A Map Run to be started: everything of the state that its items and children depend on, frozen when the state was entered.
package struct MapRunDispatch: Sendable {
    /// The id of `MapRunStarted`: names the Map Run inside its parent.
    package var task: Int64
    /// The Map state.
    package var stateName: String
    /// The state's `Label`, or what stands for it in ARNs.
    package var label: String
    /// The Map Run's own id, a time-ordered UUID.
    package var id: String
    /// The Map Run's ARN.
    package var arn: String
    /// How often it has been redriven: with each redrive of its parent.
    package var redriveCount = 0
    /// The effective input of the state: `$` of `ItemSelector`.
    package var input: Payload
    /// The array of its items; `nil` when a reader finds them.
    package var items: Payload?
    /// Where its items are and where its results go.
    package var exchange = MapRunExchange()
    /// What may run at once, what may fail, what makes a batch.
    package var settings = MapRunSettings()
    /// Variables in sight.
    package var variables = JSONObject()
    /// When the state was entered.
    package var enteredAt: Timestamp
    /// Retries of the state before this Map Run.
    package var retryCount = 0
    /// `$$.Execution.RedriveCount` of the parent.
    package var parentRedriveCount = 0
    /// `$$.Execution.RedriveTime` of the parent.
    package var parentRedrivenAt: Timestamp?
    /// The item of an inline Map the state is in.
    var outerItem: MapItem?

    /// Describes a Map Run; the rest is set one by one.
    init(task: Int64, stateName: String, label: String, id: String, arn: String, input: Payload, enteredAt: Timestamp) {
        self.task = task
        self.stateName = stateName
        self.label = label
        self.id = id
        self.arn = arn
        self.input = input
        self.enteredAt = enteredAt
    }
}
