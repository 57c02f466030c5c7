import JSONTree

/// Reads what `CreateConnection` takes: `Name`, `AuthorizationType`, `AuthParameters`.
///
/// Source: EventBridge API reference, "CreateConnection".
package struct ConnectionReader {
    private let tree: JSON
    private let place: String
    private let environment: (String) -> String?

    /// Reads one connection.
    ///
    /// - Parameters:
    ///   - place: What places of problems begin with.
    ///   - environment: What `{"Env": "NAME"}` in place of a text stands for.
    package init(_ tree: JSON, place: String, environment: @escaping (String) -> String? = { _ in nil }) {
        self.tree = tree
        self.place = place
        self.environment = environment
    }

    /// The connection with its name, and its ARN if it has one.
    package func connection() throws(ConnectionFileError) -> (name: String, arn: String?, connection: Connection) {
        try check(
            tree, at: "",
            [
                "Arn", "AuthParameters", "AuthorizationType", "Description", "InvocationConnectivityParameters",
                "KmsKeyIdentifier", "Name",
            ])
        let name = try text(tree["Name"], at: ".Name")
        let arn = try tree["Arn"].map { arn throws(ConnectionFileError) in try text(arn, at: ".Arn") }
        let parameters = tree["AuthParameters"]
        let at = ".AuthParameters"
        try check(
            parameters ?? .null, at: at,
            [
                "ApiKeyAuthParameters", "BasicAuthParameters", "ConnectivityParameters", "InvocationHttpParameters",
                "OAuthParameters",
            ])
        let authorization = try authorization(parameters ?? .null, at: at)
        let added = parameters?["InvocationHttpParameters"]
        let (headers, query, body) = try fields(added, at: "\(at).InvocationHttpParameters")
        let connection = Connection(
            name: arn ?? name, authorization: authorization, headers: headers, query: query, body: body)
        return (name, arn, connection)
    }

    private func authorization(_ parameters: JSON, at: String) throws(ConnectionFileError) -> Connection.Authorization {
        switch try text(tree["AuthorizationType"], at: ".AuthorizationType") {
        case "BASIC":
            let (basic, at) = (parameters["BasicAuthParameters"] ?? .null, "\(at).BasicAuthParameters")
            try check(basic, at: at, ["Username", "Password"])
            return .basic(
                user: try text(basic["Username"], at: "\(at).Username"),
                password: try text(basic["Password"], at: "\(at).Password"))
        case "API_KEY":
            let (key, at) = (parameters["ApiKeyAuthParameters"] ?? .null, "\(at).ApiKeyAuthParameters")
            try check(key, at: at, ["ApiKeyName", "ApiKeyValue"])
            let field = HTTPField(
                try text(key["ApiKeyName"], at: "\(at).ApiKeyName"),
                try text(key["ApiKeyValue"], at: "\(at).ApiKeyValue"))
            guard field.isHeader else { throw problem(at, "cannot be a header") }
            return .apiKey(name: field.name, value: field.value)
        case "OAUTH_CLIENT_CREDENTIALS":
            return .oauth(try client(parameters["OAuthParameters"] ?? .null, at: "\(at).OAuthParameters"))
        default:
            throw problem(".AuthorizationType", "must be BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS")
        }
    }

    private func client(_ parameters: JSON, at: String) throws(ConnectionFileError) -> OAuthClient {
        try check(
            parameters, at: at, ["AuthorizationEndpoint", "ClientParameters", "HttpMethod", "OAuthHttpParameters"])
        let client = parameters["ClientParameters"] ?? .null
        try check(client, at: "\(at).ClientParameters", ["ClientID", "ClientSecret"])
        let endpoint = try text(parameters["AuthorizationEndpoint"], at: "\(at).AuthorizationEndpoint")
        guard endpoint.hasPrefix("https://") || endpoint.hasPrefix("http://") else {
            throw problem("\(at).AuthorizationEndpoint", "must be a URL that begins with https:// or http://")
        }
        let method = try text(parameters["HttpMethod"], at: "\(at).HttpMethod")
        guard ["GET", "POST", "PUT"].contains(method) else {
            throw problem("\(at).HttpMethod", "must be GET, POST or PUT")
        }
        let (headers, query, body) = try fields(parameters["OAuthHttpParameters"], at: "\(at).OAuthHttpParameters")
        return OAuthClient(
            endpoint: endpoint, method: method,
            clientID: try text(client["ClientID"], at: "\(at).ClientParameters.ClientID"),
            secret: try text(client["ClientSecret"], at: "\(at).ClientParameters.ClientSecret"),
            headers: headers, query: query, body: body)
    }

    /// `HeaderParameters`, `QueryStringParameters` and `BodyParameters`.
    private func fields(_ parameters: JSON?, at: String) throws(ConnectionFileError) -> (
        headers: [HTTPField], query: [HTTPField], body: [HTTPField]
    ) {
        guard let parameters, !parameters.isNull else { return ([], [], []) }
        try check(parameters, at: at, ["BodyParameters", "HeaderParameters", "QueryStringParameters"])
        let headers = try list(parameters["HeaderParameters"], at: "\(at).HeaderParameters")
        if let index = headers.firstIndex(where: { !$0.isHeader }) {
            throw problem("\(at).HeaderParameters[\(index)]", "cannot be a header")
        }
        return (
            headers, try list(parameters["QueryStringParameters"], at: "\(at).QueryStringParameters"),
            try list(parameters["BodyParameters"], at: "\(at).BodyParameters")
        )
    }

    private func list(_ value: JSON?, at: String) throws(ConnectionFileError) -> [HTTPField] {
        guard let value, !value.isNull else { return [] }
        guard let elements = value.arrayValue else { throw problem(at, "must be an array of Key and Value") }
        var fields: [HTTPField] = []
        for (index, element) in elements.enumerated() {
            let at = "\(at)[\(index)]"
            try check(element, at: at, ["IsValueSecret", "Key", "Value"])
            fields.append(
                HTTPField(try text(element["Key"], at: "\(at).Key"), try text(element["Value"], at: "\(at).Value")))
        }
        return fields
    }

    /// A text, or `{"Env": "NAME"}`: the value of an environment variable.
    private func text(_ value: JSON?, at: String) throws(ConnectionFileError) -> String {
        if let text = value?.stringValue {
            guard !text.isEmpty else { throw problem(at, "must not be empty") }
            return text
        }
        if let name = value?["Env"]?.stringValue {
            guard let text = environment(name), !text.isEmpty else {
                throw problem(at, "the environment variable \(name) is not set")
            }
            return text
        }
        throw problem(at, value == nil ? "is missing" : "must be a text")
    }

    private func check(_ value: JSON, at: String, _ known: Set<String>) throws(ConnectionFileError) {
        guard let members = value.objectValue else {
            throw problem(at, value.isNull ? "is missing" : "must be an object")
        }
        if let name = members.keys.first(where: { !known.contains($0) }) {
            throw problem(
                "\(at).\(name)", "is no member that is known; known are \(known.sorted().joined(separator: ", "))")
        }
    }

    private func problem(_ at: String, _ words: String) -> ConnectionFileError {
        ConnectionFileError(place: place + at, problem: words)
    }
}
