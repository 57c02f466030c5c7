import AWSWire
import JSONTree

extension WireReply {
    /// What a page for Newel's own commands answers.
    static func json(_ status: Int, _ body: JSON) -> WireReply {
        WireReply(status: status, headers: [("Content-Type", "application/json")], body: body.bytes)
    }
}
