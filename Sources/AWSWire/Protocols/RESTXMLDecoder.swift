import Digests
import JSONTree
import ResourceNames

/// Turns a request of a REST-XML service into the action's JSON shape. A blob payload goes into the context, not into the shape.
struct RESTXMLDecoder {
    /// The longest XML document, in bytes. Source: Amazon S3, `DeleteObjects` and `CompleteMultipartUpload`.
    private static let documentBytesMax = 2 * 1_048_576
    private let call: RoutedCall
    private let request: WireRequest
    private let query: RequestQuery

    /// Reads a request whose action is known.
    init(call: RoutedCall, request: WireRequest) {
        self.call = call
        self.request = request
        query = RequestQuery(request.query)
    }

    /// The members that path, query string, headers and body give.
    func decode(_ labels: [(name: String, value: String)], _ place: Int, into context: inout RequestContext)
        throws(ServiceError) -> JSON
    {
        var headers = request.headers
        if ChunkedBody.isUsed(by: request) {
            let body = try ChunkedBody(request)
            context.rawBody = body.bytes
            headers += body.trailers
            let left = ChunkedBody.encodings(of: request).filter { $0 != "aws-chunked" }
            headers.removeAll { $0.name == "content-encoding" }
            if !left.isEmpty { headers.append(("content-encoding", left.joined(separator: ","))) }
        } else {
            context.rawBody = request.body
            try checkDigest()
        }
        for header in headers where header.name.hasPrefix("x-amz") { context.headers[header.name] = header.value }
        var pairs = JSONObject()
        for member in call.model.shapes[place].members {
            pairs[member.name] = try value(of: member, labels, headers, context.rawBody)
        }
        return .object(pairs)
    }

    /// Compares a signed body with the digest that was signed.
    private func checkDigest() throws(ServiceError) {
        guard let told = request.header("x-amz-content-sha256"), told.utf8.count == 64 else { return }
        guard Digests.hex(Digests.sha256(request.body)) == told.lowercased() else {
            throw ServiceError(
                "XAmzContentSHA256Mismatch",
                "The provided 'x-amz-content-sha256' header does not match what was computed.")
        }
    }

    private func value(
        of member: Shape.Member, _ labels: [(name: String, value: String)], _ headers: [(name: String, value: String)],
        _ body: [UInt8]
    ) throws(ServiceError) -> JSON? {
        switch member.place {
        case .path: return labels.first { $0.name == member.wireName }.map { .string($0.value) }
        case .query: return query[member.wireName].flatMap { scalar($0, member.shape) }
        case .header:
            let name = member.wireName.lowercased()
            return headers.first { $0.name == name }.flatMap { scalar($0.value, member.shape) }
        case .headers: return prefixed(member.wireName.lowercased(), headers)
        case .payload: return try payload(member, body)
        case .body, .status: return nil
        }
    }

    private func prefixed(_ prefix: String, _ headers: [(name: String, value: String)]) -> JSON? {
        let found = headers.filter { $0.name.hasPrefix(prefix) }.map {
            (String($0.name.dropFirst(prefix.count)), JSON.string($0.value))
        }
        return found.isEmpty ? JSON?.none : .object(JSONObject(found))
    }

    private func payload(_ member: Shape.Member, _ body: [UInt8]) throws(ServiceError) -> JSON? {
        switch call.model.shapes[member.shape].kind {
        case .blob: return nil
        case .string: return .string(String(decoding: body, as: UTF8.self))
        default:
            if body.isEmpty { return nil }
            guard body.count <= Self.documentBytesMax else {
                throw ServiceError("MaxMessageLengthExceeded", "Your request was too big.")
            }
            do {
                return try XMLDecoder(model: call.model).value(XMLReader.read(body), member.shape)
            } catch {
                throw ServiceError(
                    "MalformedXML",
                    "The XML you provided was not well-formed or did not validate against our published schema")
            }
        }
    }

    /// A scalar of a header or parameter; what cannot be read counts as not given, as S3 does with times.
    private func scalar(_ text: String, _ place: Int) -> JSON? {
        let kind = call.model.shapes[place].kind
        if case .timestamp = kind, let instant = Timestamp(httpDate: text) {
            return .double(Double(instant.milliseconds) / 1_000)
        }
        // A number that is none is left to the action, which says so in its own words.
        return (try? QueryDecoder.scalar(text, kind)) ?? (kind.isTimestamp ? JSON?.none : .string(text))
    }
}

extension Shape.Kind {
    /// Whether this is a time.
    fileprivate var isTimestamp: Bool { if case .timestamp = self { true } else { false } }
}
