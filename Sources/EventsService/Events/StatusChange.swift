import JSONTree
import ResourceNames

/// What is known of every `Step Functions Execution Status Change` before it is made.
///
/// Source: AWS Step Functions developer guide, "Automating Step Functions event delivery with EventBridge".
enum StatusChange {
    /// The source of the events.
    static let source = "aws.states"
    /// Their kind.
    static let detailType = "Step Functions Execution Status Change"
    /// Members that are the same in all of them.
    static let knownMembers: JSONObject = ["source": .string(source), "detail-type": .string(detailType)]
}
