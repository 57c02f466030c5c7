import JSONTree
import ResourceNames

/// Turns outputs and errors of S3 into replies.
struct RESTXMLEncoder {
    /// S3's.
    let model: ServiceModel
    /// Answered in headers and errors.
    let requestID: String

    /// What S3 calls the document, where it is not called as the output's payload.
    private static let rootNames = [
        "ListBuckets": "ListAllMyBucketsResult", "ListObjects": "ListBucketResult", "ListObjectsV2": "ListBucketResult",
        "CreateMultipartUpload": "InitiateMultipartUploadResult",
        "CompleteMultipartUpload": "CompleteMultipartUploadResult", "ListParts": "ListPartsResult",
        "ListMultipartUploads": "ListMultipartUploadsResult", "DeleteObjects": "DeleteResult",
        "GetBucketVersioning": "VersioningConfiguration", "GetBucketTagging": "Tagging", "GetObjectTagging": "Tagging",
        "GetBucketNotificationConfiguration": "NotificationConfiguration",
    ]

    /// The reply to an action that worked.
    func success(_ output: OperationOutput, of action: ActionShape) -> WireReply {
        let status = output.status == 200 ? action.status : output.status
        let members = action.output.map { model.shapes[$0].members } ?? []
        var headers = output.headers
        for member in members { headers += self.headers(of: member, output.body) }
        let payload = members.first { $0.place == .payload }
        if output.file != nil || output.rawBody != nil || status == 304 {
            var reply = reply(status, headers, output.rawBody ?? [])
            reply.file = output.file
            return reply
        }
        if action.name == "GetBucketLocation" { return location(output.body, headers) }
        if let payload { return reply(status, headers, document(output.body[payload.name], payload)) }
        let shown = members.filter { $0.place == .body }
        if shown.isEmpty { return reply(status, headers, []) }
        var writer = XMLWriter(model)
        writer.raw(Self.declaration)
        let root = Self.rootNames[action.name] ?? "\(action.name)Result"
        writer.raw("<\(root) xmlns=\"\(model.namespace)\">")
        writer.members(of: output.body, shown)
        writer.close(root)
        return reply(status, headers, writer.bytes)
    }

    /// The reply to an action that failed.
    func failure(_ error: ServiceError, _ status: Int) -> WireReply {
        let isUnknown = error.code == "UnknownOperationException"
        let code = isUnknown ? "NotImplemented" : error.code
        var writer = XMLWriter(model)
        writer.raw(Self.declaration)
        writer.open("Error")
        writer.element("Code", code)
        writer.element("Message", words: error.message)
        for member in error.members { writer.element(member.name, member.value.stringValue ?? member.value.text) }
        writer.element("RequestId", requestID)
        writer.element("HostId", Self.hostID)
        writer.close("Error")
        return reply(isUnknown ? 501 : status, [], writer.bytes)
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    /// Which host answered: there is one.
    private static let hostID = "newel"

    /// The payload as a document; a text goes out as it is.
    private func document(_ value: JSON?, _ payload: Shape.Member) -> [UInt8] {
        guard let value, !value.isNull else { return [] }
        guard case .structure(let members) = model.shapes[payload.shape].kind else {
            return Array((value.stringValue ?? value.text).utf8)
        }
        var writer = XMLWriter(model)
        writer.raw(Self.declaration)
        writer.raw("<\(payload.name) xmlns=\"\(model.namespace)\">")
        writer.members(of: value, members)
        writer.close(payload.name)
        return writer.bytes
    }

    /// A document whose root holds the region itself; empty for us-east-1.
    private func location(_ output: JSON, _ headers: [(name: String, value: String)]) -> WireReply {
        var writer = XMLWriter(model)
        writer.raw(Self.declaration + "<LocationConstraint xmlns=\"\(model.namespace)\">")
        writer.raw(output["LocationConstraint"]?.stringValue ?? "")
        writer.close("LocationConstraint")
        return reply(200, headers, writer.bytes)
    }

    private func headers(of member: Shape.Member, _ output: JSON) -> [(name: String, value: String)] {
        guard let value = output[member.name], !value.isNull else { return [] }
        switch member.place {
        case .header:
            if case .timestamp = model.shapes[member.shape].kind, let seconds = value.doubleValue {
                let instant = Timestamp(milliseconds: Int64((seconds * 1_000).rounded()))
                return [(member.wireName, instant.httpDate)]
            }
            return [(member.wireName, value.stringValue ?? value.text)]
        case .headers:
            return (value.objectValue ?? JSONObject()).map { (member.wireName + $0.key, $0.value.stringValue ?? "") }
        default: return []
        }
    }

    private func reply(_ status: Int, _ headers: [(name: String, value: String)], _ body: [UInt8]) -> WireReply {
        var all = headers
        all.append(("x-amz-request-id", requestID))
        all.append(("x-amz-id-2", Self.hostID))
        if !body.isEmpty, !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            all.append(("Content-Type", "application/xml"))
        }
        return WireReply(status: status, headers: all, body: status == 204 || status == 304 ? [] : body)
    }
}
