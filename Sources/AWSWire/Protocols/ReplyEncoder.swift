import JSONTree

/// Turns outputs and errors into replies of the protocol the request came in.
struct ReplyEncoder {
    /// `nil` when the request led to no service.
    let model: ServiceModel?
    let kind: ProtocolKind
    let requestID: String

    /// The reply to an action that worked.
    func success(_ output: OperationOutput, of action: ActionShape) -> WireReply {
        if let pieces = output.pieces {
            var streamed = reply(output.status, output.headers, [])
            streamed.pieces = pieces
            return streamed
        }
        switch kind {
        case .json: return reply(output.status, output.headers, output.rawBody ?? output.body.bytes)
        case .cbor: return reply(output.status, output.headers, cbor(output.body, action.output))
        case .query: return reply(output.status, output.headers, xml(output.body, of: action))
        case .restJSON: return rest(output, of: action)
        case .restXML: return RESTXMLEncoder(model: model ?? .s3, requestID: requestID).success(output, of: action)
        }
    }

    private func xml(_ output: JSON, of action: ActionShape) -> [UInt8] {
        guard let model else { return [] }
        var writer = XMLWriter(model)
        writer.raw("<?xml version=\"1.0\"?><\(action.name)Response xmlns=\"\(model.namespace)\">")
        if let place = action.output {
            writer.open("\(action.name)Result")
            writer.members(of: output, model.shapes[place].members)
            writer.close("\(action.name)Result")
        }
        writer.open("ResponseMetadata")
        writer.element("RequestId", requestID)
        writer.close("ResponseMetadata")
        writer.close("\(action.name)Response")
        return writer.bytes
    }

    private func rest(_ output: OperationOutput, of action: ActionShape) -> WireReply {
        let status = output.status == 200 ? action.status : output.status
        var headers = output.headers
        guard let model, let place = action.output else { return reply(status, headers, output.rawBody ?? []) }
        let members = model.shapes[place].members
        if members.allSatisfy({ $0.place == .body }) {
            return reply(status, headers, output.rawBody ?? output.body.bytes)
        }
        var (pairs, hasPayload) = (output.body.objectValue ?? JSONObject(), false)
        for member in members where member.place != .body {
            let value = pairs[member.name]
            pairs[member.name] = nil
            if member.place == .payload { hasPayload = true }
            guard member.place == .header, let value, !value.isNull,
                !headers.contains(where: { Self.isSame($0.name, member.wireName) })
            else {
                continue
            }
            headers.append((member.wireName, value.stringValue ?? value.text))
        }
        return reply(status, headers, output.rawBody ?? (hasPayload ? [] : JSON.object(pairs).bytes))
    }

    private static func isSame(_ one: String, _ other: String) -> Bool { one.lowercased() == other.lowercased() }

    /// The reply to an action that failed.
    func failure(_ error: ServiceError) -> WireReply {
        let known = model?.errors[error.code]
        let status = error.status == 400 ? known?.status ?? 400 : error.status
        switch kind {
        case .json:
            let (headers, body) = jsonFailure(error, known, status)
            return reply(status, headers, body.bytes)
        case .cbor:
            let (headers, body) = jsonFailure(error, known, status)
            return reply(status, headers, cbor(body, nil))
        case .query: return reply(status, [], xml(error, known, status))
        case .restJSON:
            var pairs = JSONObject([("Type", .string(status < 500 ? "User" : "Service"))])
            pairs[known?.messageName ?? "message"] = .string(error.message)
            for member in error.members { pairs[member.name] = member.value }
            return reply(status, [("x-amzn-ErrorType", error.code)], JSON.object(pairs).bytes)
        case .restXML: return RESTXMLEncoder(model: model ?? .s3, requestID: requestID).failure(error, status)
        }
    }

    private func cbor(_ body: JSON, _ shape: Int?) -> [UInt8] {
        var writer = CBORWriter(model ?? .sqs)
        writer.write(body, as: shape)
        return writer.bytes
    }

    private func jsonFailure(
        _ error: ServiceError, _ known: ErrorShape?, _ status: Int
    ) -> (headers: [(name: String, value: String)], body: JSON) {
        var pairs = JSONObject([("__type", .string(typeName(of: error.code))), ("message", .string(error.message))])
        for member in error.members { pairs[member.name] = member.value }
        var headers: [(name: String, value: String)] = []
        if let model, model.service == "sqs" {
            let code = error.queryCode ?? known?.queryCode ?? error.code
            headers.append(("x-amzn-query-error", "\(code);\(status < 500 ? "Sender" : "Receiver")"))
        }
        return (headers, .object(pairs))
    }

    private func typeName(of code: String) -> String {
        switch code {
        case "SerializationException", "UnknownOperationException", "RequestEntityTooLargeException":
            "com.amazon.coral.service#\(code)"
        case _ where model?.service == "sqs": "com.amazonaws.sqs#\(code)"
        default: code
        }
    }

    private func xml(_ error: ServiceError, _ known: ErrorShape?, _ status: Int) -> [UInt8] {
        var writer = XMLWriter(model ?? .sqs)
        writer.raw("<?xml version=\"1.0\"?><ErrorResponse")
        if let model { writer.raw(" xmlns=\"\(model.namespace)\"") }
        writer.raw("><Error>")
        writer.element("Type", status < 500 ? "Sender" : "Receiver")
        writer.element(
            "Code",
            error.queryCode ?? known?.queryCode
                ?? (error.code == "UnknownOperationException" ? "InvalidAction" : error.code))
        writer.element("Message", words: error.message)
        if model?.service == "sqs" { writer.raw("<Detail/>") }
        writer.raw("</Error>")
        writer.element("RequestId", requestID)
        writer.raw("</ErrorResponse>")
        return writer.bytes
    }

    private func reply(_ status: Int, _ headers: [(name: String, value: String)], _ body: [UInt8]) -> WireReply {
        var all = headers
        all.append(("x-amzn-RequestId", requestID))
        if kind == .cbor { all.append(("smithy-protocol", "rpc-v2-cbor")) }
        if !body.isEmpty || kind != .restJSON, !headers.contains(where: { Self.isSame($0.name, "content-type") }) {
            all.append(("Content-Type", contentType))
        }
        return WireReply(status: status, headers: all, body: status == 204 ? [] : body)
    }

    private var contentType: String {
        switch kind {
        case .json(version: "1.1"): "application/x-amz-json-1.1"
        case .json: "application/x-amz-json-1.0"
        case .cbor: "application/cbor"
        case .query: "text/xml"
        case .restXML: "application/xml"
        case .restJSON: "application/json"
        }
    }
}
