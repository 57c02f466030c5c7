import IntegrationReply
import JSONTree
import NewelPluginKit
import OutboundHTTP

/// What a Task state says of the request it wants made.
///
/// Source: AWS Step Functions developer guide, "Call HTTPS APIs in Step Functions workflows"; wording of refusals ours.
package struct HTTPTask: Sendable, Equatable {
    private static let known: Set<String> = [
        "ApiEndpoint", "Authentication", "Headers", "InvocationConfig", "Method", "QueryParameters", "RequestBody",
        "Transform",
    ]
    private static let methods: Set<String> = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]

    /// The URL without the query parameters of the task.
    package let endpoint: String
    /// `GET`.
    package let method: String
    /// The ARN of the connection.
    package let connection: String
    /// In the order of the definition.
    let headers: [HTTPField]
    /// In the order of the definition.
    let query: [HTTPField]
    /// Encoded already: what a definition gives as a text.
    let queryText: String
    /// `nil` when there is none.
    let body: JSON?
    /// How arrays of a form are written; `nil`: the body is no form.
    let formArrays: FormBody.ArrayFormat?

    /// Reads the task's parameters.
    ///
    /// - Throws: `States.Runtime`, which no retrier and no catcher takes.
    package init(_ parameters: JSON) throws(PluginError) {
        let members = try IntegrationReply.checkParameters(parameters, known: Self.known)
        endpoint = try Self.endpoint(members["ApiEndpoint"])
        guard let method = members["Method"]?.stringValue, Self.methods.contains(method) else {
            throw Self.problem("Method must be one of \(Self.methods.sorted().joined(separator: ", "))")
        }
        self.method = method
        connection = try Self.connection(members)
        headers = try Self.headers(members["Headers"])
        (query, queryText) = try Self.query(members["QueryParameters"])
        body = members["RequestBody"]?.unlessNull
        formArrays = try Self.formArrays(members["Transform"])
    }

    /// A refusal that ends the execution.
    static func problem(_ words: String) -> PluginError {
        PluginError("States.Runtime", "The HTTP task cannot be run: \(words).")
    }

    private static func endpoint(_ value: JSON?) throws(PluginError) -> String {
        guard let text = value?.stringValue else { throw problem("ApiEndpoint must be a text") }
        let isURL = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) && text.count > $0.count }
        guard isURL, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            throw problem("ApiEndpoint must be a URL that begins with https:// or http://")
        }
        return text
    }

    private static func connection(_ members: JSONObject) throws(PluginError) -> String {
        let given = ["InvocationConfig", "Authentication"].compactMap { members[$0]?.unlessNull }
        guard given.count == 1, let arn = given[0]["ConnectionArn"]?.stringValue, !arn.isEmpty else {
            throw problem("either InvocationConfig or Authentication must have a ConnectionArn")
        }
        return arn
    }

    private static func headers(_ value: JSON?) throws(PluginError) -> [HTTPField] {
        guard let value = value?.unlessNull else { return [] }
        guard let members = value.objectValue else { throw problem("Headers must be an object") }
        var fields: [HTTPField] = []
        for (name, value) in members {
            let values = value.arrayValue ?? [value]
            let field = HTTPField(name, values.map(FormBody.text).joined(separator: ", "))
            guard field.isHeader else { throw problem("'\(name)' with its value cannot be a header") }
            guard !HeaderRules.isForbidden(name) else { throw problem("the header '\(name)' is not allowed") }
            fields.append(field)
        }
        return fields
    }

    private static func query(_ value: JSON?) throws(PluginError) -> (fields: [HTTPField], text: String) {
        switch value?.unlessNull {
        case nil: return ([], "")
        case .string(let text): return ([], String(text.drop { $0 == "?" }))
        case .array(let elements):
            var fields: [HTTPField] = []
            for element in elements {
                guard let members = element.objectValue else {
                    throw problem("elements of QueryParameters must be objects")
                }
                fields += pairs(members)
            }
            return (fields, "")
        case .object(let members): return (pairs(members), "")
        default: throw problem("QueryParameters must be an object, an array of objects or a text")
        }
    }

    /// An array repeats its name.
    private static func pairs(_ members: JSONObject) -> [HTTPField] {
        members.flatMap { name, value in
            (value.arrayValue ?? [value]).map { HTTPField(name, FormBody.text($0)) }
        }
    }

    private static func formArrays(_ value: JSON?) throws(PluginError) -> FormBody.ArrayFormat? {
        guard let value = value?.unlessNull else { return nil }
        switch value["RequestBodyEncoding"]?.stringValue ?? "NONE" {
        case "NONE": return nil
        case "URL_ENCODED": break
        default: throw problem("Transform.RequestBodyEncoding must be NONE or URL_ENCODED")
        }
        guard let name = value["RequestEncodingOptions"]?["ArrayFormat"]?.unlessNull else { return .indices }
        guard let format = name.stringValue.flatMap(FormBody.ArrayFormat.init) else {
            throw problem("ArrayFormat must be INDICES, REPEAT, COMMAS or BRACKETS")
        }
        return format
    }
}
