import Digests
import JSONTree

/// An action of a service that speaks the query protocol, seen from the client's side.
package struct QueryClientProtocol: Sendable {
    private let model: ServiceModel

    /// A service by its name; `nil` when it is not known or does not speak it.
    package init?(service: String) {
        guard let model = ServiceModel.all.first(where: { $0.service == service }), model.speaksQuery else {
            return nil
        }
        self.model = model
    }

    /// The request of an action, not signed yet.
    package func request(_ action: String, _ input: JSON, host: String) -> WireRequest {
        var fields = ["Action=\(action)", "Version=\(model.version)"]
        Self.add(input, "", to: &fields)
        return WireRequest(
            method: "POST", path: "/",
            headers: [
                (name: "host", value: host),
                (name: "content-type", value: "application/x-www-form-urlencoded; charset=utf-8"),
            ], body: Array(fields.joined(separator: "&").utf8))
    }

    private static func add(_ value: JSON, _ name: String, to fields: inout [String]) {
        switch value {
        case .object(let object):
            for (key, item) in object { add(item, name.isEmpty ? key : "\(name).\(key)", to: &fields) }
        case .array(let items):
            for (place, item) in items.enumerated() { add(item, "\(name).member.\(place + 1)", to: &fields) }
        default: fields.append("\(name)=\(PercentEncoding.encode(value.stringValue ?? value.text))")
        }
    }

    /// The output in a reply.
    ///
    /// - Throws: The error the reply tells of.
    package func output(of action: String, status: Int, body: [UInt8]) throws(ServiceError) -> JSON {
        let root: XMLElement
        do throws(XMLReader.Failure) { root = try XMLReader.read(body) } catch {
            throw ServiceError("SdkClientException", "The reply is no XML (status \(status)).", status: status)
        }
        guard (200..<300).contains(status) else {
            let error = root.child("Error") ?? root
            throw ServiceError(
                error.child("Code")?.text ?? "SdkClientException", error.child("Message")?.text ?? "", status: status)
        }
        guard let place = model.actions[action]?.output, let result = root.child("\(action)Result") else {
            return .emptyObject
        }
        do throws(XMLReader.Failure) {
            return try XMLDecoder(model: model, takesUnknownWords: true).value(result, place)
        } catch {
            throw ServiceError(
                "SdkClientException", "The reply to \(action) is not what its service promises.", status: status)
        }
    }
}
