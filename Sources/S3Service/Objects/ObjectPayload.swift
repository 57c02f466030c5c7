import AWSWire
import JSONTree

/// The bytes a request brings for an object.
enum ObjectPayload {
    /// Those of an HTTP body; of calls in process the member `Body`, a text as it is and anything else as JSON.
    static func bytes(_ input: JSON, _ context: RequestContext) -> [UInt8] {
        guard context.rawBody.isEmpty, let body = input["Body"] else { return context.rawBody }
        return body.stringValue.map { Array($0.utf8) } ?? body.bytes
    }
}
